import type { Persistence } from '../api/client';
import type { Reading } from '../record/conditions';
import { equalityCondition } from '../record/conditions';
import type { Lacking } from '../record/demand';
import { fieldOf } from '../record/field';
import { filtering } from '../record/filters';
import { inParallel } from '../run/inParallel';
import type { ReadingSession } from '../run/session';
import type { NumbersRequest } from './numbersIn';
import { addNumbersIn } from './numbersIn';

/**
 * The records of a kind that belong to others. They are listed once in an execution, or for each of
 * the others where that takes fewer requests.
 */
export class Dependants {
	private whole: Promise<Set<number>> | undefined;

	private readonly request: NumbersRequest;

	private readonly reading: Reading;

	constructor(
		/** Of the type that belongs to others. */
		private readonly session: ReadingSession,
		{ belongBy, dependants }: Lacking,
		persistence: Persistence,
	) {
		const { type } = session.records;
		const { queries, conditions } = filtering(type, dependants.filters, {
			timeZone: 'UTC',
			textMatch: 'api',
			emptyFilters: 'refuse',
			severalValues: 'checkRows',
		});
		this.request = { property: belongBy, query: queries[0], conditions, persistence };
		this.reading = { prefix: type.name, timeZone: 'UTC', textMatch: 'api' };
	}

	/** Gives those of the Ids to which one of the kind belongs, and perhaps others. Throws a Failure. */
	async ownersAmong(ids: readonly number[]): Promise<ReadonlySet<number>> {
		if (this.whole) return await this.whole;
		const owners = new Set<number>();
		if (ids.length === 0) return owners;
		if (ids.length > 1) {
			const reading = await addNumbersIn(
				this.session,
				{ ...this.request, isWorth: (pages) => pages <= withoutOwners(ids, owners).length },
				owners,
			);
			if (reading === 'whole') return await this.keep(owners);
		}
		return await this.ownersOneByOne(withoutOwners(ids, owners), owners);
	}

	private async keep(owners: Set<number>): Promise<Set<number>> {
		this.whole = Promise.resolve(owners);
		return owners;
	}

	/** A server that doesn't know the filter gives the whole list, which is enough for all. */
	private async ownersOneByOne(
		[first, ...others]: readonly number[],
		owners: Set<number>,
	): Promise<ReadonlySet<number>> {
		if (first === undefined) return owners;
		const found = await this.ownersWhere(first);
		const isWhole = [...found].some((owner) => owner !== first);
		for (const owner of found) owners.add(owner);
		if (isWhole) return await this.keep(owners);
		await inParallel(others, async (id) => {
			for (const owner of await this.ownersWhere(id)) owners.add(owner);
		});
		return owners;
	}

	private async ownersWhere(id: number): Promise<Set<number>> {
		const field = fieldOf(this.session.records.type, this.request.property);
		const { query } = equalityCondition(field, id, this.reading);
		const owners = new Set<number>();
		await addNumbersIn(
			this.session,
			{ ...this.request, query: [...this.request.query, ...query] },
			owners,
		);
		return owners;
	}
}

function withoutOwners(ids: readonly number[], owners: ReadonlySet<number>): number[] {
	return ids.filter((id) => !owners.has(id));
}
