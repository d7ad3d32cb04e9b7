import { jsonTextAnswer } from '../http/answer';
import { EntityList } from '../listing/list';
import { CONTRACT_CONTACT_FIELDS } from '../records/contractContact';
import type { ApiRoute } from './apiRoute';
import type { ContactState } from './contactState';
import { asksForSeveral, getOne, getSeveral } from './contactReads';
import { create, remove, update } from './contactWrites';

const LIST_PATH = /^\/api\/billing\/contractcontacts\/?$/i;
const BATCH_PATH = /^\/api\/billing\/contractcontacts\/$/i;
const RECORD_PATH = /^\/api\/billing\/contractcontacts\/(\d+)\/?$/i;

/** The routes of /api/billing/contractcontacts, each with its role (facts, section 1). */
export function contractContactRoutes(state: ContactState): ApiRoute[] {
	const list = new EntityList('ContractContact', CONTRACT_CONTACT_FIELDS, state.table);
	return [
		{
			method: 'GET',
			path: BATCH_PATH,
			only: asksForSeveral,
			role: 'ContractContact-Read',
			handle: ({ request }) => getSeveral(state, request),
		},
		{
			method: 'GET',
			path: LIST_PATH,
			role: 'ContractContact-List',
			handle: ({ request }) => jsonTextAnswer(200, list.page(request.query, state.assumptions)),
		},
		{
			method: 'GET',
			path: RECORD_PATH,
			role: 'ContractContact-Read',
			handle: ({ parts: [id] }) => getOne(state, Number(id)),
		},
		{
			method: 'POST',
			path: LIST_PATH,
			role: 'ContractContact-Create',
			handle: (call) => create(state, call),
		},
		{
			method: 'PUT',
			path: LIST_PATH,
			role: 'ContractContact-Edit',
			handle: (call) => update(state, call),
		},
		{
			method: 'DELETE',
			path: RECORD_PATH,
			role: 'ContractContact-Delete',
			handle: (call) => remove(state, call),
		},
	];
}
