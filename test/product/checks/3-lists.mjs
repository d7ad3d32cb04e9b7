import assert from 'node:assert/strict';
import { CONTRACT_CONTACT, CONTRACT_CONTACT_TRIGGER } from '../harness/nodes.mjs';

const TYPES = ['None', 'Director', 'Company Alias', 'Nominated Recipient'];
const MANY_PAGES = 50;
const LISTS = [
	{
		method: 'searchContractContacts',
		path: 'parameters.contractContactId',
		operation: 'get',
		shape: /^.+ \((None|Director|Company Alias|Nominated Recipient), .+, contract #\d+, #\d+\)$/,
	},
	{
		method: 'searchCoworkerContracts',
		path: 'parameters.coworkerContractId',
		operation: 'create',
		shape: /^.+ – .+ \(#\d+(, cancelled)?\)$/,
	},
	{
		method: 'searchCoworkers',
		path: 'parameters.additionalFields.coworkerId',
		operation: 'create',
		shape: /^.+$/,
	},
	{
		method: 'searchCountries',
		path: 'parameters.additionalFields.countryId',
		operation: 'create',
		shape: /^.+ \([A-Z]{2}\)$/,
	},
];

export const group = {
	title: 'Lists to choose from, asked for as the editor does it',
	checks: {
		'each list gives readable rows with ids': async (product) => {
			for (const list of LISTS) {
				const { results } = await search(product, list);
				assert.ok(results.length >= 20, `${list.method} gives ${results.length} rows`);
				for (const { name, value } of results) {
					assert.match(name, list.shape, list.method);
					assert.ok(Number.isInteger(Number(value)), `${list.method}: ${value}`);
				}
			}
		},
		'scrolling to the end gives every contact exactly once': async (product) => {
			const rows = await scroll(product, LISTS[0]);
			const contacts = await product.practice.contacts();
			assert.deepEqual(
				sorted(rows.map(({ value }) => value)),
				sorted(contacts.map(({ Id }) => Id)),
			);
		},
		'a contact is shown with name, company, type, plan, contract and number': async (product) => {
			const contacts = await product.practice.contacts();
			const contact = contacts.find(
				({ FullName, CoworkerCompanyName }) => FullName && CoworkerCompanyName,
			);
			const { results } = await search(product, LISTS[0], { filter: contact.FullName });
			const type = TYPES[contact.ContractContactType];
			const { name } = results.find(({ value }) => value === contact.Id);
			const plan = `${contact.CoworkerContractTariffName}, contract #${contact.CoworkerContractId}`;
			assert.equal(
				name,
				`${contact.FullName} – ${contact.CoworkerCompanyName} (${type}, ${plan}, #${contact.Id})`,
			);
		},
		'typing filters by name': async (product) => {
			const contacts = await product.practice.contacts();
			const wanted = contacts.filter(({ FullName }) => FullName?.includes('Zo'));
			assert.ok(wanted.length > 0 && wanted.length < contacts.length / 2);
			const rows = await scroll(product, LISTS[0], 'Zo');
			const found = new Set(rows.map(({ value }) => value));
			for (const { Id } of wanted) assert.ok(found.has(Id), `${Id} is missing`);
			for (const { name } of rows) assert.match(plain(name), /zo/);
		},
		'contracts are found by their company': async (product) => {
			const [first] = (await search(product, LISTS[1])).results;
			const company = first.name.split(' – ')[0];
			const { results } = await search(product, LISTS[1], { filter: company });
			assert.ok(results.some(({ value }) => value === first.value));
		},
		'the trigger lists contracts as well': async (product) => {
			const list = { ...LISTS[1], path: 'parameters.filters.coworkerContractId' };
			const { results } = await search(product, list, { node: CONTRACT_CONTACT_TRIGGER });
			assert.ok(results.length >= 20);
		},
		'a refused token is told in words in the list': async (product) => {
			const data = { accessToken: 'revoked-token', baseUrl: product.practice.url };
			const credential = { name: 'Revoked', type: 'nexudusApi', data };
			const { id, name } = await product.client.post('/rest/credentials', credential);
			const body = request(LISTS[0], { credentials: { nexudusApi: { id, name } } });
			const { status, data: answer } = await product.client.call('POST', ...body);
			assert.ok(status >= 400, `${status}`);
			assert.match(JSON.stringify(answer), /The sign-in was refused|refused|role/);
		},
	},
};

async function search(product, list, more = {}) {
	const { accessToken: credentials } = product;
	return product.client.post(...request(list, { credentials, ...more }));
}

function request({ method, path, operation }, { node = CONTRACT_CONTACT, ...more }) {
	return [
		'/rest/dynamic-node-parameters/resource-locator-results',
		{
			nodeTypeAndVersion: { name: node, version: 1 },
			path,
			methodName: method,
			currentNodeParameters: { authentication: 'accessToken', operation },
			...more,
		},
	];
}

async function scroll(product, list, filter) {
	const rows = [];
	let paginationToken;
	for (let page = 0; page < MANY_PAGES; page += 1) {
		const answer = await search(product, list, { filter, paginationToken });
		rows.push(...answer.results);
		({ paginationToken } = answer);
		if (paginationToken === undefined) return rows;
	}
	throw new Error(`${list.method} does not come to an end`);
}

function sorted(ids) {
	return [...ids].map(Number).sort((one, other) => one - other);
}

function plain(text) {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
