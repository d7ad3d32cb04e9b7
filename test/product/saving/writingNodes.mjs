import { byId } from '../harness/nodes.mjs';
import { EVERY_FIELD, fromList, valuesOf } from './nodeValues.mjs';

const NAME = '={{ $json.name }}';
const LONG_AGO = '2024-01-01T00:00:00Z';
const GONE = 999_999_999;

/** @typedef {import('./operationWorkflows.mjs').NodeWish} NodeWish */

/**
 * @param {Array<Record<string, any>>} contacts
 * @returns {NodeWish[]}
 */
export function updateNodes(contacts) {
	const [target, other, ...more] = named(contacts).slice(3);
	const update = (contact, parameters) => ({
		operation: 'update',
		contractContactId: byId(contact.Id),
		...parameters,
	});
	return [
		[
			'Every field',
			update(target, { updateFields: everyField(contacts, 'update'), output: 'raw' }),
		],
		[
			'Every field cleared',
			update(target, {
				contractContactId: fromList(target.Id, target.FullName),
				clearFields: valuesOf('update', 'clearFields'),
				output: 'selected',
				outputFields: valuesOf('update', 'outputFields'),
			}),
		],
		[
			'Empty values ignored',
			update(other, { updateFields: { email: '', notes: '={{ $json.note }}' } }),
		],
		[
			'Empty values clear',
			update(other, { updateFields: { email: '' }, options: { emptyValues: 'clear' } }),
		],
		[
			'Not changed by others',
			update(more[0], {
				updateFields: { amlNotes: 'Checked again.' },
				options: { onlyIfUnchangedSince: more[0].UpdatedOn, emptyValues: 'ignore' },
			}),
		],
		[
			'Changed by others',
			update(more[1], {
				updateFields: { amlNotes: 'Never written.' },
				options: { onlyIfUnchangedSince: LONG_AGO },
			}),
			{ onError: 'continueErrorOutput' },
		],
		['Nothing differs', update(more[1], { updateFields: { fullName: more[1].FullName } })],
		[
			'Nothing differs, written all the same',
			update(more[1], {
				updateFields: { fullName: more[1].FullName },
				output: 'simplified',
				options: { writeUnchanged: true, readBack: true, maxThrottleWait: 45 },
			}),
		],
		...choices('update', 'updateFields', ({ name, value }, index) =>
			update(more[2 + (index % 7)], { updateFields: { [name]: value } }),
		),
	];
}

/**
 * @param {Array<Record<string, any>>} contacts
 * @returns {NodeWish[]}
 */
export function createNodes(contacts) {
	const { CoworkerContractId: contract } = contacts[5];
	const create = (parameters) => ({
		operation: 'create',
		coworkerContractId: byId(contract),
		fullName: NAME,
		...parameters,
	});
	const statuses = valuesOf('create', 'amlCheckStatus').map(Number);
	const types = valuesOf('create', 'contractContactType').map(Number);
	return [
		['As it is added', create({ additionalFields: {}, options: {} })],
		[
			'Every field',
			create({
				coworkerContractId: fromList(contract, `Harbour plan (#${contract})`),
				additionalFields: everyField(contacts, 'create'),
				output: 'raw',
			}),
		],
		[
			'Not read back',
			create({
				authentication: 'login',
				additionalFields: { notes: "={{ 'For ' + $json.name }}" },
				output: 'selected',
				outputFields: valuesOf('create', 'outputFields'),
				options: { readBack: false, maxThrottleWait: 20 },
			}),
		],
		...statuses.map((amlCheckStatus) => {
			const contractContactType = types[amlCheckStatus % types.length];
			return [
				`Status ${amlCheckStatus}, type ${contractContactType}`,
				create({ amlCheckStatus, contractContactType, output: 'simplified' }),
			];
		}),
	];
}

/**
 * @param {Array<Record<string, any>>} contacts
 * @returns {NodeWish[]}
 */
