import type { NexudusAnswer, NexudusRequest, Send } from '../../../nodes/api/exchange';
import { NoAnswer } from '../../../nodes/api/exchange';
import type { ModelContact, Table } from './table';

/** How the model's API behaves where its documents leave room. */
export interface Behaviour {
	/** Rows a page at the most. */
	mostRows: number;
	directions: 'zeroOne' | 'oneMinusOne' | 'words';
	/** Milliseconds that a request takes. */
	latency: number;
	/** What a read of several contacts does where one of them can't be read. */
	unreadableInBatch: 'fails' | 'leftOut';
	/** What the read of a contact answers that is not there. */
	unknownId: 404 | 500;
	/** What a read of several contacts does where one of them is not there. */
	unknownIdInBatch: 'missing' | 500;
	batchRoute: 'present' | 'absent' | 'failing';
}

/** What is wrong with the lists of one poll. */
export type ListFault =
	| 'none'
	/** They end after the first page although the total tells of more. */
	| 'capped'
	/** Pages after the first are refused. */
	| 'deep pages refused'
	| 'total too low'
	| 'total too high'
	/** Some contacts that can be read are neither shown nor counted. */
	| 'hiding some';

/** What happens at a poll's requests. */
export interface Disturbance {
	/** Called before each request is answered, with its number from 0. */
	before: (request: number) => void;
	/** The first request that fails, as all after it do; undefined for none. */
	failsFrom: number | undefined;
	how: 'cut' | 500 | 401 | 403;
	lists: ListFault;
}

/** Answers requests from a table as the list and the read of several ids do. */
export function modelApi(
	table: Table,
	behaviour: Behaviour,
	disturbance: () => Disturbance | undefined,
): Send {
	let count = 0;
	let former: Disturbance | undefined;
	return async (request) => {
		const current = disturbance();
		if (current !== former) count = 0;
		former = current;
		const number = count++;
		await Promise.resolve();
		table.pass(behaviour.latency);
		current?.before(number);
		if (current?.failsFrom !== undefined && number >= current.failsFrom) return failed(current.how);
		return answerTo(table, behaviour, request, current?.lists ?? 'none');
	};
}

function failed(how: Disturbance['how'] | 404): NexudusAnswer {
	if (how === 'cut') throw new NoAnswer('lost');
	return answer(how, { Message: 'An error has occurred.' });
}

function answer(status: number, body: unknown): NexudusAnswer {
	return { status, reason: '', headers: {}, body };
}

function answerTo(
	table: Table,
	behaviour: Behaviour,
	request: NexudusRequest,
	lists: ListFault,
): NexudusAnswer {
	const ids = /\?id=\[([\d,]+)\]$/.exec(request.path)?.[1];
	if (ids !== undefined) return several(table, behaviour, ids.split(',').map(Number));
	const one = /\/(\d+)$/.exec(request.path)?.[1];
	if (one !== undefined) return single(table, behaviour, Number(one));
	const query = new Map(request.query);
	if (lists === 'deep pages refused' && query.get('page') !== '1') return failed(403);
	return answer(200, page(table, behaviour, query, lists));
}

function single(table: Table, { unknownId }: Behaviour, id: number): NexudusAnswer {
	if (!table.isReadable(id)) return failed(500);
	const contact = table.get(id);
	return contact ? answer(200, contact) : answer(unknownId, { Message: 'Not found' });
}

function several(table: Table, behaviour: Behaviour, ids: readonly number[]): NexudusAnswer {
	const { batchRoute, unknownIdInBatch } = behaviour;
	if (batchRoute !== 'present') return failed(batchRoute === 'absent' ? 404 : 500);
	if (unknownIdInBatch === 500 && ids.some((id) => !table.get(id))) return failed(500);
	const readable = ids.filter((id) => table.isReadable(id));
	if (behaviour.unreadableInBatch === 'fails' && readable.length < ids.length) return failed(500);
	return answer(
		200,
		readable.flatMap((id) => table.get(id) ?? []),
	);
}

function page(
	table: Table,
	behaviour: Behaviour,
	query: ReadonlyMap<string, string>,
	lists: ListFault,
): unknown {
	const rows = table
		.contacts()
		.filter((contact) => isWithin(contact, query) && isShown(table, contact, lists));
	const column = (query.get('orderBy') ?? 'Id') as keyof ModelContact;
	const sign = isAscending(behaviour, query.get('dir')) ? 1 : -1;
	rows.sort((one, other) => sign * order(one[column], other[column]) || one.Id - other.Id);
	const size = Math.min(Number(query.get('size')), behaviour.mostRows);
	const start = (Number(query.get('page')) - 1) * size;
	return {
		Records: rows.slice(start, start + size),
		TotalItems: rows.length + (TOTAL_OFF_BY[lists] ?? 0),
		HasNextPage: lists !== 'capped' && start + size < rows.length,
	};
}

function isShown(table: Table, { Id }: ModelContact, lists: ListFault): boolean {
	return lists !== 'hiding some' || Id % 3 !== 0 || !table.isReadable(Id);
}

const TOTAL_OFF_BY: Partial<Record<ListFault, number>> = {
	'total too low': -1,
	'total too high': 1,
};

function isAscending({ directions }: Behaviour, dir: string | undefined): boolean {
	if (directions === 'words') return true;
	return directions === 'zeroOne' ? dir !== '1' : dir === '1';
}

function order(one: unknown, other: unknown): number {
	if (one === other) return 0;
	if (one === null) return -1;
	if (other === null) return 1;
	return (one as string | number) < (other as string | number) ? -1 : 1;
}

/** Both ends are included and name a minute. */
function isWithin(contact: ModelContact, query: ReadonlyMap<string, string>): boolean {
	for (const [name, bound] of query) {
		const match = /^(from|to)_ContractContact_(\w+)$/.exec(name);
		if (!match) continue;
		const stamp = contact[match[2] as keyof ModelContact];
		if (typeof stamp !== 'string') return false;
		const limit = `${bound}:00Z`;
		if (match[1] === 'from' ? stamp < limit : stamp > limit) return false;
	}
	return true;
}
