import type { Field, StoredRecord } from './field';
import { type Key, keyOf } from './key';
import { Order } from './order';
import { Row } from './row';
import type { Column } from './sortRows';

/** The records of one entity by Id, with the columns and sorted orders that lists read. */
export class RecordTable<R extends StoredRecord> {
	private readonly byId = new Map<number, Row<R>>();
	private readonly columns = new Map<Field, Key[]>();
	private readonly orders = new Map<Field, Order<Row<R>>>();
	private readonly listeners: Array<() => void> = [];
	private changes = 0;
	private slots = 0;
	private highestId = 0;
	private sortedById: Row<R>[] | undefined;

	constructor(records: readonly R[]) {
		for (const record of records) this.store(new Row(record, this.slots));
	}

	get count(): number {
		return this.byId.size;
	}

	/** Grows with every change; what was worked out under another version is stale. */
	get version(): number {
		return this.changes;
	}

	/** The lowest id; undefined where the table is empty. */
	get firstId(): number | undefined {
		return this.rowsById()[0]?.id;
	}

	get lastId(): number {
		return this.highestId;
	}

	/** No id up to this one is given again, whether or not its record is still there. */
	reserveIds(upTo: number): void {
		this.highestId = Math.max(this.highestId, upTo);
	}

	find(id: number): R | undefined {
		return this.byId.get(id)?.record;
	}

	/** All records by ascending Id. */
	records(): R[] {
		return this.rowsById().map((row) => row.record);
	}

	/** All rows by ascending Id. */
	rowsById(): readonly Row<R>[] {
		this.sortedById ??= [...this.byId.values()].sort((left, right) => left.id - right.id);
		return this.sortedById;
	}

	/** The keys of a field by slot. */
	column(field: Field): Column {
		const known = this.columns.get(field);
		if (known) return known;
		const column: Key[] = new Array<Key>(this.slots).fill(null);
		for (const row of this.byId.values())
			column[row.slot] = keyOf(field, row.record[field.property]);
		this.columns.set(field, column);
		return column;
	}

	/** All rows in ascending order of a field, ties by Id. */
	ordered(field: Field): readonly Row<R>[] {
		const known = this.orders.get(field);
		if (known) return known.rows;
		const order = new Order(this.column(field), this.rowsById());
		this.orders.set(field, order);
		return order.rows;
	}

	/** Whether `ordered` has its answer ready for a field. */
	isOrdered(field: Field): boolean {
		return this.orders.has(field);
	}

	put(record: R): void {
		const former = this.byId.get(record.Id);
		const row = new Row(record, former?.slot ?? this.slots);
		if (former) for (const order of this.orders.values()) order.remove(former);
		this.store(row);
		for (const [field, column] of this.columns) {
			column[row.slot] = keyOf(field, record[field.property]);
		}
		for (const order of this.orders.values()) order.insert(row);
		this.changed();
	}

	remove(id: number): boolean {
		const row = this.byId.get(id);
		if (!row) return false;
		for (const order of this.orders.values()) order.remove(row);
		this.byId.delete(id);
		this.changed();
		return true;
	}

	onChange(listener: () => void): void {
		this.listeners.push(listener);
	}

	private store(row: Row<R>): void {
		this.byId.set(row.id, row);
		this.slots = Math.max(this.slots, row.slot + 1);
		this.reserveIds(row.id);
	}

	private changed(): void {
		this.changes += 1;
		this.sortedById = undefined;
		for (const listener of this.listeners) listener();
	}
}
