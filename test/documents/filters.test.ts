import { parameterIn, choicesIn, shownEntries } from './builtNode';
import { enumerationOf, filterType, isReference } from './expectedParameter';
import { expectPicker } from './picker';
import { equalityFilters, rangeFilters } from './searchDocument';

const filters = shownEntries('filters', { operation: 'getAll' });
const documented = [...equalityFilters, ...rangeFilters];

describe('the filters of Get Many', () => {
	test('are the 32 filters and 14 range ends of the document, and no others', () => {
		expect(equalityFilters).toHaveLength(32);
		expect(rangeFilters).toHaveLength(14);
		expect([...filters.keys()].sort()).toEqual(documented.map(({ parameter }) => parameter).sort());
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
