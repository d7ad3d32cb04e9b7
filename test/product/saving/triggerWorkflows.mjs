import { chain, contractContactTrigger, node } from '../harness/nodes.mjs';
import { fromList, PARAMETERS } from './nodeValues.mjs';

export const TRIGGER = 'Nexudus changes';

/**
 * Workflows that hold every parameter and value of the trigger.
 * @param {import('./operationWorkflows.mjs').Credentials} credentials
 * @param {number} contract the one whose contacts one of them is for
 * @returns {object[]}
 */
export function triggerWorkflows({ accessToken, login }, contract) {
	const workflow = (name, parameters, credentials = accessToken) => {
		const trigger = contractContactTrigger(TRIGGER, parameters, { credentials });
		return chain(name, [trigger, node('Done', 'n8n-nodes-base.noOp', 1)]);
	};
	return [
		workflow('On created', { event: 'created', output: 'raw' }),
		workflow('On any change', { event: 'createdOrUpdated', output: 'raw' }),
		workflow('On AML status', { event: 'amlStatusChanged', output: 'raw' }),
		workflow('On deleted', { event: 'deleted', options: { maxThrottleWait: 30 } }),
		workflow('On created, directors and recipients', {
			event: 'created',
			filters: { contractContactType: [1, 3] },
			output: 'simplified',
		}),
		workflow(
			'On any change, one contract',
			{
				authentication: 'login',
				event: 'createdOrUpdated',
				filters: {
					coworkerContractId: fromList(contract, `Harbour plan (#${contract})`),
					contractContactType: [0, 1, 2, 3],
					amlCheckStatus: [0, 1, 2, 3, 4, 5, 6],
				},
				output: 'raw',
				options: { fullRecords: true, maxThrottleWait: 30 },
			},
			login,
		),
		workflow('On AML status, matches', {
			event: 'amlStatusChanged',
			filters: { amlCheckStatus: [3, 4] },
			output: 'selected',
			outputFields: PARAMETERS.contractContactTrigger.always
				.filter((path) => path.startsWith('outputFields = '))
				.map((path) => path.replace('outputFields = ', '')),
		}),
	];
}

const MINUTE = 60_000;

/** What is there before the activation, but not long: nothing of it may come out, ever. */
export async function makeChangesBeforeActivation(practice) {
	const contacts = await practice.contacts();
	const settledLongAgo = stampedBefore(13 * MINUTE);
	await practice.changeContact(contacts[9].Id, { AmlCheckStatus: 3, UpdatedOn: settledLongAgo });
	await practice.addContact({
		...newContact(contacts[5], 'Harriet Lowe'),
		CreatedOn: settledLongAgo,
		UpdatedOn: settledLongAgo,
	});
	const inOverlap = stampedBefore(4 * MINUTE);
	await practice.changeContact(contacts[10].Id, { AmlCheckStatus: 4, UpdatedOn: inOverlap });
}

/** Changes that the triggers hand over, before their states are kept. */
export async function makeEarlierChanges(practice) {
	const contacts = await practice.contacts();
	await practice.changeContact(contacts[5].Id, { AmlCheckStatus: 3 });
	await practice.changeContact(contacts[6].Id, { PhoneNumber: '+44 20 7946 0101' });
	await practice.addContact({ ...newContact(contacts[5], 'Beatriz Almeida'), AmlCheckStatus: 3 });
	await practice.addContact({ ...newContact(contacts[6], '李雷'), ContractContactType: 3 });
	await practice.remove('contacts', contacts[13].Id);
}

/** Changes inside the same ten minutes that nobody saw before the states were kept. */
export async function makeLaterChanges(practice) {
	const contacts = await practice.contacts();
	const { UpdatedOn } = contacts[6];
	// A second write within the second of the first: the record alone tells of it.
	await practice.changeContact(contacts[6].Id, { PhoneNumber: '+44 20 7946 0202', UpdatedOn });
	await practice.changeContact(contacts[5].Id, { AmlCheckStatus: 2 });
	await practice.remove('contacts', contacts[15].Id);
	await practice.changeContact(contacts[7].Id, { FullName: 'Johanna Nyström-Berg' });
	// These become visible later than their stamps say.
	const late = stampedBefore(3 * MINUTE);
	await practice.changeContact(contacts[8].Id, { AmlCheckStatus: 4, UpdatedOn: late });
	const lateContact = { ...newContact(contacts[5], 'Łukasz Wójcik'), ContractContactType: 3 };
	await practice.addContact({ ...lateContact, CreatedOn: late, UpdatedOn: late });
	const alias = { ...newContact(contacts[5], 'Harbour & Finch Online'), ContractContactType: 2 };
	await practice.addContact({ ...alias, AmlCheckStatus: 4, Notes: 'Forward letters weekly.' });
}

function newContact({ CoworkerContractId }, FullName) {
	return { CoworkerContractId, FullName, ContractContactType: 1, AmlCheckStatus: 0 };
}

function stampedBefore(milliseconds) {
	return new Date(Date.now() - milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