export function upsertNodes(contacts) {
	const withEmail = named(contacts).filter(({ Email }) => Email);
	const [, , ofEmail, ofName] = withEmail;
	const linked = contacts.find(({ CoworkerId, FullName }) => CoworkerId && FullName);
	const upsert = ({ CoworkerContractId }, parameters) => ({
		operation: 'upsert',
		coworkerContractId: byId(CoworkerContractId),
		fullName: NAME,
		...parameters,
	});
	const byEmail = (email, more) => upsert(ofEmail, { matchOn: 'email', email, ...more });
	return [
		['By email, there', byEmail(ofEmail.Email.toUpperCase(), { output: 'raw' })],
		[
			'By email, new',
			byEmail('lukasz.wojcik@mailbox.example', {
				coworkerContractId: fromList(ofEmail.CoworkerContractId, 'Harbour plan'),
				additionalFields: without('email', everyField(contacts, 'upsert')),
				options: { readBack: true },
			}),
		],
		[
			'By name, all cleared',
			upsert(ofName, {
				matchOn: 'fullName',
				fullName: ofName.FullName,
				clearFields: valuesOf('upsert', 'clearFields'),
				output: 'selected',
				outputFields: valuesOf('upsert', 'outputFields'),
			}),
		],
		[
			'By name, new',
			upsert(ofName, {
				matchOn: 'fullName',
				additionalFields: { email: EVERY_FIELD.email, coworkerId: byId(linked.CoworkerId) },
				output: 'simplified',
				options: { readBack: false, maxThrottleWait: 20 },
			}),
		],
		[
			'By coworker, there',
			upsert(linked, {
				matchOn: 'coworkerId',
				coworkerId: fromList(linked.CoworkerId, linked.CoworkerFullName),
				fullName: linked.FullName,
				options: { writeUnchanged: true, emptyValues: 'ignore' },
			}),
		],
		[
			'By email, emptied',
			byEmail(ofEmail.Email, {
				additionalFields: { phoneNumber: '', notes: '={{ $json.name }}' },
				options: { emptyValues: 'clear' },
			}),
		],
		...choices('upsert', 'additionalFields', ({ name, value }) =>
			byEmail(`${name}.${value}@mailbox.example`.toLowerCase(), {
				additionalFields: { [name]: value },
			}),
		),
	];
}

/**
 * @param {Array<Record<string, any>>} contacts
 * @returns {NodeWish[]}
 */
export function deleteNodes(contacts) {
	const [first, second, third] = contacts.slice(-4);
	const remove = (id, options) => ({
		operation: 'delete',
		contractContactId: byId(id),
		options,
	});
	return [
		['By expression', { operation: 'delete', contractContactId: byId('={{ $json.id }}') }],
		['From the list', remove(first.Id, { onlyIfUnchangedSince: first.UpdatedOn })],
		[
			'Changed by others',
			remove(second.Id, { onlyIfUnchangedSince: LONG_AGO }),
			{ onError: 'continueRegularOutput' },
		],
		['Gone already', remove(GONE, { ignoreMissing: true, maxThrottleWait: 10 })],
		[
			'By login',
			{
				...remove(third.Id, {}),
				contractContactId: fromList(third.Id, 'Third'),
				authentication: 'login',
			},
		],
		['Not there', remove(GONE, {}), { onError: 'continueErrorOutput' }],
	];
}

function everyField(contacts, operation) {
	const { CountryId } = contacts[0];
	const { CoworkerId } = contacts.findLast((contact) => contact.CoworkerId);
	const fields = {
		...EVERY_FIELD,
		countryId: fromList(CountryId, 'Ireland (IE)'),
		coworkerId: byId(CoworkerId),
	};
	if (operation === 'create') return fields;
	const status = { amlCheckStatus: 3, contractContactType: 2 };
	if (operation === 'upsert') return { ...fields, ...status };
	const { CoworkerContractId } = contacts[7];
	const required = { coworkerContractId: byId(CoworkerContractId), fullName: 'Beatriz Almeida' };
	return { ...fields, ...status, ...required };
}

/** One node for each value of the two fields whose values are to choose from. */
function choices(operation, collection, parametersFor) {
	const all = ['amlCheckStatus', 'contractContactType'].flatMap((name) =>
		valuesOf(operation, `${collection}.${name}`).map((value) => ({ name, value: Number(value) })),
	);
	return all.map((choice, index) => [
		`${choice.name} ${choice.value}`,
		parametersFor(choice, index),
	]);
}

function named(contacts) {
	return contacts.filter(({ FullName }) => FullName);
}

function without(name, fields) {
	return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}
