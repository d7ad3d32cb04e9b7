import { contractContact } from '../../nodes/recordTypes/contractContact';
import type { WantedChanges } from '../../nodes/record/changes';
import { clearableFields, wantedChanges, writableFields } from '../../nodes/record/changes';
import { Failure } from '../../nodes/record/failure';
import { parameterName } from '../../nodes/record/field';

function changesOf(values: Record<string, unknown>, wanted: Partial<WantedChanges> = {}) {
	return wantedChanges(contractContact, {
		values,
		clear: [],
		emptyValues: 'ignore',
		collection: 'Update Fields',
		timeZone: 'Europe/Berlin',
		...wanted,
	});
}

const locator = (value: unknown) => ({ __rl: true, mode: 'id', value });

describe('What is to be changed', () => {
	it('is what was given, as Nexudus takes it, and nothing else', () => {
		const changes = changesOf({
			fullName: 'Anna Schmidt',
			amlCheckStatus: 'Manually Cleared',
			amlClearedOn: '2026-05-17T09:30',
			coworkerId: locator('4711'),
			amlOpenSanctionsScore: 0,
		});
		expect(changes).toEqual({
			FullName: 'Anna Schmidt',
			AmlCheckStatus: 6,
			AmlClearedOn: '2026-05-17T07:30:00Z',
			CoworkerId: 4711,
			AmlOpenSanctionsScore: 0,
		});
	});

	it.each([[''], [null], [undefined], [[]], [locator('')]])(
		'leaves alone what was left as %p',
		(value) => {
			expect(changesOf({ notes: value, fullName: value, coworkerId: value })).toEqual({});
		},
	);

	it('clears what is empty where that is asked for, but nothing that is absent', () => {
		const values = {
			notes: '',
			coworkerId: locator(''),
			address: null,
			email: undefined,
			state: [],
		};
		expect(changesOf(values, { emptyValues: 'clear' })).toEqual({
			Notes: null,
			CoworkerId: null,
			Address: null,
		});
	});

	it('includes the fields to clear, also where the collection holds them empty', () => {
		expect(changesOf({ notes: '' }, { clear: ['Notes', 'DateOfBirth'] })).toEqual({
			Notes: null,
			DateOfBirth: null,
		});
	});

	it('takes every one of the writable fields under its parameter name', () => {
		const examples: Record<string, unknown> = {
			text: 'Berlin',
			json: '{}',
			integer: 1,
			number: 1.5,
			enumeration: 1,
			reference: 12,
			calendarDate: '1980-05-17',
			instant: '2026-05-17T09:30Z',
		};
		for (const field of writableFields(contractContact)) {
			const changes = changesOf({ [parameterName(field.property)]: examples[field.type] });
			expect(Object.keys(changes)).toEqual([field.property]);
		}
	});
});

describe('What can’t be changed', () => {
	function refusal(values: Record<string, unknown>, wanted: Partial<WantedChanges> = {}): string {
		try {
			changesOf(values, wanted);
		} catch (error) {
			if (error instanceof Failure) return error.message;
			throw error;
		}
		throw new Error('nothing was refused');
	}

	it('is refused by the name that the user sees', () => {
		expect(refusal({ amlCheckStatus: 'Done' })).toMatch(
			/^'AML Check Status' in 'Update Fields' must be one of: Not Started, Pending/,
		);
		expect(refusal({ dateOfBirth: '17.05.1980' })).toContain("'Date of Birth'");
	});

	it('is an unknown or read-only field, or one that is set elsewhere', () => {
		expect(refusal({ fulName: 'Anna' })).toContain("'fulName'");
		expect(refusal({ updatedOn: '2026-05-17' })).toContain("'updatedOn'");
		expect(refusal({ fullName: 'Anna' }, { except: ['FullName'] })).toContain("'fullName'");
	});

	it.each([['FullName'], ['CoworkerContractId'], ['ContractContactType'], ['AmlCheckStatus']])(
		'is %s to nothing, since it is required',
		(property) => {
			const name = parameterName(property);
			expect(refusal({ [name]: '' }, { emptyValues: 'clear' })).toContain('is required');
			expect(refusal({}, { clear: [property] })).toContain('is required');
		},
	);

	it('is a required text to blanks', () => {
		for (const fullName of ['  ', '\u00A0', '\u200B\n']) {
			expect(refusal({ fullName }, { emptyValues: 'clear' })).toContain("'Full Name' is required");
		}
	});

	it('is a field that does not exist, by its name', () => {
		expect(refusal({}, { clear: ['Notes', 'Remarks'] })).toBe(
			"'Fields to Clear' names a field that can’t be cleared: 'Remarks'",
		);
	});

	it.each([['Anna'], [0], ['2026-05-17']])('is a field both set to %p and cleared', (value) => {
		const name = typeof value === 'number' ? 'amlOpenSanctionsScore' : 'notes';
		const property = typeof value === 'number' ? 'AmlOpenSanctionsScore' : 'Notes';
		expect(refusal({ [name]: value }, { clear: [property] })).toContain('cleared');
	});

	it.each([['UpdatedOn'], ['Anything'], [null], [7]])('is %p among the fields to clear', (name) => {
		expect(refusal({}, { clear: [name] })).toContain("'Fields to Clear'");
	});

	it('never repeats the value, which may be personal', () => {
		expect(refusal({ dateOfBirth: 'born in May' })).not.toContain('May');
	});
});

describe('The fields', () => {
	it('are 22 to set, of which 18 can be cleared', () => {
		expect(writableFields(contractContact)).toHaveLength(22);
		expect(clearableFields(contractContact)).toHaveLength(18);
	});
});
