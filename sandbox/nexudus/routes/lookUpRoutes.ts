import type { Role } from '../accounts';
import type { Assumptions } from '../assumptions';
import { jsonTextAnswer } from '../http/answer';
import { EntityList } from '../listing/list';
import type { Entity, Field, StoredRecord } from '../records/field';
import {
	COUNTRY_FIELDS,
	COWORKER_CONTRACT_FIELDS,
	COWORKER_FIELDS,
	type Country,
	type Coworker,
	type CoworkerContract,
} from '../records/lookUps';
import type { RecordTable } from '../records/table';
import type { ApiRoute } from './apiRoute';

export interface LookUpTables {
	readonly CoworkerContract: RecordTable<CoworkerContract>;
	readonly Coworker: RecordTable<Coworker>;
	readonly Country: RecordTable<Country>;
}

/** The lists that pickers read, each with its own role (facts, section 6). */
export function lookUpRoutes(tables: LookUpTables, assumptions: Assumptions): ApiRoute[] {
	return [
		listRoute({
			path: /^\/api\/billing\/coworkercontracts\/?$/i,
			entity: 'CoworkerContract',
			role: 'CoworkerContract-List',
			fields: COWORKER_CONTRACT_FIELDS,
			table: tables.CoworkerContract,
			assumptions,
		}),
		listRoute({
			path: /^\/api\/spaces\/coworkers\/?$/i,
			entity: 'Coworker',
			role: 'Coworker-List',
			fields: COWORKER_FIELDS,
			table: tables.Coworker,
			assumptions,
		}),
		listRoute({
			path: /^\/api\/sys\/countries\/?$/i,
			entity: 'Country',
			role: 'Country-List',
			fields: COUNTRY_FIELDS,
			table: tables.Country,
			assumptions,
		}),
	];
}

interface ListRoute<R extends StoredRecord> {
	readonly path: RegExp;
	readonly entity: Entity;
	readonly role: Role;
	readonly fields: readonly Field[];
	readonly table: RecordTable<R>;
	readonly assumptions: Assumptions;
}

function listRoute<R extends StoredRecord>(route: ListRoute<R>): ApiRoute {
	const list = new EntityList(route.entity, route.fields, route.table);
	return {
		method: 'GET',
		path: route.path,
		role: route.role,
		handle: ({ request }) => jsonTextAnswer(200, list.page(request.query, route.assumptions)),
	};
}
