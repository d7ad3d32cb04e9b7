import { ADD_CONTRACT } from '../recordTypes/contractLinks';

/** What the options are called: in the editor, and in the messages about them. */
export const OPTION_LABELS = {
	addChanges: 'Add Changes',
	addContract: ADD_CONTRACT.label,
	emptyValues: 'Empty Values',
	fullRecords: 'Load All Fields',
	ignoreEmptyFilters: 'Ignore Empty Filters',
	ignoreMissing: 'Ignore Missing',
	maxThrottleWait: 'Longest Wait (Seconds)',
	onlyIfUnchangedSince: 'Only If Unchanged Since',
	pageSize: 'Rows per Request',
	previewOnly: 'Preview Only',
	readBack: 'Load Again After Saving',
	textMatch: 'Text Match',
	whenNothingFound: 'When Nothing Found',
	writeUnchanged: 'Save Even If Unchanged',
} as const;

/** The name of an option. */
export type OptionName = keyof typeof OPTION_LABELS;

/** The options that keep records from harm. One that was added has to hold something. */
export const PROTECTING_OPTIONS: ReadonlySet<OptionName> = new Set<OptionName>([
	'onlyIfUnchangedSince',
	'previewOnly',
	'textMatch',
]);
