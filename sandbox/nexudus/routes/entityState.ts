import type { Assumptions } from '../assumptions';
import type { Definition } from '../records/definition';
import type { StoredRecord } from '../records/field';
import type { RecordTable } from '../records/table';
import type { RecordStore } from '../writing/recordStore';
import type { References } from '../writing/references';

/** What the routes of one entity work with. */
export interface EntityState {
	readonly definition: Definition;
	readonly table: RecordTable<StoredRecord>;
	readonly store: RecordStore<StoredRecord>;
	readonly references: References;
	readonly assumptions: Assumptions;
	readonly now: () => Date;
}
