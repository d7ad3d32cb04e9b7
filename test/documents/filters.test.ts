import { builtContractNode, builtNode, choicesIn, parameterIn, shownEntries } from './builtNode';
import { contractEqualityFilters, contractRangeFilters } from './contractDocument';
import { contractProperties } from './contractRecordDocument';
import { enumerationOf, filterType, isReference } from './expectedParameter';
import { expectPicker } from './picker';
import { contractNodeFilters, nodeFilters } from './nodeFilters';
import { properties } from './recordDocument';
import { equalityFilters, rangeFilters } from './searchDocument';

/** A record type: its node, its documented filters and properties, and what the node adds. */
const recordTypes = [
	{
		what: 'contacts',
		node: builtNode,
		equal: { filters: equalityFilters, count: 32 },
		ranges: { filters: rangeFilters, count: 14 },
		nodeFilters,
		properties,
	},
	{
		what: 'contracts',
		node: builtContractNode,
		equal: { filters: contractEqualityFilters, count: 31 },
		ranges: { filters: contractRangeFilters, count: 30 },
		nodeFilters: contractNodeFilters,
		properties: contractProperties,
	},
];

describe.each(recordTypes)('the filters of Get Many for $what', (recordType) => {
	const { node, equal, ranges } = recordType;
	const filters = shownEntries('filters', { operation: 'getAll' }, node);
	const documented = [...equal.filters, ...ranges.filters];

	test('are the filters and range ends of the document, and what the node adds', () => {
		expect(equal.filters).toHaveLength(equal.count);
		expect(ranges.filters).toHaveLength(ranges.count);
		const added = Object.keys(recordType.nodeFilters);
		expect([...filters.keys()].sort()).toEqual(
			[...documented.map(({ parameter }) => parameter), ...added].sort(),
		);
	});

	test.each(Object.entries(recordType.nodeFilters))('%s is there as it is known', (name, known) => {
		const { displayName, type, default: start } = parameterIn(filters, name);
		expect({ label: displayName, type, default: start }).toEqual({
			label: known.label,
			type: known.type,
			default: known.default,
		});
		const values = choicesIn(parameterIn(filters, name)).map(({ value }) => value);
		expect(values.sort()).toEqual(
			known.offers === 'properties' ? [...recordType.properties].sort() : known.offers,
		);
	});

	test.each(documented)('$query is there as $parameter, with the right type', (filter) => {
		expect(parameterIn(filters, filter.parameter).type).toBe(filterType(filter));
	});

	test.each(documented.filter(enumerationOf))(
		'$parameter offers every number of the enumeration, and several at once',
		(filter) => {
			const parameter = parameterIn(filters, filter.parameter);
			const values = choicesIn(parameter).map(({ value }) => Number(value));
			expect(values.sort((one, other) => one - other)).toEqual(enumerationOf(filter));
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

describe('the tips of the filters for contacts', () => {
	const filters = shownEntries('filters', { operation: 'getAll' });

	test('of a name says what it compares, and where people shown by another name are found', () => {
		const { description } = parameterIn(filters, 'fullName');
		expect(description).toContain('their own Full Name');
		expect(description).toContain("'Name'");
	});

	test.each(['coworkerCompanyName', 'coworkerBillingName'])(
		'of %s say whose it is, and which filter finds everyone of a customer',
		(parameter) => {
			const { description } = parameterIn(filters, parameter);
			expect(description).toContain('linked coworker');
			expect(description).toContain("'Coworker Contract'");
		},
	);
});
