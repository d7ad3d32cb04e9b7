import type { Changes, RecordType } from './field';
import { fieldOf, parameterName } from './field';

/** What an update leaves as it is although it was asked for. */
export interface LeftAlone {
	/** Properties of the fields whose values came empty. */
	empty: readonly string[];
	/** Whether no field was set or cleared, or came at all. */
	isAll: boolean;
}

/** Gives what values leave alone that were read to these changes. */
export function leftAloneBy(
	{ fields }: RecordType,
	values: Record<string, unknown>,
	changes: Changes,
): LeftAlone {
	const empty = fields
		.map(({ property }) => property)
		.filter((property) => parameterName(property) in values && !(property in changes));
	return { empty, isAll: empty.length === 0 && Object.keys(changes).length === 0 };
}

/** Gives the one hint that says what all items left alone; none where each was set as asked. */
export function hintsAtLeftAlone(
	type: RecordType,
	all: readonly LeftAlone[],
	advice: string,
): string[] {
	const unset = all.filter(({ isAll }) => isAll).length;
	const counts = new Map<string, number>();
	for (const property of all.flatMap(({ empty }) => empty)) {
		counts.set(property, (counts.get(property) ?? 0) + 1);
	}
	const sentences = [
		...(unset > 0 ? [nothingSet(type, unset, advice)] : []),
		...(counts.size > 0 ? [cameEmpty(type, counts)] : []),
	];
	return sentences.length > 0 ? [sentences.join(' ')] : [];
}

function nothingSet({ noun, nouns }: RecordType, count: number, advice: string): string {
	const which = count === 1 ? `this ${noun} stayed as it was` : `the ${nouns} stayed as they were`;
	return `Nothing was set in ${items(count)}, so ${which}. ${advice}`;
}

function cameEmpty(type: RecordType, counts: ReadonlyMap<string, number>): string {
	const fields = [...counts.keys()].map((property) => fieldOf(type, property));
	const told = fields.map(
		({ property, label }) =>
			`${label} came empty in ${items(counts.get(property) ?? 0)} and was left alone`,
	);
	const clearable = fields.filter(({ writable }) => writable === 'optional').length;
	if (clearable === 0) return `${told.join(', ')}.`;
	const them = clearable === 1 && fields.length === 1 ? 'it' : 'them';
	return `${told.join(', ')}; to empty ${them} choose ${them} under 'Fields to Clear'.`;
}

function items(count: number): string {
	return count === 1 ? '1 item' : `${count} items`;
}
