import { isRecord } from '../../nodes/record/field';
import type { Account } from '../account';
import type { BatchAnswer, Finding } from '../findings';
import { batchTarget } from './reads';

const SIZES = [200, 100, 50, 25, 10];
const TRIES = 2;

type Brackets = 'raw' | 'encoded';

/** Finds out about the read of several contacts at once. */
export async function askBatch(account: Account): Promise<Finding<BatchAnswer>> {
	const known = [...account.rows.keys()].slice(0, SIZES[0]);
	const few = known.slice(0, 2);
	const first = few.length > 0 ? few : [account.unknownId()];
	const raw = await isAnswered(account, first, 'raw');
	const encoded = await isAnswered(account, first, 'encoded');
	const seen = [`Brackets as they are: ${inWords(raw)}; encoded: ${inWords(encoded)}`];
	if (!raw && !encoded) return { answer: noRoute(known), seen: seen.join('') };

	const brackets = raw ? 'raw' : 'encoded';
	const takesUnknown = await isAnswered(account, [...few, account.unknownId()], brackets);
	seen.push(`an unknown id inside: ${inWords(takesUnknown)}`);
	const most = await mostIds(account, known, takesUnknown, brackets);
	const filledUp = takesUnknown ? 'unknown ids' : 'the same ids again';
	const isFilled = known.length < Number(most);
	seen.push(
		`the largest of 10 to 200 ids that was answered: ${most}${isFilled ? `, filled up with ${filledUp}` : ''}`,
	);
	if (raw && typeof most === 'number') account.idsAtOnce = Math.min(most, 100);
	const unknownIdInside = takesUnknown ? 'left out' : 'refused';
	return {
		answer: { route: true, encodedBrackets: encoded, most, unknownIdInside },
		seen: seen.join('; '),
	};
}

/** Without a contact, a refusal may be meant for the id. */
function noRoute(known: readonly number[]): BatchAnswer {
	if (known.length > 0) {
		return { route: false, encodedBrackets: false, most: 0, unknownIdInside: 'unknown' };
	}
	return {
		route: 'unknown',
		encodedBrackets: 'unknown',
		most: 'unknown',
		unknownIdInside: 'unknown',
	};
}

async function mostIds(
	account: Account,
	known: readonly number[],
	takesUnknown: boolean,
	brackets: Brackets,
): Promise<number | 'unknown'> {
	if (known.length === 0 && !takesUnknown) return 'unknown';
	for (const size of SIZES) {
		if (await isAnswered(account, idsFor(account, size, known, takesUnknown), brackets))
			return size;
	}
	return 0;
}

/**
 * Gives so many ids. A small account's are filled up with unknown ones, or repeated where unknown
 * ones are refused. They stand in the middle: a server that cuts ids off then misses known ones.
 */
function idsFor(
	account: Account,
	size: number,
	known: readonly number[],
	takesUnknown: boolean,
): number[] {
	const missing = Math.max(0, size - known.length);
	const padding = Array.from({ length: missing }, (_one, index) =>
		takesUnknown ? account.unknownId(index) : known[index % known.length],
	);
	const used = known.slice(0, size);
	const half = Math.ceil(used.length / 2);
	return [...used.slice(0, half), ...padding, ...used.slice(half)];
}

/** Whether a plain array comes that has every known record among these ids, and no other. */
async function isAnswered(
	account: Account,
	ids: readonly number[],
	brackets: Brackets,
): Promise<boolean> {
	const list = ids.join(',');
	const target = batchTarget(account, brackets === 'raw' ? `[${list}]` : `%5B${list}%5D`);
	const { status, body } = await account.asking.get(target, TRIES);
	if (status !== 200 || !Array.isArray(body)) return false;
	const came = new Set(body.filter(isRecord).map((record) => record.Id));
	account.keepFull(body);
	return (
		ids.every((id) => came.has(id) || !account.rows.has(id)) &&
		[...came].every((id) => ids.includes(Number(id)))
	);
}

function inWords(isAnsweredSo: boolean): string {
	return isAnsweredSo ? 'answered' : 'not answered';
}
