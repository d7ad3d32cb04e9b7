import { randomUUID } from 'node:crypto';
import { ADMINISTRATOR_EMAIL } from '../accounts';
import { CONTRACT_CONTACT_FIELDS, type ContractContact } from '../records/contractContact';
import { stamp } from '../records/dateTime';
import type { RecordTable } from '../records/table';
import { copiesFor, type References } from './references';

/** How a change is dated: now, at a time given, or as a change that leaves no stamp. */
export interface ChangeStamp {
	readonly UpdatedOn?: string;
	readonly keepUpdatedOn?: true;
}

/** The contract contacts as tests reach them: behind the API, without its checks. */
export interface RecordStore {
	readonly count: number;
	/** A copy of the full record. */
	get(id: number): ContractContact | undefined;
	/** Copies of all full records by ascending Id. */
	all(): ContractContact[];
	/** Stores a new record; what is not given is a default, a stamp or a copy of a reference. */
	add(record?: Partial<ContractContact>): ContractContact;
	change(id: number, changes: Partial<ContractContact>, how?: ChangeStamp): ContractContact;
	/** Whether the record was there. */
	remove(id: number): boolean;
}

const REFERRING = CONTRACT_CONTACT_FIELDS.filter((field) => field.refersTo);

export class ContactStore implements RecordStore {
	constructor(
		private readonly table: RecordTable<ContractContact>,
		private readonly references: References,
		private readonly defaultContractId: number,
		private readonly now: () => Date,
	) {}

	get count(): number {
		return this.table.count;
	}

	get(id: number): ContractContact | undefined {
		const record = this.table.find(id);
		return record && structuredClone(record);
	}

	all(): ContractContact[] {
		return this.table.records().map(copyOf);
	}

	add(record: Partial<ContractContact> = {}): ContractContact {
		const given = withoutUndefined(record);
		const base = { ...this.blank(), ...given };
		const copies = copiesFor(base, CONTRACT_CONTACT_FIELDS, REFERRING, this.references);
		return this.put(labelled({ ...base, ...copies, ...given }, given));
	}

	change(id: number, changes: Partial<ContractContact>, how: ChangeStamp = {}): ContractContact {
		const former = this.table.find(id);
		if (!former) throw new Error(`The practice Nexudus has no contract contact ${id}`);

		const given = withoutUndefined(changes);
		const base = { ...former, ...given };
		const referring = REFERRING.filter(({ property }) => property in given);
		const copies = copiesFor(base, CONTRACT_CONTACT_FIELDS, referring, this.references);
		const UpdatedOn = this.updatedOn(former, given, how);
		return this.put(labelled({ ...base, ...copies, ...given, UpdatedOn, Id: id }, given));
	}

	remove(id: number): boolean {
		return this.table.remove(id);
	}

	private put(record: ContractContact): ContractContact {
		const stored = copyOf(record);
		this.table.put(stored);
		return copyOf(stored);
	}

	private updatedOn(
		former: ContractContact,
		given: Partial<ContractContact>,
		how: ChangeStamp,
	): string {
		if (how.keepUpdatedOn) return former.UpdatedOn;
		return how.UpdatedOn ?? given.UpdatedOn ?? stamp(this.now());
	}

	private blank(): ContractContact {
		const now = stamp(this.now());
		const Id = this.table.lastId + 1;
		return {
			CoworkerContractId: this.defaultContractId,
			CoworkerContractQuantity: null,
			CoworkerContractFloorPlanDeskIds: null,
			CoworkerContractFloorPlanDeskNames: null,
			CoworkerContractTariffName: null,
			CoworkerId: null,
			CoworkerFullName: null,
			CoworkerCompanyName: null,
			CoworkerBillingName: null,
			CoworkerEmail: null,
			CoworkerActive: null,
			Email: null,
			FullName: `Contact ${Id}`,
			DateOfBirth: null,
			Address: null,
			PostCode: null,
			CityName: null,
			State: null,
			CountryId: null,
			CountryName: null,
			PhoneNumber: null,
			Notes: null,
			ContractContactType: 1,
			AmlCheckStatus: 0,
			AmlCheckDate: null,
			AmlOpenSanctionsScore: null,
			AmlOpenSanctionsResponse: null,
			AmlPappersResponse: null,
			AmlPappersStatus: null,
			AmlNotes: null,
			AmlClearedBy: null,
			AmlClearedOn: null,
			Id,
			UpdatedOn: now,
			CreatedOn: now,
			UniqueId: randomUUID(),
			UpdatedBy: ADMINISTRATOR_EMAIL,
			IsNew: false,
			SystemId: null,
			ToStringText: null,
			LocalizationDetails: null,
			CustomFields: null,
		};
	}
}

/** The server's own label follows the name, unless a test gives another. */
function labelled(record: ContractContact, given: Partial<ContractContact>): ContractContact {
	if (given.ToStringText !== undefined) return record;
	return { ...record, ToStringText: record.FullName ?? record.CoworkerFullName };
}

function copyOf(record: ContractContact): ContractContact {
	return { ...record, CustomFields: structuredClone(record.CustomFields) };
}

function withoutUndefined(record: Partial<ContractContact>): Partial<ContractContact> {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
