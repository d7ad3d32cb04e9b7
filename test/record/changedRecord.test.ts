import fc from 'fast-check';
import { contractContact } from '../../nodes/recordTypes/contractContact';
import { writableFields } from '../../nodes/record/changes';
import type { Changes } from '../../nodes/record/field';
import {
	differences,
	fillings,
	merged,
	missingRequired,
	ownChanges,
} from '../../nodes/record/changedRecord';

const contact = {
	Id: 1042,
	CoworkerContractId: 88_112,
	FullName: 'Anna Schmidt',
	ContractContactType: 1,
	AmlCheckStatus: 0,
	DateOfBirth: '1980-05-17T00:00:00Z',
	Notes: 'Collects mail on Fridays',
	UpdatedOn: '2026-05-17T09:30:00Z',
	CustomFields: { Data: [{ Name: 'Locker', Value: '12', JsonValue: null, Type: 'string' }] },
	PropertyOfALaterVersion: { kept: true },
};

const changes: fc.Arbitrary<Changes> = fc.dictionary(
	fc.constantFrom(...writableFields(contractContact).map((field) => field.property)),
	fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
);

describe('A record with changes put onto it', () => {
	it('has the given properties and every other one exactly as it was read', () => {
		fc.assert(
			fc.property(changes, (given) => {
				const before = structuredClone(contact);
				const after = merged(contact, given);
				expect(contact).toEqual(before);
				for (const [property, value] of Object.entries(after)) {
					const expected = property in given ? given[property] : Reflect.get(contact, property);
					expect(value).toBe(expected);
				}
				expect(Object.keys(after).sort()).toEqual(
					[...new Set([...Object.keys(contact), ...Object.keys(given)])].sort(),
				);
			}),
		);
	});

	it('differs in nothing from itself', () => {
		fc.assert(
			fc.property(changes, (given) => {
				expect(differences(contractContact, merged(contact, given), given)).toEqual([]);
			}),
		);
	});
});

describe('Differences', () => {
	it('are the properties whose value really changes', () => {
		const given = {
			FullName: 'Anna Schmidt',
			DateOfBirth: '1980-05-17T00:00:00Z',
			Notes: null,
			AmlCheckStatus: 2,
			Address: null,
		};
		expect(differences(contractContact, contact, given)).toEqual(['Notes', 'AmlCheckStatus']);
	});
});

describe('Required fields that a record leaves empty', () => {
	it('are found whether null, blank, absent or an Id of 0', () => {
		const record = { ...contact, FullName: '  ', CoworkerContractId: 0, AmlCheckStatus: null };
		const labels = missingRequired(contractContact, record).map(({ property }) => property);
		expect(labels).toEqual(['CoworkerContractId', 'FullName', 'AmlCheckStatus']);
	});

	it('do not include a type or status of 0', () => {
		const record = { ...contact, ContractContactType: 0, AmlCheckStatus: 0 };
		expect(missingRequired(contractContact, record)).toEqual([]);
	});
});

describe('What a linked record lends', () => {
	const linked = {
		...contact,
		CoworkerId: 55_120,
		CoworkerFullName: 'Niamh Byrne',
		CoworkerEmail: 'n.byrne@example.com',
		FullName: null,
		Email: ' ',
	};
	const lent = { FullName: 'Niamh Byrne', Email: 'n.byrne@example.com ' };

	it('is no change to a record that has none of its own', () => {
		expect(ownChanges(contractContact, linked, { ...lent, Notes: 'Moved' })).toEqual({
			Notes: 'Moved',
		});
	});

	it('is a change to a record that has its own, or that shows nothing', () => {
		const own = { ...linked, FullName: 'Anna Schmidt', Email: 'a.schmidt@example.com' };
		expect(ownChanges(contractContact, own, lent)).toEqual(lent);
		const alone = { ...linked, CoworkerFullName: null, CoworkerEmail: null };
		expect(ownChanges(contractContact, alone, lent)).toEqual(lent);
	});

	it('is a change where the link changes, and none where another reference does', () => {
		for (const CoworkerId of [null, 55_121]) {
			const relinked = { ...lent, CoworkerId };
			expect(ownChanges(contractContact, linked, relinked)).toEqual(relinked);
		}
		const moved = { ...lent, CoworkerId: 55_120, CoworkerContractId: 88_113 };
		expect(ownChanges(contractContact, linked, moved)).toEqual({
			CoworkerId: 55_120,
			CoworkerContractId: 88_113,
		});
	});

	it('never holds back a wish to clear', () => {
		expect(ownChanges(contractContact, linked, { Email: null })).toEqual({ Email: null });
	});
});

describe('Values for what is required and empty', () => {
	it('fill that alone', () => {
		const record = { ...contact, FullName: ' ', Email: null };
		const values = { FullName: 'Anna Schmidt', Email: 'a@example.com', AmlCheckStatus: 2 };
		expect(fillings(contractContact, record, values)).toEqual({ FullName: 'Anna Schmidt' });
		expect(fillings(contractContact, contact, values)).toEqual({});
	});
});
