import type { INodeProperties } from 'n8n-workflow';
import { builtTrigger, choicesIn, propertiesIn } from './builtNode';
import { expectPicker } from './picker';

const { description } = builtTrigger;

function parameter(name: string): INodeProperties {
	const found = description.properties.filter((candidate) => candidate.name === name);
	expect(found).toHaveLength(1);
	return found[0];
}

function entry(collection: string, name: string): INodeProperties {
	const found = propertiesIn(parameter(collection)).filter((candidate) => candidate.name === name);
	expect(found).toHaveLength(1);
	return found[0];
}

function names(properties: readonly INodeProperties[]): string[] {
	return properties.map(({ name }) => name).sort();
}

function values(property: INodeProperties): unknown[] {
	return choicesIn(property).map(({ value }) => value);
}

describe('the trigger', () => {
	test('keeps the name and version that saved workflows know, and is no tool', () => {
		const { name, version, polling, inputs, usableAsTool } = description;
		expect({ name, version, polling, inputs, usableAsTool }).toEqual({
			name: 'contractContactTrigger',
			version: 1,
			polling: true,
			inputs: [],
			usableAsTool: undefined,
		});
	});

	test('has the known parameters, and no others', () => {
		expect(names(description.properties)).toEqual([
			'authentication',
			'event',
			'filters',
			'options',
			'output',
			'outputFields',
		]);
	});

	test('has the four events, and starts with new contacts', () => {
		const event = parameter('event');
		expect(values(event).sort()).toEqual([
			'amlStatusChanged',
			'created',
			'createdOrUpdated',
			'deleted',
		]);
		expect(event.default).toBe('created');
	});

	test('filters by contract, type and status', () => {
		expect(names(propertiesIn(parameter('filters')))).toEqual([
			'amlCheckStatus',
			'contractContactType',
			'coworkerContractId',
		]);
		expectPicker(entry('filters', 'coworkerContractId'));
	});

	test.each([
		['contractContactType', [0, 1, 2, 3]],
		['amlCheckStatus', [0, 1, 2, 3, 4, 5, 6]],
	])('offers every %s, several at once', (name, all) => {
		const filter = entry('filters', name);
		expect(filter).toMatchObject({ type: 'multiOptions', default: [] });
		expect(values(filter).map(Number).sort()).toEqual(all);
	});

	test('has the options of reading, with their defaults', () => {
		const options = propertiesIn(parameter('options'));
		expect(options.map((option) => [option.name, option.type, option.default]).sort()).toEqual([
			['addContract', 'boolean', false],
			['fullRecords', 'boolean', false],
			['maxThrottleWait', 'number', 120],
		]);
	});

	test('signs in and puts out what the node does', () => {
		expect(values(parameter('authentication'))).toEqual(['accessToken', 'login']);
		expect(values(parameter('output')).sort()).toEqual(['raw', 'selected', 'simplified']);
		expect(parameter('output').default).toBe('simplified');
		expect(parameter('outputFields').displayOptions?.show).toEqual({ output: ['selected'] });
		expect(values(parameter('outputFields'))).toContain('AmlNotes');
	});

	test('shows for deletions what a contact that is gone leaves to choose', () => {
		const hidden = { hide: { event: ['deleted'] } };
		for (const name of ['filters', 'output', 'outputFields']) {
			expect(parameter(name).displayOptions).toMatchObject(hidden);
		}
		expect(parameter('options').displayOptions).toBeUndefined();
		expect(entry('options', 'fullRecords').displayOptions).toEqual({
			hide: { '/event': ['deleted'] },
		});
		expect(entry('options', 'maxThrottleWait').displayOptions).toBeUndefined();
	});
});
