import {
	builtOperations,
	choicesIn,
	groupsIn,
	parameterIn,
	shownParameter,
	shownParameters,
} from './builtNode';
import { properties, sortableProperties } from './recordDocument';
import { leftOutOfRows } from './searchDocument';
import { optionalFields, requiredFields } from './writeDocuments';

const operationsWithOutput = builtOperations()
	.map(({ value }) => String(value))
	.filter((operation) => operation !== 'delete');

describe('the documented record', () => {
	test('has 42 properties, each once', () => {
		expect(properties).toHaveLength(42);
		expect(new Set(properties).size).toBe(42);
	});

	test('holds what is written to it, and what list rows leave out', () => {
		const written = [...requiredFields, ...optionalFields].map(({ property }) => property);
		expect(properties).toEqual(expect.arrayContaining([...written, ...leftOutOfRows]));
	});
});

describe.each(operationsWithOutput)('the output of %s', (operation) => {
	test('offers all properties by name for selected fields', () => {
		const parameter = shownParameter('outputFields', { operation, output: 'selected' });
		const offered = choicesIn(parameter).map(({ value }) => value);
		expect(offered.sort()).toEqual([...properties].sort());
	});

	test('asks for fields only when they are to be selected', () => {
		for (const output of ['simplified', 'raw']) {
			expect([...shownParameters({ operation, output }).keys()]).not.toContain('outputFields');
		}
	});
});

describe('the order of Get Many', () => {
	const groups = groupsIn(shownParameter('sort', { operation: 'getAll' }));
	const values = new Map(groups.flatMap((group) => group.values).map((one) => [one.name, one]));

	test('is one field and a direction', () => {
		expect(groups.map(({ name }) => name)).toEqual(['by']);
		expect([...values.keys()]).toEqual(['field', 'direction']);
	});

	test('is by a property name that rows have a plain value for', () => {
		const field = parameterIn(values, 'field');
		const offered = choicesIn(field).map(({ value }) => value);
		expect(field.type).toBe('options');
		expect(offered.sort()).toEqual([...sortableProperties].sort());
		expect(offered).toContain(field.default);
	});

	test('runs up unless it is told to run down', () => {
		const direction = parameterIn(values, 'direction');
		expect(choicesIn(direction).map(({ value }) => value)).toEqual(['asc', 'desc']);
		expect(direction.default).toBe('asc');
	});
});
