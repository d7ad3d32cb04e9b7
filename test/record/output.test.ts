import { contractContact } from '../../nodes/recordTypes/contractContact';
import { shaperOf, showsLeftOutFields, unloadedRemover } from '../../nodes/record/output';

const contact = {
	Id: 1042,
	FullName: null,
	Email: '',
	CoworkerFullName: 'Anna Schmidt',
	CoworkerEmail: 'anna@example.com',
	PhoneNumber: undefined,
	ContractContactType: 1,
	AmlCheckStatus: 6,
	CoworkerContractId: 88_112,
	CoworkerContractTariffName: 'Virtual Office Plus',
	CoworkerCompanyName: 'Schmidt Design',
	UpdatedOn: '2026-05-17T09:30:00Z',
	Notes: 'Collects mail on Fridays',
};

describe('Simplified output', () => {
	const simplified = shaperOf(contractContact, { kind: 'simplified' });

	it('is ten flat fields with the API’s names for numbers, the coworker standing in', () => {
		expect(simplified(contact)).toEqual({
			Id: 1042,
			FullName: 'Anna Schmidt',
			Email: 'anna@example.com',
			ContractContactType: 'Director',
			AmlCheckStatus: 'ManuallyCleared',
			AmlCheckDate: null,
			CoworkerContractId: 88_112,
			CoworkerContractTariffName: 'Virtual Office Plus',
			CoworkerCompanyName: 'Schmidt Design',
			UpdatedOn: '2026-05-17T09:30:00Z',
		});
	});

	it('keeps the contact’s own name and a number that the API has no name for', () => {
		const shown = simplified({ ...contact, FullName: 'A. Schmidt', AmlCheckStatus: 9 });
		expect(shown).toMatchObject({ FullName: 'A. Schmidt', AmlCheckStatus: 9 });
	});
});

describe('Raw output', () => {
	it('is the very record', () => {
		expect(shaperOf(contractContact, { kind: 'raw' })(contact)).toBe(contact);
	});
});

describe('Selected output', () => {
	it('is the Id and what was chosen, without inventing what the record does not hold', () => {
		const selected = shaperOf(contractContact, {
			kind: 'selected',
			properties: ['Notes', 'PhoneNumber', 'Address'],
		});
		expect(Object.entries(selected({ ...contact, PhoneNumber: null }))).toEqual([
			['Id', 1042],
			['Notes', 'Collects mail on Fridays'],
			['PhoneNumber', null],
		]);
	});

	it('shows values as Simplified does', () => {
		const properties = Object.keys(shaperOf(contractContact, { kind: 'simplified' })(contact));
		const selected = shaperOf(contractContact, { kind: 'selected', properties });
		for (const shown of [contact, { ...contact, FullName: 'A. Schmidt', AmlCheckStatus: 9 }]) {
			const record = { ...shown, AmlCheckDate: null };
			expect(selected(record)).toEqual(shaperOf(contractContact, { kind: 'simplified' })(record));
		}
	});

	it('has the coworker’s email even where the record comes without one of its own', () => {
		const selected = shaperOf(contractContact, { kind: 'selected', properties: ['Email'] });
		expect(selected({ Id: 1042, CoworkerEmail: 'anna@example.com' })).toEqual({
			Id: 1042,
			Email: 'anna@example.com',
		});
		expect(selected({ Id: 1042 })).toEqual({ Id: 1042 });
	});

	it('needs the full records for a field that lists leave out', () => {
		const shows = (...properties: string[]): boolean =>
			showsLeftOutFields(contractContact, { kind: 'selected', properties });
		expect(shows('FullName', 'Notes')).toBe(true);
		expect(shows('FullName', 'AmlNotes')).toBe(false);
		expect(showsLeftOutFields(contractContact, { kind: 'raw' })).toBe(false);
	});
});

describe('A list row', () => {
	const withoutUnloaded = unloadedRemover(contractContact);

	it('loses the keys that lists leave out where the server sent them empty', () => {
		const row = { Id: 1042, Notes: null, Address: '', AmlNotes: null, City: null };
		expect(withoutUnloaded(row)).toEqual({ Id: 1042, AmlNotes: null, City: null });
		expect(row).toHaveProperty('Notes', null);
	});

	it('keeps what the server did send', () => {
		expect(withoutUnloaded({ Id: 1042, Notes: 'Parcels too', Address: null })).toEqual({
			Id: 1042,
			Notes: 'Parcels too',
		});
	});
});
