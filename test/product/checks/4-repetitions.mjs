import assert from 'node:assert/strict';
import { byId } from '../harness/nodes.mjs';
import { runOperation } from '../harness/operation.mjs';

const NAMES = ['Ines Carvalho', 'Łukasz Wójcik', 'Amara Okafor'];
const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };
const REFUSAL = { status: 400, body: { Message: 'Try later', WasSuccessful: false } };

export const group = {
	title: 'n8n’s Retry On Fail, which repeats the node with all items',
	checks: {
		'Create creates each contact once where the second failed at first': async (product) => {
			const { created, rows } = await createWithFault(product, { nth: 2, how: REFUSAL });
			assert.deepEqual(
				rows().map(({ FullName }) => FullName),
				NAMES,
			);
			assert.deepEqual(namesOf(created), [...NAMES].sort());
		},
		'with On Error = Continue it does so where the first failed at first': async (product) => {
			const { created, rows } = await createWithFault(
				product,
				{ nth: 1, how: REFUSAL },
				'continueRegularOutput',
			);
			assert.deepEqual(
				rows().map(({ FullName }) => FullName),
				NAMES,
			);
			assert.deepEqual(namesOf(created), [...NAMES].sort());
		},
		'what may have been created is not created again': async (product) => {
			const { created, run } = await createWithFault(product, { nth: 1, how: 'cut after' });
			assert.match(run.error.message, /so it may have been created/);
			assert.equal(namesOf(created).filter((name) => name === NAMES[0]).length, 1);
		},
	},
};

async function createWithFault(product, { nth, how }, onError) {
	const { practice } = product;
	const before = await practice.contacts();
	const [{ CoworkerContractId: contract }] = before;
	await practice.fail({
		when: { method: 'POST', path: '/api/billing/contractcontacts', nth },
		how,
	});
	try {
		const run = await runOperation(
			product,
			{
				operation: 'create',
				coworkerContractId: byId(contract),
				fullName: '={{ $json.name }}',
			},
			{ rows: NAMES.map((name) => ({ name })), onError, settings: RETRY },
		);
		const known = new Set(before.map(({ Id }) => Id));
		const created = (await practice.contacts()).filter(({ Id }) => !known.has(Id));
		return { run, created, rows: () => run.rows };
	} finally {
		await practice.liftFaults();
	}
}

function namesOf(contacts) {
	return contacts.map(({ FullName }) => FullName).sort();
}
