import type { Assumptions } from '../assumptions';
import type { Entity, Field, StoredRecord } from './field';
import type { Collection } from './recordSet';

/** What a user may be allowed to do with the records of an entity; roles are named by it. */
export type Action = 'List' | 'Read' | 'Create' | 'Edit' | 'Delete';

/** What makes an entity of the API: its fields, its routes and what a new record holds. */
export interface Definition<R extends StoredRecord = StoredRecord> {
	readonly entity: Entity;
	/** After /api/. */
	readonly path: string;
	/** What its records are called in the sandbox's own interface. */
	readonly collection: Collection;
	readonly fields: readonly Field[];
	/** What the API offers for it. */
	readonly actions: readonly Action[];
	/** What a new record holds besides empty values, stamps and copies. */
	start(id: number): Partial<R>;
	/** The server's own label for a record. */
	label?(record: R): string | null;
	/** The properties that list rows leave out. */
	leftOut(assumptions: Assumptions): readonly string[];
}
