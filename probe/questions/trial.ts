import type { QueryPair } from '../../nodes/record/conditions';
import type { NexudusRecord } from '../../nodes/record/field';
import { idOf } from '../../nodes/record/field';
import type { Account, Page } from '../account';

/** A filter that is tried out on a record that it must find. */
export interface Trial {
	query: readonly QueryPair[];
	/** The same filter asked for something that no record has. */
	absent: readonly QueryPair[];
	/** A record that the filter finds if it works. */
	id: number;
	/** Whether a record may be in the answer; undefined where that is not known of it. */
	matches: (row: NexudusRecord) => boolean | undefined;
	size?: number;
}

/** `misses`: the filter does something, but does not find the record. */
export type Outcome = 'works' | 'ignored' | 'refused' | 'misses' | 'unclear';

/** Part of the table that an answer must hold to count as the whole one, which may change meanwhile. */
const NEARLY_ALL = 0.95;

/** Tries a filter out: up to two requests. */
export async function tryOut(account: Account, trial: Trial): Promise<Outcome> {
	const { page, isRefused } = await account.list(trial.query, trial.size);
	if (!page) return isRefused ? 'refused' : 'unclear';
	const isFound = page.rows.some((row) => idOf(row) === trial.id);
	const mayBeWhole = isFound || page.hasNext;
	if (mayBeWhole && isWholeTable(account, page, trial.matches)) return 'ignored';
	if (!isFound) return page.hasNext ? 'unclear' : 'misses';
	if (knowsOthers(account, trial.matches)) return 'works';
	return await control(account, trial);
}

/** Where every known record matches, only asking for what is not there tells a filter from none. */
async function control(account: Account, { absent, size }: Trial): Promise<Outcome> {
	const { page, isRefused } = await account.list(absent, size);
	if (!page) return isRefused ? 'refused' : 'unclear';
	return page.rows.length === 0 ? 'works' : 'ignored';
}

/** Whether a known record is none that the filter may give. */
export function knowsOthers(account: Account, matches: Trial['matches']): boolean {
	return [...account.rows.values()].some((row) => matches(row) === false);
}

/** Whether an answer is the whole table, and not what the filter leaves of it. */
export function isWholeTable(
	account: Account,
	{ rows, total }: Page,
	matches: Trial['matches'],
): boolean {
	const all = account.total;
	const hasOthers = rows.some((row) => matches(row) === false);
	if (total === undefined || all === undefined) return hasOthers;
	if (hasOthers) return total >= all * NEARLY_ALL;
	return total >= all && knowsOthers(account, matches);
}

/** Puts an outcome into words. */
export function outcomeInWords(outcome: Outcome): string {
	const words: Record<Outcome, string> = {
		works: 'found it and left others out',
		ignored: 'the whole table came',
		refused: 'was refused',
		misses: 'did not find it',
		unclear: 'told nothing',
	};
	return words[outcome];
}
