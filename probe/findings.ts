export type Direction = 'current' | 'older' | 'words' | 'unknown';
export type TextMatch = 'contains' | 'equals' | 'ignored' | 'unknown';
export type FilterAnswer = 'works' | 'ignored' | 'refused' | 'unknown';

/** What was found of the batch read. */
export interface BatchAnswer {
	route: boolean | 'unknown';
	encodedBrackets: boolean | 'unknown';
	/** The largest of 10, 25, 50, 100 and 200 ids that was answered; 0 where none was. */
	most: number | 'unknown';
	unknownIdInside: 'left out' | 'refused' | 'unknown';
}

/** The text filters that are asked for, by property. */
export const TEXT_FILTERS = {
	Email: 'ContractContact_Email',
	FullName: 'ContractContact_FullName',
	Notes: 'ContractContact_Notes',
	CoworkerEmail: 'ContractContact_Coworker_Email',
	CoworkerFullName: 'ContractContact_Coworker_FullName',
} as const;

export type TextProperty = keyof typeof TEXT_FILTERS;

/** The answers, as `--json` prints them. */
export interface Answers {
	direction: Direction;
	statusZero: 'filters' | 'ignored' | 'unknown';
	textMatch: Record<TextProperty, TextMatch>;
	unknownFilter: 'ignored' | 'refused' | 'unknown';
	unknownId: number | 'unknown';
	batch: BatchAnswer;
	idFilter: FilterAnswer;
	uniqueIdFilter: FilterAnswer;
	bareTimes: 'utc' | 'other' | 'unknown';
	pageCap: number | null;
	leftOut: 'absent' | 'null' | 'filled' | 'mixed' | 'unknown';
	amlMovesUpdatedOn: 'yes' | 'no' | 'unknown';
	requests: number;
}

/** An answer, and what was seen that led to it, without personal data. */
export interface Finding<Answer> {
	answer: Answer;
	seen: string;
}

/** Everything that was found, with what was seen at each answer. */
export interface Findings {
	answers: Answers;
	/** By the answer's name, or 'textMatch.Email' and the like. */
	seen: Record<string, string>;
}
