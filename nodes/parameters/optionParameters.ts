import type { INodeProperties } from 'n8n-workflow';
import type { OptionName } from '../n8n/optionLabels';
import { OPTION_LABELS } from '../n8n/optionLabels';
import type { RecordType } from '../record/field';
import { ADD_CONTRACT } from '../recordTypes/contractLinks';
import { alphabetical } from './fieldParameters';

type Look = Omit<INodeProperties, 'displayName' | 'name'>;

function leftOutFields({ fields }: RecordType): string {
	const labels = fields.filter(({ leftOutOfLists }) => leftOutOfLists).map(({ label }) => label);
	if (labels.length === 0) return 'the fields that lists may come without, such as long notes';
	return `the fields that lists come without: ${labels.join(', ')}`;
}

const nothingFoundOptions = [
	{
		name: 'No Item',
		value: 'noItem',
		description: 'The workflow does not go on for this input item',
	},
	{
		name: 'One Empty Item',
		value: 'emptyItem',
		description: 'The workflow goes on with an item without fields, and can tell by that',
	},
];

/** How 'When Nothing Found' differs where one record was asked for. */
export const failingWhenNothingFound: Partial<Look> = {
	options: [
		{
			name: 'Fail',
			value: 'fail',
			description: "The item fails, and the node's 'On Error' decides what follows",
		},
		...nothingFoundOptions,
	],
	default: 'fail',
};

/** Everything that can be chosen under 'Options'. */
const looks: Record<OptionName, (type: RecordType) => Look> = {
	addChanges: ({ noun }) => ({
		type: 'boolean',
		default: false,
		description: `Whether each ${noun} also comes with what was done (created, updated or unchanged) and what changed, from which value to which: for a log, or to post`,
	}),
	addContract: () => ({
		type: 'boolean',
		default: false,
		description: ADD_CONTRACT.description,
	}),
	emptyValues: () => ({
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
	}),
	fullRecords: (type) => ({
		type: 'boolean',
		default: false,
		description: `Whether to also load ${leftOutFields(type)}. You need it with the output 'Raw' only; 'Selected Fields' loads what it shows.`,
	}),
	ignoreEmptyFilters: () => ({
		type: 'boolean',
		default: false,
		description:
			'Whether a filter that comes out empty is left out. Otherwise it is refused, so that it can’t list everybody by mistake.',
	}),
	ignoreMissing: ({ noun }) => ({
		type: 'boolean',
		default: false,
		description: `Whether a ${noun} that is already gone counts as deleted`,
	}),
	maxThrottleWait: () => ({
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 120,
		description:
			'How many seconds one request may wait when Nexudus asks to slow down. Raise it for long runs, lower it where somebody is waiting.',
	}),
	onlyIfUnchangedSince: ({ noun }) => ({
		type: 'dateTime',
		default: '',
		description: `The 'Updated On' that you last saw. A ${noun} that was changed after it is left alone and reported.`,
	}),
	pageSize: ({ nouns }) => ({
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 1000,
		description: `How many ${nouns} to ask for in one request. Lower it only if Nexudus takes too long to answer.`,
	}),
	previewOnly: ({ noun }) => ({
		type: 'boolean',
		default: false,
		description: `Whether to only show what would happen to each ${noun} and what would change. Everything is read and checked, nothing is written.`,
	}),
	readBack: ({ noun }) => ({
		type: 'boolean',
		default: true,
		description: `Whether to load the ${noun} again after saving, so that every field comes out as Nexudus has it. It also notices when somebody else’s change undid this one in the same moment.`,
	}),
	textMatch: ({ nouns }) => ({
		type: 'options',
		options: [
			{
				name: 'As Nexudus Does',
				value: 'api',
				description:
					'Most fields are found by a part of their text, some (such as emails) only by all of it',
			},
			{
				name: 'Exact',
				value: 'exact',
				description: `A text filter finds ${nouns} whose field is just that text, in any case`,
			},
		],
		default: 'api',
		description: 'How filters on text compare',
	}),
	whenNothingFound: () => ({
		type: 'options',
		options: nothingFoundOptions,
		default: 'noItem',
		description:
			'What comes out for an input item for which Nexudus has nothing. A refusal or a fault is never taken for that: it fails.',
	}),
	writeUnchanged: ({ noun }) => ({
		type: 'boolean',
		default: false,
		description: `Whether to save a ${noun} even when nothing about it differs. You need it only to move its 'Updated On'.`,
	}),
};

/** Gives the 'Options' collection with the options named, changed where an operation differs. */
export function optionsParameter(
	type: RecordType,
	names: readonly OptionName[],
	changed: Partial<Record<OptionName, Partial<Look>>> = {},
): INodeProperties {
	const options = names.map((name) => ({
		displayName: OPTION_LABELS[name],
		name,
		...looks[name](type),
		...changed[name],
	}));
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: alphabetical(options),
	};
}
