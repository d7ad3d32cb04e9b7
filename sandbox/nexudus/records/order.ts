import { compareKeys, type Key } from './key';
import type { Row } from './row';
import { type Column, sortRows } from './sortRows';

/** The rows of a table in ascending order of one column, ties by Id; kept up to date row by row. */
export class Order<R extends Row> {
	readonly rows: R[];

	constructor(
		private readonly column: Column,
		rowsById: readonly R[],
	) {
		this.rows = sortRows(rowsById, column);
	}

	/** Call once the column has the row's key. */
	insert(row: R): void {
		this.rows.splice(this.position(row), 0, row);
	}

	/** Call while the column still has the row's key. */
	remove(row: R): void {
		this.rows.splice(this.position(row), 1);
	}

	private position(row: R): number {
		const key = this.column[row.slot];
		let low = 0;
		let high = this.rows.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.isBefore(this.rows[middle], row, key)) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private isBefore(other: R, row: R, key: Key): boolean {
		const order = compareKeys(this.column[other.slot], key);
		return order === 0 ? other.id < row.id : order < 0;
	}
}
