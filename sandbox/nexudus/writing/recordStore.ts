import type { Entity } from '../records/field';
import type { Records } from '../records/recordSet';

/** How a change is dated: now, at a time given, or as a change that leaves no stamp. */
export interface ChangeStamp {
	readonly UpdatedOn?: string;
	readonly keepUpdatedOn?: true;
}

/** The records of an entity as tests reach them: behind the API, without its checks. */
export interface RecordStore<R> {
	readonly count: number;
	/** A copy of the full record. */
	get(id: number): R | undefined;
	/** Copies of all full records by ascending Id. */
	all(): R[];
	/** Stores a new record; what is not given is a default, a stamp or a copy of a reference. */
	add(record?: Partial<R>): R;
	/** Copies that other records hold of it follow; their stamps stay. */
	change(id: number, changes: Partial<R>, how?: ChangeStamp): R;
	/** Whether the record was there. Records that refer to it stay as they are. */
	remove(id: number): boolean;
}

/** The stores of all entities. */
export type Stores = { readonly [E in Entity]: RecordStore<Records[E]> };
