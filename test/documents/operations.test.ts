import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import {
	builtContractNode,
	builtNode,
	builtOperations,
	choicesIn,
	parameterIn,
	shownEntries,
	shownParameter,
} from './builtNode';
import type { KnownParameter } from './operations';
import { knownContractOperations, knownOperations } from './operations';
import { expectPicker, searchOf } from './picker';

const ALWAYS = ['authentication', 'resource', 'operation'];
const built = builtOperations().map(({ value }) => String(value));

describe('the node', () => {
	test('keeps the name and version that saved workflows know', () => {
		const { name, version, usableAsTool } = builtNode.description;
		expect({ name, version, usableAsTool }).toEqual({
			name: 'contractContact',
			version: 1,
			usableAsTool: true,
		});
	});

	test('signs in with an access token, or with a login', () => {
		const parameter = shownParameter('authentication', {});
		expect(choicesIn(parameter).map(({ value }) => value)).toEqual(['accessToken', 'login']);
		expect(parameter.default).toBe('accessToken');
		const credentials = builtNode.description.credentials?.map(
			({ name, required, displayOptions }) => [name, required, displayOptions?.show],
		);
		expect(credentials).toEqual([
			['nexudusApi', true, { authentication: ['accessToken'] }],
			['nexudusLoginApi', true, { authentication: ['login'] }],
		]);
	});

	test('hangs its operations on one hidden resource, by which n8n names a node after what it does', () => {
		const resource = shownParameter('resource', {});
		expect(resource).toMatchObject({ type: 'hidden', default: 'contractContact' });
		expect(choicesIn(resource).map(({ value }) => value)).toEqual(['contractContact']);
		const { displayOptions } = shownParameter('operation', {});
		expect(displayOptions?.show).toEqual({ resource: ['contractContact'] });
	});

	test('for contracts has the two operations that read, and is a tool as well', () => {
		const { name, version, usableAsTool } = builtContractNode.description;
		expect({ name, version, usableAsTool }).toEqual({
			name: 'coworkerContract',
			version: 1,
			usableAsTool: true,
		});
		const values = builtOperations(builtContractNode).map(({ value }) => value);
		expect(values).toEqual(Object.keys(knownContractOperations));
	});

	test('has the six operations, and no others', () => {
		expect([...built].sort()).toEqual(Object.keys(knownOperations).sort());
	});
});

const operations = [
	...built.map((value) => ({ value, what: 'contacts', node: builtNode, known: knownOperations })),
	...Object.keys(knownContractOperations).map((value) => ({
		value,
		what: 'contracts',
		node: builtContractNode,
		known: knownContractOperations,
	})),
];

describe.each(operations)('the operation $value on $what', ({ value, node, known: all }) => {
	const { name, parameters, options } = all[value];

	test('is called what people know it by', () => {
		expect(builtOperations(node).find((option) => option.value === value)?.name).toBe(name);
	});

	test('has the known parameters, and no others', () => {
		const ofOperation = node.description.properties.filter(({ displayOptions }) =>
			displayOptions?.show?.operation?.includes(value),
		);
		const names = new Set(ofOperation.map((parameter) => parameter.name));
		expect([...names].sort()).toEqual(Object.keys(parameters).sort());
		const forAll = node.description.properties.filter(
			({ displayOptions }) => !displayOptions?.show?.operation,
		);
		expect(forAll.map((parameter) => parameter.name)).toEqual(ALWAYS);
	});

	test.each(Object.entries(parameters))('%s is as it always was', (parameter, known) => {
		expectKnown(shownParameter(parameter, { operation: value, ...known.shownWith }, node), known);
	});

	test('shows a parameter only where it is of use', () => {
		for (const [parameter, { shownWith, hiddenWith }] of Object.entries(parameters)) {
			if (hiddenWith) {
				const hiding = { operation: value, ...shownWith, ...hiddenWith };
				expect(() => shownParameter(parameter, hiding)).toThrow('There is no parameter');
			}
			if (!shownWith) continue;
			const others: INodeParameters = { operation: value };
			for (const name of Object.keys(shownWith)) others[name] = 'something else';
			expect(() => shownParameter(parameter, others, node)).toThrow('There is no parameter');
		}
	});

	test('has the known options, and no others', () => {
		const offered = shownEntries('options', { operation: value }, node);
		expect([...offered.keys()].sort()).toEqual(Object.keys(options).sort());
	});

	test.each(Object.entries(options))('the option %s is as it always was', (option, known) => {
		expectKnown(parameterIn(shownEntries('options', { operation: value }, node), option), known);
	});
});

describe('the pickers', () => {
	test('fill from one search for each kind of record', () => {
		const contact = shownParameter('contractContactId', { operation: 'get' });
		const filters = shownEntries('filters', { operation: 'getAll' });
		const searches = [
			contact,
			...['coworkerContractId', 'coworkerId', 'countryId'].map((one) => parameterIn(filters, one)),
		].map(searchOf);
		expect(new Set(searches).size).toBe(4);
		const ofCreate = shownParameter('coworkerContractId', { operation: 'create' });
		expect(searchOf(ofCreate)).toBe(searches[1]);
	});
});

function expectKnown(parameter: INodeProperties, known: KnownParameter): void {
	expect(parameter.type).toBe(known.type);
	expect(parameter.required ?? false).toBe(known.required ?? false);
	expect(parameter.default).toEqual(known.default);
	if (known.type === 'resourceLocator') expectPicker(parameter);
	if (known.typeOptions) expect(parameter.typeOptions).toMatchObject(known.typeOptions);
	if (!known.values) return;
	const values = choicesIn(parameter).map(({ value }) => value);
	expect(values.sort()).toEqual(known.values);
}
