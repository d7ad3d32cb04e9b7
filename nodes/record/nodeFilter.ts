import type { MatchField } from './matchField';

/** What a filter is called: as a parameter, and where people see it. */
interface Named {
	name: string;
	label: string;
}

/** A text that one of several properties holds; the API is asked for each. */
export interface TextInAny extends Named {
	kind: 'textInAny';
	properties: readonly [string, ...string[]];
}

/** Properties that are all without a value, or all with one. */
export interface Emptiness extends Named {
	kind: 'empty' | 'filled';
}

/** A date-time that is at or before a given one, or not there. */
export interface UntilOrEmpty extends Named {
	kind: 'untilOrEmpty';
	property: string;
}

/** Records of which another one has the same value. */
export interface DuplicatesBy extends Named {
	kind: 'duplicates';
	/** The property that names what duplicates belong to together. */
	sameIn: string;
	/** The fields that can be chosen, the usual one first. */
	by: readonly [MatchField, ...MatchField[]];
}

/** A filter that the API does not have: the node itself judges the rows. */
export type NodeFilter = TextInAny | Emptiness | UntilOrEmpty | DuplicatesBy;

/** Properties without a value. */
export const EMPTY_FIELDS: NodeFilter = {
	kind: 'empty',
	name: 'emptyFields',
	label: 'Empty Fields',
};

/** Properties with a value. */
export const FILLED_FIELDS: NodeFilter = {
	kind: 'filled',
	name: 'filledFields',
	label: 'Filled Fields',
};
