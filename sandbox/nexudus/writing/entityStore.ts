import { stamp } from '../records/dateTime';
import type { Definition } from '../records/definition';
import type { Field, StoredRecord, Value } from '../records/field';
import type { RecordTable } from '../records/table';
import { blankRecord } from './blankRecord';
import type { ChangeStamp, RecordStore } from './recordStore';
import { copiesFor, type References } from './references';

type Given = { [property: string]: Value | undefined };

/** Tells of a record that was changed, in its former and its new state. */
export type Changed = (former: StoredRecord, record: StoredRecord) => void;

/** The records of one entity behind the API, without its checks. */
export class EntityStore implements RecordStore<StoredRecord> {
	private readonly referring: readonly Field[];
	private readonly composite: readonly string[];
	private readonly local: ReadonlyArray<readonly [string, string]>;

	constructor(
		private readonly definition: Definition,
		private readonly table: RecordTable<StoredRecord>,
		private readonly references: References,
		private readonly now: () => Date,
		private readonly onChanged: Changed,
	) {
		const { fields } = definition;
		this.referring = fields.filter((field) => field.refersTo);
		this.composite = fields
			.filter(({ kind }) => kind === 'customFields' || kind === 'ids')
			.map(({ property }) => property);
		this.local = fields.flatMap(({ property, localOf }) => (localOf ? [[property, localOf]] : []));
	}

	get count(): number {
		return this.table.count;
	}

	get(id: number): StoredRecord | undefined {
		const record = this.table.find(id);
		return record && this.copyOf(record);
	}

	all(): StoredRecord[] {
		return this.table.records().map((record) => this.copyOf(record));
	}

	add(record: Given = {}): StoredRecord {
		const given = withoutUndefined(record);
		const blank = blankRecord(this.definition, this.table.lastId + 1, this.references, this.now());
		const base = { ...blank, ...given };
		return this.put({ ...base, ...this.derived(base, this.referring, given) });
	}

	change(id: number, changes: Given, how: ChangeStamp = {}): StoredRecord {
		const former = this.table.find(id);
		if (!former) throw new Error(`The practice Nexudus has no ${this.definition.entity} ${id}`);

		const given = withoutUndefined(changes);
		const base = { ...former, ...given, ...this.stampFor(former, given, how), Id: id };
		const referring = this.referring.filter(({ property }) => property in given);
		const record = this.put({ ...base, ...this.derived(base, referring, given) });
		this.onChanged(former, record);
		return record;
	}

	remove(id: number): boolean {
		return this.table.remove(id);
	}

	/** Copies, dates on the local clock and the label, but for those that are given themselves. */
	private derived(base: StoredRecord, referring: readonly Field[], given: Given): Given {
		const { fields } = this.definition;
		const copies = copiesFor(base, fields, referring, this.references);
		const local = Object.fromEntries(
			this.local.map(([property, source]) => [property, localTime(base[source])]),
		);
		const whole = { ...base, ...copies, ...given, Id: base.Id };
		const label = this.definition.label ? { ToStringText: this.definition.label(whole) } : {};
		return { ...copies, ...local, ...label, ...given };
	}

	private put(record: StoredRecord): StoredRecord {
		const stored = this.copyOf(record);
		this.table.put(stored);
		return this.copyOf(stored);
	}

	private stampFor(former: StoredRecord, given: Given, how: ChangeStamp): Given {
		if (former.UpdatedOn === undefined) return {};
		if (how.keepUpdatedOn) return { UpdatedOn: former.UpdatedOn };
		return { UpdatedOn: how.UpdatedOn ?? given.UpdatedOn ?? stamp(this.now()) };
	}

	private copyOf(record: StoredRecord): StoredRecord {
		const copy = { ...record };
		for (const property of this.composite) copy[property] = structuredClone(copy[property]);
		return copy;
	}
}

/** The time that a location's clocks show; the sample's locations keep UTC. */
function localTime(value: Value | undefined): string | null {
	return typeof value === 'string' ? value.replace(/Z$/, '') : null;
}

function withoutUndefined(record: Given): Given {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
