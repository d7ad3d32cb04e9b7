import assert from 'node:assert/strict';
import { byId, CONTRACT_CONTACT, CONTRACT_CONTACT_TRIGGER } from '../harness/nodes.mjs';
import { runOperation } from '../harness/operation.mjs';

const OPERATIONS = ['create', 'delete', 'get', 'getAll', 'update', 'upsert'];

export const group = {
	title: 'Previews of the output before the first run',
	checks: {
		'the editor gets one for each operation': async (product) => {
			for (const operation of OPERATIONS) {
				const schema = await preview(product, `${CONTRACT_CONTACT}/1.0.0/${operation}`);
				assert.equal(schema.type, 'object', operation);
				assert.ok('Id' in schema.properties, `${operation} shows no Id`);
			}
		},
		'the one for Get shows the fields that Get gives': async (product) => {
			const [{ Id }] = await product.practice.contacts();
			const { rows } = await runOperation(product, {
				operation: 'get',
				contractContactId: byId(Id),
			});
			const { properties } = await preview(product, `${CONTRACT_CONTACT}/1.0.0/get`);
			assert.deepEqual(Object.keys(properties).sort(), Object.keys(rows[0]).sort());
		},
		'the trigger has one': async (product) => {
			const { properties } = await preview(product, `${CONTRACT_CONTACT_TRIGGER}/1.0.0`);
			assert.ok('Id' in properties && 'AmlCheckStatus' in properties);
		},
	},
};

async function preview({ url, client }, path) {
	const { status, data } = await client.call('GET', `/schemas/${path}.json`);
	assert.equal(status, 200, `${url}/schemas/${path}.json`);
	return data;
}
