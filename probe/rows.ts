import type { Answers, Findings, TextProperty } from './findings';
import { TEXT_FILTERS } from './findings';

/** One line of the table for people. */
export interface Row {
	question: string;
	answer: string;
	seen: string;
	/** What the node does with this answer. */
	node: string;
}

const UNKNOWN = 'Is right either way: it looks at what comes.';
const NOT_USED = 'Does not use it.';

const DIRECTION: Record<Answers['direction'], string> = {
	current: 'Sorts with these numbers.',
	older: 'Notices that the rows run the other way, and asks with the older numbers.',
	words: 'Sends numbers, which change nothing here: sorted lists with a limit may hold other rows.',
	unknown: UNKNOWN,
};

const STATUS_ZERO: Record<Answers['statusZero'], string> = {
	filters: 'Lists only these contacts, in few requests.',
	ignored: 'Reads the whole table and leaves the others out by itself.',
	unknown: UNKNOWN,
};

const TEXT_MATCH: Record<Answers['textMatch'][TextProperty], string> = {
	contains: "Finds parts; Text Match 'Exact' asks for the whole value.",
	equals: 'Finds only what is written in full: a part gives nothing.',
	ignored: 'Reads the whole table and checks each contact by itself.',
	unknown: UNKNOWN,
};

const UNKNOWN_FILTER: Record<Answers['unknownFilter'], string> = {
	ignored: 'Checks every row, so that a filter this Nexudus does not know never widens a result.',
	refused: 'Fails with the answer in words where this Nexudus does not know a filter.',
	unknown: UNKNOWN,
};

const ID_FILTER: Record<Answers['idFilter'], string> = {
	works: NOT_USED,
	ignored: NOT_USED,
	refused: NOT_USED,
	unknown: NOT_USED,
};

const BARE_TIMES: Record<Answers['bareTimes'], string> = {
	utc: 'Sends times in UTC in this form.',
	other:
		'Sends times in UTC: filters by time may miss contacts. Please tell us before you rely on them.',
	unknown: 'Sends times in UTC.',
};

const LEFT_OUT: Record<Answers['leftOut'], string> = {
	absent: 'Loads full records where these fields are wanted.',
	null: 'Loads full records where these fields are wanted, and shows no null that is none.',
	filled: 'Loads full records all the same: it relies on no list row.',
	mixed: 'Loads full records where these fields are wanted.',
	unknown: 'Loads full records where these fields are wanted.',
};

const AML: Record<Answers['amlMovesUpdatedOn'], string> = {
	yes: "The trigger sees results of checks under 'Created or Updated' as well.",
	no: "Use the trigger's event 'AML Status Changed' for results of checks: it looks at them by itself.",
	unknown: "The trigger's event 'AML Status Changed' is right either way.",
};

/** Gives the table's lines, in the order of the questions. */
export function rowsOf({ answers, seen }: Findings): Row[] {
	const row = (name: keyof Answers, question: string, node: string): Row => ({
		question,
		answer: String(answers[name]),
		seen: seen[name] ?? '',
		node,
	});
	return [
		row('direction', 'Which values of dir sort up and down?', DIRECTION[answers.direction]),
		row('statusZero', 'Does a filter by status 0 filter?', STATUS_ZERO[answers.statusZero]),
		...textRows({ answers, seen }),
		row(
			'unknownFilter',
			'What becomes of an unknown filter?',
			UNKNOWN_FILTER[answers.unknownFilter],
		),
		row('unknownId', 'What does an id that does not exist answer?', unknownIdOf(answers)),
		{
			question: 'Can several contacts be read at once?',
			answer: batchInWords(answers),
			seen: seen.batch ?? '',
			node: batchOf(answers),
		},
		row('idFilter', 'Can a list be asked for an Id?', ID_FILTER[answers.idFilter]),
		row('uniqueIdFilter', 'And for a UniqueId?', ID_FILTER[answers.uniqueIdFilter]),
		row('bareTimes', 'In which zone are times read?', BARE_TIMES[answers.bareTimes]),
		{
			...row('pageCap', 'How many rows has a page at the most?', ''),
			answer: String(answers.pageCap ?? 'no cap seen'),
			node: 'Follows pages of whatever size comes.',
		},
		row('leftOut', 'What do lists do with the fields they leave out?', LEFT_OUT[answers.leftOut]),
		row('amlMovesUpdatedOn', 'Does a check move UpdatedOn?', AML[answers.amlMovesUpdatedOn]),
	];
}

function textRows({ answers, seen }: Findings): Row[] {
	const properties = Object.keys(TEXT_FILTERS) as TextProperty[];
	return properties.map((property) => ({
		question: `Does the filter by ${property} find parts?`,
		answer: answers.textMatch[property],
		seen: seen[`textMatch.${property}`] ?? '',
		node: TEXT_MATCH[answers.textMatch[property]],
	}));
}

function unknownIdOf({ unknownId }: Answers): string {
	if (unknownId === 404) return 'Says that the contact does not exist.';
	if (unknownId === 'unknown') return UNKNOWN;
	return unknownId >= 500
		? 'Tries again, then says that the server had trouble: it may as well be that the id is gone.'
		: 'Fails with the answer in words.';
}

function batchInWords({ batch }: Answers): string {
	if (batch.route === 'unknown') return 'unknown';
	if (!batch.route) return 'no';
	const encoded = batch.encodedBrackets ? 'brackets may be encoded' : 'brackets not encoded';
	return `yes, ${batch.most} ids, ${encoded}, an unknown id is ${batch.unknownIdInside}`;
}

function batchOf({ batch }: Answers): string {
	if (batch.route === false) return 'Reads full records one by one, which takes more requests.';
	if (batch.route === 'unknown') return UNKNOWN;
	const isSmall = typeof batch.most === 'number' && batch.most < 100;
	const takesAll = batch.unknownIdInside !== 'refused';
	if (!isSmall && takesAll) return 'Reads full records a hundred at once.';
	return 'Reads full records a hundred at once, and one by one where that is refused.';
}
