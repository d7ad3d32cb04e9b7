import { parameterIn, choicesIn, shownEntries } from './builtNode';
import { enumerationOf, filterType, isReference } from './expectedParameter';
import { expectPicker } from './picker';
import { nodeFilters } from './nodeFilters';
import { properties } from './recordDocument';
import { equalityFilters, rangeFilters } from './searchDocument';

const filters = shownEntries('filters', { operation: 'getAll' });
const documented = [...equalityFilters, ...rangeFilters];

describe('the filters of Get Many', () => {
	test('are the 32 filters and 14 range ends of the document, and what the node adds', () => {
		expect(equalityFilters).toHaveLength(32);
		expect(rangeFilters).toHaveLength(14);
		const added = Object.keys(nodeFilters);
		expect([...filters.keys()].sort()).toEqual(
			[...documented.map(({ parameter }) => parameter), ...added].sort(),
		);
	});

	test.each(Object.entries(nodeFilters))('%s is there as it is known', (name, known) => {
		const { displayName, type, default: start } = parameterIn(filters, name);
		expect({ label: displayName, type, default: start }).toEqual({
			label: known.label,
			type: known.type,
			default: known.default,
		});
		const values = choicesIn(parameterIn(filters, name)).map(({ value }) => value);
		expect(values.sort()).toEqual(
			known.offers === 'properties' ? [...properties].sort() : known.offers,
		);
	});

	test('of a name says what it compares, and where people shown by another name are found', () => {
		const { description } = parameterIn(filters, 'fullName');
		expect(description).toContain('their own Full Name');
		expect(description).toContain("'Name'");
	});

	test.each(documented)('$query is there as $parameter, with the right type', (filter) => {
		expect(parameterIn(filters, filter.parameter).type).toBe(filterType(filter));
	});

	test.each(documented.filter(enumerationOf))(
		'$parameter offers every number of the enumeration, and several at once',
		(filter) => {
			const parameter = parameterIn(filters, filter.parameter);
			const values = choicesIn(parameter).map(({ value }) => Number(value));
			expect(values.sort()).toEqual(enumerationOf(filter));
			expect(parameter.default).toEqual([]);
		},
	);

	test.each(documented.filter(isReference))(
		'$parameter is chosen from a searchable list or by ID',
		(filter) => expectPicker(parameterIn(filters, filter.parameter)),
	);

	test.each(documented.filter(({ type }) => type === 'integer' || type === 'number'))(
		'$parameter takes fractions only where the document does',
		(filter) => {
			const { type, typeOptions } = parameterIn(filters, filter.parameter);
			if (type !== 'number') return;
			const isWhole = typeOptions?.numberPrecision === 0;
			expect(isWhole).toBe(filter.type === 'integer');
		},
	);

	test('start with active coworkers where they ask for active ones', () => {
		expect(parameterIn(filters, 'coworkerActive').default).toBe(true);
	});

	test.each(documented)('$parameter starts with a value of its own type', (filter) => {
		const { default: start, type } = parameterIn(filters, filter.parameter);
		const started: Partial<Record<typeof type, unknown>> = {
			boolean: expect.any(Boolean),
			dateTime: '',
			multiOptions: [],
			number: expect.any(Number),
			resourceLocator: { mode: 'list', value: '' },
			string: '',
		};
		expect(start).toEqual(started[type]);
	});
});
