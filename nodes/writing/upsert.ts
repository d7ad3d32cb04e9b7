import type { Persistence } from '../api/client';
import type { Changes } from '../record/field';
import type { Match } from '../record/match';
import type { Output } from '../record/output';
import type { Finished } from './finished';
import type { Telling } from './telling';
import type { Update } from './update';

/** One item that creates a record, or updates the one that is there. */
export interface Upsert {
	item: number;
	/** The record that the new one belongs to, which is where a match is looked for. */
	parent: number;
	match: Match;
	/** What is written where there is no record yet. */
	body: Changes;
	/** What is written where there is one. */
	changes: Changes;
	/** What a required field takes that the record leaves empty. */
	ifEmpty: Changes;
	collection: string;
	unchanged: Update['unchanged'];
	output: Output;
	telling: Telling;
	reading: Finished['reading'];
	persistence: Persistence;
}

/** Gives the update that an item is where the record is there. */
export function updateOf(upsert: Upsert, id: number): Update {
	const { item, changes, ifEmpty, collection, unchanged, output, telling, persistence } = upsert;
	return {
		item,
		id,
		changes,
		ifEmpty,
		collection,
		unchanged,
		output,
		telling,
		persistence,
		onlyIfUnchangedSince: undefined,
		reading: readingOf(upsert),
	};
}

function readingOf({ reading, telling }: Upsert): Update['reading'] {
	if (telling === 'preview') return 'none';
	return reading === 'back' ? 'back' : 'ifOthersChanged';
}
