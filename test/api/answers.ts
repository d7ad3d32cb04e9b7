import type { NexudusAnswer, NexudusRequest } from '../../nodes/api/exchange';
import type { NexudusRecord } from '../../nodes/record/field';
import { contractContact } from '../../nodes/recordTypes/contractContact';

const CONTACTS = '/api/billing/contractcontacts';

/** Gives a contact with every property, as a read of it by itself gives it. */
export function wholeContact(Id: number): NexudusRecord {
	const properties = contractContact.fields.map(({ property }) => [property, null]);
	return { ...Object.fromEntries(properties), Id, FullName: `Anna Schmidt ${Id}` };
}

/** Gives an answer with a body of JSON. */
export function answered(body: unknown, status = 200): NexudusAnswer {
	return { status, reason: '', headers: {}, body };
}

/** Gives the answer of a Nexudus that is asked too often (document "API limitations"). */
export function throttledAnswer(seconds: number | undefined, status = 409): NexudusAnswer {
	return {
		status,
		reason: 'You must wait before accessing this url again.',
		headers: seconds === undefined ? {} : { 'retry-after': String(seconds) },
		body: '',
	};
}

/** Gives the answer to a write that was carried out. */
export function writtenAnswer(id: number): NexudusAnswer {
	return answered({
		Status: 200,
		Message: 'Ok',
		Value: { Id: id },
		UpdatedOn: '2026-05-17T09:30:00Z',
		UpdatedBy: 'anna@example.com',
		Errors: null,
		WasSuccessful: true,
	});
}

export const readRequest: NexudusRequest = {
	method: 'GET',
	path: `${CONTACTS}/1042`,
	purpose: 'get contract contact 1042',
	role: 'ContractContact-Read',
};

/** Gives the request that updates a contact. */
export function updateRequest(id: number): NexudusRequest {
	return {
		method: 'PUT',
		path: CONTACTS,
		body: { Id: id, FullName: 'Anna Schmidt' },
		purpose: `update contract contact ${id}`,
		role: 'ContractContact-Edit',
	};
}

export const createRequest: NexudusRequest = {
	method: 'POST',
	path: CONTACTS,
	body: { FullName: 'Anna Schmidt' },
	purpose: 'create the contract contact',
	role: 'ContractContact-Create',
};

export const deleteRequest: NexudusRequest = {
	method: 'DELETE',
	path: `${CONTACTS}/1042`,
	purpose: 'delete contract contact 1042',
	role: 'ContractContact-Delete',
};
