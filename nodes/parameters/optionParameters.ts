import type { INodeProperties } from 'n8n-workflow';
import { alphabetical } from './fieldParameters';

/** Everything that can be chosen under 'Options', by name. */
const options: Record<string, INodeProperties> = {
	emptyValues: {
		displayName: 'Empty Values',
		name: 'emptyValues',
		type: 'options',
		options: [
			{
				name: 'Clear the Field',
				value: 'clear',
				description: 'A field that comes as empty text or null is emptied in Nexudus',
			},
			{
				name: 'Ignore',
				value: 'ignore',
				description: 'A field that comes empty keeps the value it has in Nexudus',
			},
		],
		default: 'ignore',
		description: 'What an empty value in a field means',
	},
	fullRecords: {
		displayName: 'Full Records',
		name: 'fullRecords',
		type: 'boolean',
		default: false,
		description:
			'Whether to also load the fields that lists leave out: address, post code, city, state, notes and the two AML responses',
	},
	ignoreEmptyFilters: {
		displayName: 'Ignore Empty Filters',
		name: 'ignoreEmptyFilters',
		type: 'boolean',
		default: false,
		description:
			'Whether a filter that comes out empty is left out. Otherwise it is refused, so that it can’t list everybody by mistake.',
	},
	ignoreMissing: {
		displayName: 'Ignore Missing',
		name: 'ignoreMissing',
		type: 'boolean',
		default: false,
		description: 'Whether a contact that is already gone counts as deleted',
	},
	maxThrottleWait: {
		displayName: 'Max Throttle Wait',
		name: 'maxThrottleWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 120,
		description: 'Seconds that one request may spend waiting when Nexudus asks to slow down',
	},
	onlyIfUnchangedSince: {
		displayName: 'Only If Unchanged Since',
		name: 'onlyIfUnchangedSince',
		type: 'dateTime',
		default: '',
		description:
			'The Updated On that you last saw. A contact that was changed after it is left alone and reported.',
	},
	pageSize: {
		displayName: 'Page Size',
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 1000,
		description: 'How many contacts to ask for in one request',
	},
	readBack: {
		displayName: 'Read Back',
		name: 'readBack',
		type: 'boolean',
		default: true,
		description:
			'Whether to load the contact again after writing, so that every field comes out as Nexudus has it',
	},
	textMatch: {
		displayName: 'Text Match',
		name: 'textMatch',
		type: 'options',
		options: [
			{
				name: 'As Nexudus Does',
				value: 'api',
				description: 'A text filter finds contacts whose field contains the text',
			},
			{
				name: 'Exact',
				value: 'exact',
				description: 'A text filter finds contacts whose field is just that text, in any case',
			},
		],
		default: 'api',
		description: 'How filters on text compare',
	},
	writeUnchanged: {
		displayName: 'Write Unchanged',
		name: 'writeUnchanged',
		type: 'boolean',
		default: false,
		description: 'Whether to write a contact back even when nothing about it differs',
	},
};

/** Gives the 'Options' collection with the options named, changed where an operation differs. */
export function optionsParameter(
	names: readonly string[],
	changed: Record<string, Partial<INodeProperties>> = {},
): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: alphabetical(names.map((name) => ({ ...options[name], ...changed[name] }))),
	};
}
