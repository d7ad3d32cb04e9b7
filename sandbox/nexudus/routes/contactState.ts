import type { Assumptions } from '../assumptions';
import type { ContractContact } from '../records/contractContact';
import type { RecordTable } from '../records/table';
import type { ContactStore } from '../writing/contactStore';
import type { References } from '../writing/references';

/** What the routes of contract contacts work with. */
export interface ContactState {
	readonly table: RecordTable<ContractContact>;
	readonly contacts: ContactStore;
	readonly references: References;
	readonly assumptions: Assumptions;
	readonly now: () => Date;
}
