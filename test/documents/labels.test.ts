import type { INodeProperties } from 'n8n-workflow';
import {
	builtNode,
	builtOperations,
	choicesIn,
	propertiesIn,
	shownEntries,
	shownParameter,
} from './builtNode';
import { parameterOf } from './expectedParameter';
import { properties } from './recordDocument';
import { equalityFilters, rangeFilters } from './searchDocument';

const selected = { operation: 'getAll', output: 'selected' };
const labels = new Map(
	choicesIn(shownParameter('outputFields', selected)).map(({ name, value }) => [
		parameterOf(String(value)),
		name,
	]),
);
const filters = shownEntries('filters', { operation: 'getAll' });

/** Every parameter, with those that lie in collections. */
function everyParameter(parameters = builtNode.description.properties): INodeProperties[] {
	return parameters.flatMap((parameter) => [parameter, ...everyParameter(propertiesIn(parameter))]);
}

function inOrder(shown: readonly string[]): string[] {
	return [...shown].sort((one, other) => one.localeCompare(other, 'en'));
}

describe('the labels', () => {
	test('are different for each property', () => {
		expect(new Set(labels.values()).size).toBe(properties.length);
	});

	test.each(equalityFilters)('of $parameter are the same in filters and output', (filter) => {
		expect(filters.get(filter.parameter)?.displayName).toBe(labels.get(filter.parameter));
	});

	test.each(rangeFilters)('of $parameter start with the field', ({ parameter }) => {
		const [, field, end] = /^(.*)(From|To)$/.exec(parameter) ?? [];
		expect(filters.get(parameter)?.displayName).toBe(`${labels.get(field)} ${end}`);
	});

	test('of a field are the same wherever it is set', () => {
		const places = [...labels.keys()].flatMap((name) =>
			everyParameter()
				.filter((parameter) => parameter.name === name)
				.map(({ displayName }) => [name, displayName]),
		);
		expect(places.length).toBeGreaterThan(60);
		expect(places).toEqual(places.map(([name]) => [name, labels.get(name)]));
	});

	test.each(['Aml', 'Coworker', 'CoworkerContract'])('of %s fields stand together', (start) => {
		const words = { Aml: 'AML', Coworker: 'Coworker', CoworkerContract: 'Coworker Contract' }[
			start
		];
		const found = properties
			.filter((property) => property.startsWith(start))
			.map((property) => labels.get(parameterOf(property)));
		expect(found.filter((label) => !label?.startsWith(String(words)))).toEqual([]);
	});

	test.each([
		['amlCheckDate', 'AML Check Date'],
		['amlCheckDateFrom', 'AML Check Date From'],
		['amlCheckDateTo', 'AML Check Date To'],
	])('of %s is %s', (name, label) => {
		expect(filters.get(name)?.displayName).toBe(label);
	});
});

describe('what people choose from', () => {
	const collections = everyParameter().filter(({ type }) => type === 'collection');
	const choices = everyParameter().filter(({ options }) => (options?.length ?? 0) > 0);
	const isNumbered = (parameter: INodeProperties): boolean =>
		typeof choicesIn(parameter)[0]?.value === 'number';

	test('is in alphabetical order in every collection', () => {
		for (const collection of collections) {
			const shown = propertiesIn(collection).map(({ displayName }) => displayName);
			expect(shown).toEqual(inOrder(shown));
		}
		expect(collections.length).toBeGreaterThanOrEqual(builtOperations().length);
	});

	test('is in the order of its life where Nexudus numbers it', () => {
		const numbered = choices.filter(isNumbered);
		for (const parameter of numbered) {
			const values = choicesIn(parameter).map(({ value }) => Number(value));
			expect(values).toEqual(values.map((_value, index) => index));
		}
		expect(numbered.length).toBeGreaterThan(4);
	});

	test('is in alphabetical order in every other drop-down', () => {
		for (const parameter of choices.filter((one) => !isNumbered(one))) {
			const shown = choicesIn(parameter).map(({ name }) => name);
			expect(shown).toEqual(inOrder(shown));
		}
	});

	test('is explained in every collection', () => {
		const silent = collections.flatMap(propertiesIn).filter(({ description }) => !description);
		expect(silent.map(({ name }) => name)).toEqual([]);
	});
});
