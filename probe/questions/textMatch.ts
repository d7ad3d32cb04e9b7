import type { QueryPair } from '../../nodes/record/conditions';
import type { NexudusRecord } from '../../nodes/record/field';
import { idOf } from '../../nodes/record/field';
import type { Account } from '../account';
import type { Finding, TextMatch, TextProperty } from '../findings';
import { TEXT_FILTERS } from '../findings';
import type { Outcome } from './trial';
import { outcomeInWords, tryOut } from './trial';

const SOURCES_TRIED = 100;
const NOWHERE = 'qzxjvk7probe';

/** A record, its value of a property, and letters from within that value. */
export interface Sample {
	id: number;
	value: string;
	part: string;
}

/** A contact without a value of its own is found by its coworker's, so these belong together. */
const TWINS: Partial<Record<TextProperty, TextProperty>> = {
	Email: 'CoworkerEmail',
	FullName: 'CoworkerFullName',
};

/** Finds out whether a text filter finds a part of a value, or only a whole one. */
export async function askTextMatch(
	account: Account,
	property: TextProperty,
): Promise<Finding<TextMatch>> {
	const sample = sampleOf(account, property);
	if (!sample) return { answer: 'unknown', seen: 'No contact has a value that could be asked for' };
	const byPart = await trySample(account, property, sample, sample.part);
	const seen = `A part from within a value: ${outcomeInWords(byPart)}`;
	const answer = ANSWERS[byPart];
	if (answer) return { answer, seen };
	const byWhole = await trySample(account, property, sample, sample.value);
	return {
		answer: byWhole === 'works' ? 'equals' : 'unknown',
		seen: `${seen}; the whole value: ${outcomeInWords(byWhole)}`,
	};
}

/** Where a part is not found, a whole value still has to show whether the filter finds anything. */
const ANSWERS: Record<Outcome, TextMatch | undefined> = {
	works: 'contains',
	ignored: 'ignored',
	refused: 'unknown',
	unclear: 'unknown',
	misses: undefined,
};

async function trySample(
	account: Account,
	property: TextProperty,
	{ id }: Sample,
	text: string,
): Promise<Outcome> {
	const name = TEXT_FILTERS[property];
	const query: QueryPair[] = [[name, text]];
	return await tryOut(account, {
		query,
		absent: [[name, NOWHERE]],
		id,
		matches: (row) => holds(account, property, row, text),
	});
}

function holds(
	account: Account,
	property: TextProperty,
	row: NexudusRecord,
	text: string,
): boolean | undefined {
	const own = textOf(account, property, row);
	if (own === undefined) return undefined;
	const twin = TWINS[property];
	const values = [own, (twin && textOf(account, twin, row)) ?? ''];
	return values.some((value) => folded(value).includes(folded(text)));
}

/** Gives a record's text; undefined where it is not known: list rows leave Notes out. */
function textOf(account: Account, property: TextProperty, row: NexudusRecord): string | undefined {
	const isListed = property !== 'Notes';
	const value = (isListed ? row : account.full.get(idOf(row)))?.[property] ?? row[property];
	if (typeof value === 'string') return value;
	return isListed || account.full.has(idOf(row)) ? '' : undefined;
}

/** Gives the record whose part of a value the fewest others have. */
export function sampleOf(account: Account, property: TextProperty): Sample | undefined {
	const texts = [...account.rows.values()].flatMap((row) => {
		const value = textOf(account, property, row);
		return value ? [{ id: idOf(row), value, text: folded(value) }] : [];
	});
	const samples = texts.flatMap(({ id, value }) => {
		const part = partWithin(value);
		return part ? [{ id, value, part }] : [];
	});
	const counted = samples.slice(0, SOURCES_TRIED).map((sample) => {
		const part = folded(sample.part);
		return { sample, others: texts.filter(({ text }) => text.includes(part)).length };
	});
	return counted.sort((one, other) => one.others - other.others)[0]?.sample;
}

/** Plain letters, which every server compares alike; where a value has none, those of any script. */
const WITHIN_WORDS = [
	/(?<=[a-z0-9])[a-z0-9]{2,12}(?=[a-z0-9])/gi,
	/(?<=[\p{L}\p{N}])[\p{L}\p{N}]{1,12}(?=[\p{L}\p{N}])/gu,
];

/** Gives letters from within the longest word, neither its first nor its last. */
function partWithin(value: string): string | undefined {
	if (value !== value.trim()) return undefined;
	for (const within of WITHIN_WORDS) {
		const parts = value.match(within) ?? [];
		if (parts.length > 0) return parts.sort((one, other) => other.length - one.length)[0];
	}
	return undefined;
}

function folded(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
