import { EntityList } from '../listing/list';
import type { ApiRoute } from './apiRoute';
import type { EntityState } from './entityState';
import { asksForSeveral, getOne, getSeveral } from './reads';
import { create, remove, update } from './writes';

/** The routes of one entity, each with its role; what the API does not offer has none. */
export function entityRoutes(state: EntityState): ApiRoute[] {
	const { actions, entity, path } = state.definition;
	const all = [...reads(state, path), ...writes(state, path)];
	return all
		.filter(({ action }) => actions.includes(action))
		.map(({ action, ...route }) => ({ ...route, role: `${entity}-${action}` }));
}

type Offered = Omit<ApiRoute, 'role'> & { action: EntityState['definition']['actions'][number] };

function reads(state: EntityState, path: string): Offered[] {
	const list = new EntityList(state.definition, state.table);
	return [
		{
			method: 'GET',
			action: 'Read',
			path: new RegExp(`^/api/${path}/$`, 'i'),
			only: asksForSeveral,
			handle: ({ request }) => getSeveral(state, request),
		},
		{
			method: 'GET',
			action: 'List',
			path: listPath(path),
			handle: ({ request }) => list.answer(request.query, state.assumptions),
		},
		{
			method: 'GET',
			action: 'Read',
			path: recordPath(path),
			handle: ({ parts: [id] }) => getOne(state, Number(id)),
		},
	];
}

function writes(state: EntityState, path: string): Offered[] {
	return [
		{
			method: 'POST',
			action: 'Create',
			path: listPath(path),
			handle: (call) => create(state, call),
		},
		{ method: 'PUT', action: 'Edit', path: listPath(path), handle: (call) => update(state, call) },
		{
			method: 'DELETE',
			action: 'Delete',
			path: recordPath(path),
			handle: (call) => remove(state, call),
		},
	];
}

function listPath(path: string): RegExp {
	return new RegExp(`^/api/${path}/?$`, 'i');
}

function recordPath(path: string): RegExp {
	return new RegExp(`^/api/${path}/(\\d+)/?$`, 'i');
}
