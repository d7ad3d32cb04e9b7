import type { INodeParameters } from 'n8n-workflow';
import { choicesIn, parameterIn, shownEntries, shownParameter } from './builtNode';
import { enumerationOf, isReference, parameterOf, settingType } from './expectedParameter';
import { expectPicker } from './picker';
import type { DocumentedField } from './writeDocuments';
import { optionalFields, requiredFields, startingValues } from './writeDocuments';

interface Place {
	place: string;
	collection: string;
	values: INodeParameters;
	fields: readonly DocumentedField[];
}

const always = ['CoworkerContractId', 'FullName'];
const allFields = [...requiredFields, ...optionalFields];

function fieldsWithout(properties: readonly string[]): DocumentedField[] {
	return allFields.filter(({ property }) => !properties.includes(property));
}

/** Create or Update asks on top for what it matches on, which its collection then leaves out. */
function upsertPlace(matchOn: string, property: string): Place {
	return {
		place: `Create or Update, matching on ${matchOn}`,
		collection: 'additionalFields',
		values: { operation: 'upsert', matchOn },
		fields: fieldsWithout([...always, property]),
	};
}

const places: readonly Place[] = [
	{
		place: 'Create',
		collection: 'additionalFields',
		values: { operation: 'create' },
		fields: optionalFields,
	},
	{
		place: 'Update',
		collection: 'updateFields',
		values: { operation: 'update' },
		fields: allFields,
	},
	upsertPlace('email', 'Email'),
	upsertPlace('fullName', 'FullName'),
	upsertPlace('coworkerId', 'CoworkerId'),
];

describe('the documents of Create and Update', () => {
	test('name 22 writable fields, 4 of them required', () => {
		expect(new Set(allFields.map(({ property }) => property)).size).toBe(22);
		expect(requiredFields).toHaveLength(4);
	});
});

describe.each(places)('the fields of $place', ({ collection, values, fields }) => {
	const entries = shownEntries(collection, values);

	test('are the writable ones of the documents that are not asked for on top', () => {
		const expected = fields.map(({ property }) => parameterOf(property)).sort();
		expect([...entries.keys()].sort()).toEqual(expected);
	});

	test.each(fields)('$property has the type of the documents', (field) => {
		expect(parameterIn(entries, parameterOf(field.property)).type).toBe(settingType(field));
	});

	test.each(fields.filter(isReference))('$property is chosen from a list or by ID', (field) => {
		expectPicker(parameterIn(entries, parameterOf(field.property)));
	});

	test('offer every number of an enumeration, and start with the documented one', () => {
		for (const field of fields.filter(enumerationOf)) {
			const parameter = parameterIn(entries, parameterOf(field.property));
			const numbers = choicesIn(parameter).map(({ value }) => Number(value));
			expect(numbers.sort()).toEqual(enumerationOf(field));
			expect(parameter.default).toBe(startingValues[field.property]);
		}
	});
});

describe('Create', () => {
	test.each(requiredFields)('asks for $property on top, and marks it as required', (field) => {
		const parameter = shownParameter(parameterOf(field.property), { operation: 'create' });
		expect(parameter).toMatchObject({ type: settingType(field), required: true });
	});

	test.each(Object.entries(startingValues))('starts %s with %d', (property, start) => {
		const parameter = shownParameter(parameterOf(property), { operation: 'create' });
		expect(parameter.default).toBe(start);
	});
});

describe.each(['update', 'upsert'])('the fields to clear of %s', (operation) => {
	test('are just the writable properties that are not required', () => {
		const parameter = shownParameter('clearFields', { operation, matchOn: 'fullName' });
		const cleared = choicesIn(parameter).map(({ value }) => value);
		expect(cleared.sort()).toEqual(optionalFields.map(({ property }) => property).sort());
	});
});
