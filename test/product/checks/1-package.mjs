import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
	CONTRACT_CONTACT,
	CONTRACT_CONTACT_TRIGGER,
	COWORKER_CONTRACT,
} from '../harness/nodes.mjs';
import { ADDED_BY_N8N, parameterPaths } from '../harness/parameterPaths.mjs';

const OPERATIONS = ['create', 'delete', 'get', 'getAll', 'update', 'upsert'];
const EVENTS = ['amlStatusChanged', 'created', 'createdOrUpdated', 'deleted'];
/** What workflows out there hold. A line that goes or changes needs a new version of the node. */
const SAVED = JSON.parse(readFileSync(new URL('../savedParameters.json', import.meta.url), 'utf8'));
const CREDENTIALS = ['nexudusApi', 'nexudusLoginApi'];

export const group = {
	title: 'What n8n finds in the package',
	checks: {
		'the node has its six operations and takes both credentials': async (product) => {
			const type = await nodeType(product, CONTRACT_CONTACT);
			assert.equal(type.displayName, 'Nexudus Contract Contact');
			assert.deepEqual(valuesOf(type, 'operation'), OPERATIONS);
			assert.deepEqual(type.credentials.map(({ name }) => name).sort(), CREDENTIALS);
		},
		'the node for contracts has the operations that read, and no other': async (product) => {
			const type = await nodeType(product, COWORKER_CONTRACT);
			assert.equal(type.displayName, 'Nexudus Coworker Contract');
			assert.deepEqual(valuesOf(type, 'operation'), ['get', 'getAll']);
			assert.deepEqual(type.credentials.map(({ name }) => name).sort(), CREDENTIALS);
		},
		'the trigger has its four events and polls': async (product) => {
			const type = await nodeType(product, CONTRACT_CONTACT_TRIGGER);
			assert.equal(type.displayName, 'Nexudus Contract Contact Trigger');
			assert.deepEqual(valuesOf(type, 'event'), EVENTS);
			assert.equal(type.polling, true);
			assert.deepEqual(type.group, ['trigger']);
		},
		'every parameter and value that saved workflows may hold is there, by its name': async (
			product,
		) => {
			const types = [CONTRACT_CONTACT, CONTRACT_CONTACT_TRIGGER, COWORKER_CONTRACT];
			for (const name of types) {
				const paths = parameterPaths(await nodeType(product, name));
				assert.deepEqual(paths, SAVED[name.split('.')[1]], name);
			}
		},
		'the node is there as a tool for agents': async (product) => {
			for (const node of [CONTRACT_CONTACT, COWORKER_CONTRACT]) {
				const type = await nodeType(product, `${node}Tool`);
				assert.deepEqual(type.outputs, ['ai_tool']);
				assert.ok(type.properties.some(({ name }) => name === 'toolDescription'));
			}
		},
		'both credential types are there, with hidden secrets and a test': async ({ client }) => {
			const types = await client.get('/types/credentials.json');
			for (const name of CREDENTIALS) {
				const type = types.find((candidate) => candidate.name === name);
				assert.ok(type, `${name} is missing`);
				assert.ok(type.test, `${name} has no test`);
				for (const property of type.properties.filter(isSecret))
					assert.equal(property.typeOptions?.password, true, `${name} shows ${property.name}`);
			}
		},
		'the icons are served for light and dark': async (product) => {
			const types = await product.client.get('/types/credentials.json');
			const credentials = types.filter(({ name }) => CREDENTIALS.includes(name));
			const nodes = [CONTRACT_CONTACT, CONTRACT_CONTACT_TRIGGER, COWORKER_CONTRACT];
			const nodeTypes = await Promise.all(nodes.map((name) => nodeType(product, name)));
			for (const type of [...nodeTypes, ...credentials]) {
				assert.deepEqual(Object.keys(type.iconUrl ?? {}).sort(), ['dark', 'light'], type.name);
				for (const path of Object.values(type.iconUrl)) await assertPicture(product, path);
			}
		},
		'the editor loads the descriptions that it asks for by name': async ({ client }) => {
			const nodeInfos = [CONTRACT_CONTACT, CONTRACT_CONTACT_TRIGGER].map((name) => ({
				name,
				version: 1,
			}));
			const types = await client.post('/rest/node-types', { nodeInfos });
			assert.deepEqual(
				types.map(({ displayName }) => displayName),
				['Nexudus Contract Contact', 'Nexudus Contract Contact Trigger'],
			);
		},
		'documentation, categories and search words come along': async (product) => {
			for (const name of [CONTRACT_CONTACT, CONTRACT_CONTACT_TRIGGER, COWORKER_CONTRACT]) {
				const { codex } = await nodeType(product, name);
				assert.ok(codex?.categories?.length > 0, `${name} has no category`);
				assert.ok(codex.alias?.length > 0, `${name} has no search words`);
				assert.ok(codex.resources?.primaryDocumentation?.length > 0, `${name} has no link`);
			}
		},
	},
};

async function nodeType({ client }, name) {
	const types = await client.get('/types/nodes.json');
	const type = types.find((candidate) => candidate.name === name);
	assert.ok(type, `${name} is missing`);
	return type;
}

function valuesOf({ properties }, parameter) {
	const { options } = properties.find(({ name }) => name === parameter);
	const values = options.map(({ value }) => value);
	return values.filter((value) => !ADDED_BY_N8N.includes(value)).sort();
}

function isSecret({ name }) {
	return ['accessToken', 'password'].includes(name);
}

async function assertPicture({ url }, path) {
	const response = await fetch(`${url}/${path}`);
	assert.equal(response.status, 200, path);
	assert.match(response.headers.get('content-type'), /svg/, path);
	assert.match(await response.text(), /<svg/, path);
}
