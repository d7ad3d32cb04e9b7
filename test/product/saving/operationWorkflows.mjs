import { byId, contractContact, manualTrigger, mainTo, rowsAsItems } from '../harness/nodes.mjs';
import { agentWorkflows } from './agentWorkflows.mjs';
import { createNodes, deleteNodes, updateNodes, upsertNodes } from './writingNodes.mjs';
import { filterValue, fromList, namesIn, nodeFilterValues, valuesOf } from './nodeValues.mjs';

const BRANCH_HEIGHT = 160;
/** Dates without a zone of their own must mean the same on every machine. */
const SETTINGS = { executionOrder: 'v1', timezone: 'Europe/Lisbon' };
const GONE = 999_999_999;
/** A contact in the middle of what the dates span, so that both ends of a range leave some out. */
const RANGE_FROM = 20;

/**
 * @typedef {object} Credentials how nodes refer to the credentials of both types
 * @property {Record<string, { id: string, name: string }>} accessToken
 * @property {Record<string, { id: string, name: string }>} login
 *
 * @typedef {[name: string, parameters: Record<string, unknown>, more?: Record<string, unknown>]} NodeWish
 */

/**
 * Workflows that hold every parameter and value of the node, in the order in which they are run.
 * @param {Credentials} credentials
 * @param {{ contacts: Array<Record<string, any>> }} records which they work on
 * @returns {Array<{ workflow: object, toolArguments?: Record<string, unknown> }>} the arguments are what
 *   a model calls the tool with
 */
export function operationWorkflows(credentials, records) {
	const { contacts } = records;
	const [complete] = contacts;
	const ids = [complete.Id, contacts[3].Id];
	const missing = [{ id: complete.Id }, { id: GONE }, { id: contacts[4].Id }];
	const make = (...given) => ({ workflow: branches(credentials, ...given) });
	return [
		make('Get Many, every filter', [{}], filterNodes(complete, contacts[RANGE_FROM])),
		make('Get Many, every order', [{}], sortNodes()),
		make('Get Many, options and output', [{ name: '' }], optionNodes(complete)),
		make('Get', [{ id: ids[0] }, { id: String(ids[1]) }], getNodes(complete)),
		make('Get, with failures that go on', missing, failureNodes()),
		make('Get, with a failure that stops', missing, [getNode('Stops')]),
		make('Update', [{ note: 'Seen by Ines' }], updateNodes(contacts)),
		make('Create or Update', [{ name: 'Łukasz Wójcik' }], upsertNodes(contacts)),
		make('Create', [{ name: 'Johanna Nyström' }, { name: '李雷' }], createNodes(contacts)),
		make('Delete', [{ id: contacts.at(-1).Id }], deleteNodes(contacts)),
		...agentWorkflows(credentials, contacts),
	];
}

/** Each node is on a branch of its own; n8n runs them from top to bottom. */
function branches({ accessToken, login }, name, rows, wishes) {
	const start = [manualTrigger(), ...rowsAsItems(rows)];
	const nodes = wishes.map(([title, parameters, more], index) => {
		const credentials = parameters.authentication === 'login' ? login : accessToken;
		const node = contractContact(title, parameters, { credentials, ...more });
		return { ...node, position: [600, index * BRANCH_HEIGHT] };
	});
	const toAll = { main: [nodes.flatMap((node) => mainTo(node).main[0])] };
	const connections = {
		[start[0].name]: mainTo(start[1]),
		[start[1].name]: mainTo(start[2]),
		[start[2].name]: toAll,
	};
	return { name, nodes: [...start, ...nodes], connections, settings: SETTINGS };
}

/** Selected fields: what comes out is short, and shows the value that was filtered by. */
function filterNodes(complete, middle) {
	const others = nodeFilterValues(complete);
	const names = namesIn('getAll', 'filters').filter((name) => !(name in others));
	const otherNodes = Object.entries(others).map(([name, value]) => [
		`Filter ${name}`,
		{ operation: 'getAll', returnAll: true, filters: { [name]: value } },
	]);
	const nodes = names.flatMap((name) => {
		const contact = /On(From|To)$/.test(name) && !name.startsWith('aml') ? middle : complete;
		const property = propertyOf(name.replace(/(From|To)$/, ''));
		const values = valuesOf('getAll', `filters.${name}`);
		const choices = values.length > 0 ? values.map((value) => [Number(value)]) : [undefined];
		return choices.map((choice) => [
			['Filter', name, choice].filter(Boolean).join(' '),
			{
				operation: 'getAll',
				returnAll: true,
				filters: { [name]: choice ?? filterValue(name, contact) },
				output: 'selected',
				outputFields: [property],
			},
		]);
	});
	return [...nodes, ...otherNodes];
}

function sortNodes() {
	const directions = valuesOf('getAll', 'sort.by.direction');
	return valuesOf('getAll', 'sort.by.field').map((field, index) => {
		const direction = directions[index % directions.length];
		return [
			`Sort by ${field}`,
			{
				operation: 'getAll',
				limit: 6,
				sort: { by: { field, direction } },
				output: 'selected',
				outputFields: [field],
			},
		];
	});
}

function optionNodes({ FullName }) {
	const [part] = FullName.split(' ');
	const listed = (name, parameters) => [name, { operation: 'getAll', ...parameters }];
	return [
		listed('As it is added', { options: {} }),
		listed('Three', { limit: 3, output: 'simplified', options: { maxThrottleWait: 30 } }),
		listed('Two statuses', { returnAll: true, filters: { amlCheckStatus: [3, 4] }, output: 'raw' }),
		listed('Full', { limit: 3, output: 'raw', options: { fullRecords: true, pageSize: 10 } }),
		listed('Contains', { filters: { fullName: part }, options: { textMatch: 'api' } }),
		listed('Is exactly, a part', { filters: { fullName: part }, options: { textMatch: 'exact' } }),
		listed('Is exactly', { filters: { fullName: FullName }, options: { textMatch: 'exact' } }),
		listed('Empty filter left out', {
			filters: { email: '={{ $json.name }}', contractContactType: [2] },
			options: { ignoreEmptyFilters: true },
		}),
		listed('Ranges together', {
			returnAll: true,
			filters: {
				createdOnFrom: '2024-10-01T00:00:00',
				createdOnTo: "={{ '2026-01-01' }}",
				coworkerActive: false,
			},
		}),
		listed('By login', { authentication: 'login', limit: 2 }),
		listed('Every field', {
			limit: 2,
			output: 'selected',
			outputFields: valuesOf('getAll', 'outputFields'),
		}),
	];
}

function getNodes({ Id, FullName }) {
	const contractContactId = byId('={{ $json.id }}');
	const one = { operation: 'get', contractContactId: byId(String(Id)) };
	return [
		['By expression', { operation: 'get', contractContactId, output: 'simplified' }],
		['By ID', { ...one, output: 'raw', options: { maxThrottleWait: 60 } }],
		[
			'From the list',
			{ ...one, contractContactId: fromList(Id, `${FullName} (Director, #${Id})`) },
		],
		['By login, raw', { ...one, authentication: 'login', contractContactId, output: 'raw' }],
		['Every field', { ...one, output: 'selected', outputFields: valuesOf('get', 'outputFields') }],
	];
}

function failureNodes() {
	return [
		getNode('On the regular output', { onError: 'continueRegularOutput' }),
		getNode('On the error output', { onError: 'continueErrorOutput' }),
	];
}

function getNode(name, more) {
	return [name, { operation: 'get', contractContactId: byId('={{ $json.id }}') }, more];
}

function propertyOf(parameter) {
	return parameter[0].toUpperCase() + parameter.slice(1);
}
