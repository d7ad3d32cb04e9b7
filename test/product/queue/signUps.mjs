import { byId, contractContact } from '../harness/nodes.mjs';
import { WebhookWorkflow } from './webhooks.mjs';

const CONTRACTS = 6;

/**
 * Publishes a workflow that makes a contact of each call, or changes the one that is there.
 * @param {import('./queueProduct.mjs').QueueProduct} product
 * @returns {Promise<WebhookWorkflow>}
 */
export function publishSignUp(product) {
	const { accessToken: credentials } = product;
	const parameters = {
		operation: 'upsert',
		coworkerContractId: byId('={{ $json.body.contract }}'),
		matchOn: 'email',
		email: '={{ $json.body.email }}',
		fullName: '={{ $json.body.name }}',
		additionalFields: { phoneNumber: '={{ $json.body.phone }}' },
	};
	const nexudus = contractContact('Nexudus', parameters, { credentials });
	return WebhookWorkflow.publish(product, 'Sign-up', [nexudus]);
}

/**
 * What people fill in whom no contract has yet, several on each of a few contracts.
 * @param {import('../harness/practice.mjs').Practice} practice
 * @param {{ count: number, team: string }} people the team makes their emails others than those of other teams
 */
export async function signUps(practice, { count, team }) {
	const all = (await practice.contacts()).map(({ CoworkerContractId }) => CoworkerContractId);
	const contracts = [...new Set(all)].slice(0, CONTRACTS);
	return Array.from({ length: count }, (_, index) => ({
		contract: contracts[index % CONTRACTS],
		name: `Amelia Whitcombe-${index + 1}`,
		email: `amelia.${index + 1}@${team}.riverside-studios.example`,
		phone: `+44 161 496 ${1_000 + index}`,
	}));
}

/**
 * @param {import('../harness/practice.mjs').Practice} practice
 * @param {Array<{ email: string }>} people
 * @returns {Promise<Array<Array<Record<string, any>>>>} the contacts of each
 */
export async function contactsOf(practice, people) {
	const contacts = await practice.contacts();
	return people.map(({ email }) => contacts.filter(({ Email }) => Email === email));
}
