import type { Life, Table } from './table';

const HOUR = 3_600_000;

/**
 * Knows which contacts the trigger must have seen: those that were there through a whole poll in
 * which none came or went. One that is not among the newest Ids may hide for an hour: where it became
 * visible late, or where the server can't put the newest first.
 */
export class Witness {
	private stored: ReadonlySet<number>;

	private began = 0;

	constructor(
		private readonly table: Table,
		private readonly order: 'newest first' | 'oldest first',
		private seen: ReadonlySet<number> = new Set(),
	) {
		this.stored = seen;
	}

	/** Gives the Ids of contacts that the trigger must tell of when they are gone. */
	get ids(): ReadonlySet<number> {
		return this.seen;
	}

	pollBegins(): void {
		this.began = this.table.comings;
	}

	pollEnds(): void {
		if (this.table.comings > this.began) return;
		const there = [...this.table.lives].filter(([, life]) => this.isInSight(life));
		this.seen = new Set([...this.seen, ...there.map(([id]) => id)]);
	}

	stateIsStored(): void {
		this.stored = this.seen;
	}

	/** What was not stored is forgotten. */
	n8nDies(): void {
		this.seen = this.stored;
	}

	private isInSight({ went, cameAt, cameLate }: Life): boolean {
		const isOld = this.table.now - cameAt > HOUR + HOUR / 60;
		const mayHide = cameLate || this.order === 'oldest first';
		return went === undefined && (!mayHide || isOld);
	}
}
