import type { NexudusAnswer, NexudusRequest } from '../../nodes/api/exchange';
import type { NexudusRecord } from '../../nodes/record/field';
import { answered } from '../api/answers';
import type { VirtualClock } from '../api/virtualClock';

/** What happens to the table between two requests; `row` picks one, whatever their number. */
export type Change =
	| { kind: 'none' }
	| { kind: 'insert'; name: string }
	| { kind: 'delete'; row: number }
	| { kind: 'rename'; row: number; name: string }
	| { kind: 'replace'; row: number; name: string };

/** How a server may differ from the documents. */
export interface Habits {
	mostRows?: number;
	direction?: 'zeroOne' | 'oneMinusOne';
	total?: 'told' | 'untold';
	order?: 'byCode' | 'ignoringCase';
	/** Milliseconds that its clock is ahead of n8n's. */
	clockAhead?: number;
	/** How long ago the contacts were changed last, in milliseconds. */
	changedAgo?: number;
}

/** A table of contacts that others change while it is listed, a change before each further page. */
export class ChangingTable {
	private rows: NexudusRecord[];

	private nextId: number;

	readonly requests: NexudusRequest[] = [];

	/** Ids of the contacts that are in the table all the time. */
	readonly lasting: Set<number>;

	constructor(
		private readonly clock: VirtualClock,
		names: readonly string[],
		private readonly changes: Change[] = [],
		private readonly habits: Habits = {},
	) {
		const { changedAgo = 8_640_000_000 } = habits;
		this.rows = names.map((name, index) => contact(index + 1, name, this.stamp(changedAgo)));
		this.nextId = names.length + 1;
		this.lasting = new Set(this.rows.map(({ Id }) => Number(Id)));
	}

	send = async (request: NexudusRequest): Promise<NexudusAnswer> => {
		if (this.requests.length > 0) this.change(this.changes.shift() ?? { kind: 'none' });
		this.requests.push(request);
		const answer = this.page(new Map(request.query));
		await this.clock.passes(40);
		return answer;
	};

	private change(change: Change): void {
		if (change.kind === 'delete' || change.kind === 'replace') this.remove(change.row);
		if (change.kind === 'insert' || change.kind === 'replace') {
			this.rows.push(contact(this.nextId++, change.name, this.stamp()));
		}
		if (change.kind === 'rename') this.rename(change.row, change.name);
	}

	private remove(row: number): void {
		const [removed] = this.rows.splice(row % this.rows.length, 1);
		if (removed) this.lasting.delete(Number(removed.Id));
	}

	private rename(row: number, name: string): void {
		const index = row % this.rows.length;
		const renamed = this.rows[index];
		if (renamed) this.rows[index] = contact(Number(renamed.Id), name, this.stamp());
	}

	private stamp(ago = 0): string {
		return new Date(this.serverTime() - ago).toISOString().replace(/\.\d+/, '');
	}

	private serverTime(): number {
		return this.clock.now() + (this.habits.clockAhead ?? 0);
	}

	private page(query: ReadonlyMap<string, string>): NexudusAnswer {
		const { mostRows = 1000, total = 'told' } = this.habits;
		const size = Math.min(Number(query.get('size')), mostRows);
		const from = (Number(query.get('page')) - 1) * size;
		const sorted = [...this.rows].sort(this.by(query.get('orderBy') ?? 'Id'));
		if (this.isDescending(query.get('dir'))) sorted.reverse();
		const answer = answered({
			Records: sorted.slice(from, from + size),
			HasNextPage: from + size < sorted.length,
			...(total === 'told' ? { TotalItems: sorted.length } : {}),
		});
		return { ...answer, headers: { date: new Date(this.serverTime()).toUTCString() } };
	}

	private by(property: string): (one: NexudusRecord, other: NexudusRecord) => number {
		const ignoresCase = this.habits.order === 'ignoringCase';
		const shown = (value: unknown) => (ignoresCase ? String(value).toLowerCase() : String(value));
		return (one, other) => {
			const [left, right] = [one[property], other[property]];
			if (left === right) return Number(one.Id) - Number(other.Id);
			if (typeof left === 'number' && typeof right === 'number') return left - right;
			return shown(left) < shown(right) ? -1 : 1;
		};
	}

	private isDescending(dir: string | undefined): boolean {
		return this.habits.direction === 'oneMinusOne' ? dir !== '1' : dir === '1';
	}
}

function contact(Id: number, FullName: string, UpdatedOn: string): NexudusRecord {
	return { Id, FullName, UpdatedOn };
}
