import type { Persistence } from '../api/client';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { idOf } from '../record/field';
import type { Shaper } from '../record/output';
import { shaperOf, shownProperties } from '../record/output';
import type { ReadingSession } from '../run/session';
import { RowCheck } from './rowCheck';
import { readWhole } from './wholeList';

const SIMPLIFIED = { kind: 'simplified' } as const;

/**
 * The records of a type that others refer to, in simplified form: by Ids or from the list, whichever
 * takes fewer requests, each once in an execution. Either role will do.
 */
export class LinkedRecords {
	private readonly known = new Map<number, NexudusRecord | null>();

	private readonly shape: Shaper;

	/** One reading after the other: what an earlier one brought is not asked for again. */
	private last: Promise<unknown> = Promise.resolve();

	constructor(
		/** Of the type that is referred to. */
		private readonly session: ReadingSession,
		private readonly persistence: Persistence,
	) {
		this.shape = shaperOf(session.records.type, SIMPLIFIED);
	}

	/** Gives each record by its Id; null for one that is not there. Throws a Failure. */
	async of(ids: Iterable<number>): Promise<ReadonlyMap<number, NexudusRecord | null>> {
		const wanted = [...new Set(ids)];
		const reading = this.last.then(async () => await this.read(wanted));
		this.last = reading.catch(() => undefined);
		await reading;
		return this.known;
	}

	private async read(ids: readonly number[]): Promise<void> {
		const missing = this.missingOf(ids);
		if (missing.length === 0) return;
		if (missing.length <= this.session.records.idsAtOnce) await this.readIdsOrList(missing);
		else await this.readListOrIds(missing);
		for (const id of this.missingOf(missing)) this.known.set(id, null);
	}

	/** Some servers answer an Id that is not there with a fault: then the list tells. */
	private async readIdsOrList(ids: readonly number[]): Promise<void> {
		try {
			await this.readIds(ids);
		} catch (error) {
			const failure = asFailure(error);
			const { status = 0 } = failure.details;
			if (!isRefused(failure) && status < 500) throw failure;
			await this.insteadOf(failure, async () => await this.readList(ids, () => true));
		}
	}

	private async readListOrIds(ids: readonly number[]): Promise<void> {
		const isWorth = (furtherPages: number): boolean =>
			furtherPages <= Math.ceil(this.missingOf(ids).length / this.session.records.idsAtOnce);
		try {
			await this.readList(ids, isWorth);
		} catch (error) {
			const failure = asFailure(error);
			if (!isRefused(failure)) throw failure;
			await this.insteadOf(failure, async () => await this.readIds(this.missingOf(ids)));
		}
	}

	/** Goes the other way; where that is refused too, either role will do. */
	private async insteadOf(failure: Failure, otherWay: () => Promise<void>): Promise<void> {
		try {
			await otherWay();
		} catch (error) {
			if (!isRefused(failure)) throw failure;
			throw isRefused(asFailure(error)) ? this.roleFailure(failure) : error;
		}
	}

	private missingOf(ids: readonly number[]): number[] {
		return ids.filter((id) => !this.known.has(id));
	}

	/** What the first page shows need not be read by Id, where that takes fewer requests. */
	private async readList(
		ids: readonly number[],
		isWorth: (furtherPages: number) => boolean,
	): Promise<void> {
		const wanted = new Set(ids);
		const needs = { needed: [], welcome: shownProperties(this.session.records.type, SIMPLIFIED) };
		const check = new RowCheck([], 'asListed', this.persistence, this.session, needs);
		const reading = await readWhole(this.session, {
			query: [],
			persistence: this.persistence,
			take: async (rows) => {
				const found = rows.filter((row) => wanted.has(idOf(row)));
				for (const row of await check.accepted(found, this.shape)) this.known.set(idOf(row), row);
			},
			isWorth,
		});
		if (reading === 'begun') await this.readIdsOrList(this.missingOf(ids));
	}

	private async readIds(ids: readonly number[]): Promise<void> {
		if (ids.length === 0) return;
		const found = await this.session.records.readMany(ids, this.persistence, (record, id) => {
			this.known.set(id, this.shape(record));
			return record;
		});
		for (const failure of found.values()) {
			if (failure instanceof Failure && !failure.details.isMissing) throw failure;
		}
	}

	private roleFailure({ message, details }: Failure): Failure {
		const { name } = this.session.records.type;
		return new Failure(message, {
			...details,
			description: `The user of the credential needs the role ${name}-List or ${name}-Read. Ask a Nexudus administrator for one of them.`,
		});
	}
}

function isRefused({ details }: Failure): boolean {
	return details.status === 401 || details.status === 403;
}
