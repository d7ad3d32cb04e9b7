import type { Assumptions } from '../assumptions';
import type { Field, StoredRecord } from '../records/field';
import type { Row } from '../records/row';
import { sortRows } from '../records/sortRows';
import type { RecordTable } from '../records/table';
import { type Condition, conditionsOf, type Filters, filtersOf } from './filters';
import { ListQuery } from './listQuery';
import { rowWriter } from './rowWriter';
import { type Sorting, sortingOf } from './sorting';

const DEFAULT_SIZE = 25;
const RESULTS_KEPT = 16;

/** One entity's list: filters, order, pages and rows, all driven by its field table. */
export class EntityList<R extends StoredRecord> {
	private readonly filters: Filters;
	private readonly results = new Map<string, readonly Row<R>[]>();
	private readonly writers;
	private resultsVersion = 0;

	constructor(
		entity: string,
		private readonly fields: readonly Field[],
		private readonly table: RecordTable<R>,
	) {
		this.filters = filtersOf(entity, fields);
		this.writers = { absent: rowWriter(fields, 'absent'), null: rowWriter(fields, 'null') };
	}

	/** The answer's JSON text, enveloped as in list-current.md. */
	page(parameters: ReadonlyArray<readonly [string, string]>, assumptions: Assumptions): string {
		const query = new ListQuery(parameters);
		const sorting = sortingOf(this.fields, query, assumptions);
		const conditions = conditionsOf(this.filters, parameters, assumptions);
		const matching = this.matching(conditions, sorting.field, assumptions);

		const page = query.count('page', 1);
		const asked = query.count('size', DEFAULT_SIZE);
		const size = Math.min(asked, assumptions.maximumPageSize ?? asked);
		const rows = pageOf(matching, page, size, sorting.way);
		const envelope = envelopeOf(matching.length, rows.length, page, size, sorting);
		return `{"Records":[${this.rowTexts(rows, assumptions)}],${JSON.stringify(envelope).slice(1)}`;
	}

	private matching(
		conditions: readonly Condition[],
		orderField: Field,
		assumptions: Assumptions,
	): readonly Row<R>[] {
		if (conditions.length === 0) return this.table.ordered(orderField);

		const signatures = conditions.map((condition) => condition.signature);
		const { textFilters, bareTimes } = assumptions;
		const key = JSON.stringify([orderField.property, textFilters, bareTimes, signatures]);
		const known = this.freshResults().get(key);
		if (known) return known;
		const rows = this.filtered(conditions, orderField);
		this.keep(key, rows);
		return rows;
	}

	/** Where the whole order is not known yet, only what passes is sorted. */
	private filtered(conditions: readonly Condition[], orderField: Field): readonly Row<R>[] {
		const tests = conditions.map(({ field, test }) => ({ test, column: this.table.column(field) }));
		const passes = (row: Row<R>) => tests.every(({ test, column }) => test(column[row.slot]));
		if (this.table.isOrdered(orderField)) return this.table.ordered(orderField).filter(passes);
		return sortRows(this.table.rowsById().filter(passes), this.table.column(orderField));
	}

	private freshResults(): Map<string, readonly Row<R>[]> {
		if (this.resultsVersion !== this.table.version) {
			this.results.clear();
			this.resultsVersion = this.table.version;
		}
		return this.results;
	}

	private keep(key: string, rows: readonly Row<R>[]): void {
		const [oldest] = this.results.keys();
		if (this.results.size >= RESULTS_KEPT && oldest !== undefined) this.results.delete(oldest);
		this.results.set(key, rows);
	}

	private rowTexts(rows: readonly Row<R>[], { leftOutKeys }: Assumptions): string {
		const write = this.writers[leftOutKeys];
		return rows.map((row) => row.text(leftOutKeys, write)).join(',');
	}
}

function pageOf<R>(
	ascending: readonly R[],
	page: number,
	size: number,
	way: Sorting['way'],
): readonly R[] {
	const start = (page - 1) * size;
	if (way === 'ascending') return ascending.slice(start, start + size);
	const end = Math.max(ascending.length - start, 0);
	return ascending.slice(Math.max(end - size, 0), end).reverse();
}

function envelopeOf(total: number, rows: number, page: number, size: number, sorting: Sorting) {
	const pages = Math.ceil(total / size);
	const firstItem = (page - 1) * size + 1;
	return {
		CurrentPageSize: size,
		CurrentPage: page,
		CurrentOrderField: sorting.field.property,
		CurrentSortDirection: sorting.direction,
		FirstItem: firstItem,
		HasNextPage: page < pages,
		HasPreviousPage: page > 1,
		LastItem: firstItem + rows - 1,
		PageNumber: page,
		PageSize: size,
		TotalItems: total,
		TotalPages: pages,
	};
}
