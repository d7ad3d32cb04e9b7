import type { Field } from './fieldDefinition';
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

/** A custom field with a value; the API is asked where its name can be part of a filter's. */
export interface CustomFieldValue extends Named {
	kind: 'customField';
	property: string;
}

/** What the record has to be like that another one refers to. */
export interface OfLinked extends Named {
	kind: 'ofLinked';
	/** The name of the other record's type. */
	type: string;
	/** The other record's field. */
	of: Field;
	description: string;
}

/** A kind of records that may belong to another one: which filters find them. */
export interface Dependants {
	value: string;
	label: string;
	filters: Readonly<Record<string, unknown>>;
}

/** Records to which none of a kind belongs. */
export interface WithoutDependants extends Named {
	kind: 'withoutDependants';
	/** The property of the others that names what they belong to. */
	belongBy: string;
	choices: readonly [Dependants, ...Dependants[]];
	description: string;
	/** What to tell people who filter by none of these as well. */
	advice: { unlessFilteredBy: readonly string[]; hint: string };
}

/** A filter that the API does not have: the node itself judges the rows. */
export type NodeFilter =
	| TextInAny
	| Emptiness
	| UntilOrEmpty
	| DuplicatesBy
	| CustomFieldValue
	| OfLinked
	| WithoutDependants;

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
