import fc from 'fast-check';
import { contractContact } from '../../nodes/recordTypes/contractContact';
import { writableFields } from '../../nodes/record/changes';
import type { Changes } from '../../nodes/record/field';
import { differences, merged, missingRequired } from '../../nodes/record/changedRecord';

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
