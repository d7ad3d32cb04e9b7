import type { NexudusAnswer, NexudusRequest, Send } from '../../../nodes/api/exchange';
import { NoAnswer } from '../../../nodes/api/exchange';
import type { ModelContact, Table } from './table';

/** How the model's API behaves where its documents leave room. */
export interface Behaviour {
	/** Rows a page at the most. */
	mostRows: number;
	directions: 'zeroOne' | 'oneMinusOne';
	/** Milliseconds that a request takes. */
	latency: number;
	/** What a read of several contacts does where one of them can't be read. */
	unreadableInBatch: 'fails' | 'leftOut';
}

/** What happens at a poll's requests. */
export interface Disturbance {
	/** Called before each request is answered, with its number from 0. */
	before: (request: number) => void;
	/** The first request that fails, as all after it do; undefined for none. */
	failsFrom: number | undefined;
	how: 'cut' | 500;
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
		return answerTo(table, behaviour, request);
	};
}

function failed(how: Disturbance['how']): NexudusAnswer {
	if (how === 'cut') throw new NoAnswer('lost');
	return answer(500, { Message: 'An error has occurred.' });
}

function answer(status: number, body: unknown): NexudusAnswer {
	return { status, reason: '', headers: {}, body };
}

function answerTo(table: Table, behaviour: Behaviour, request: NexudusRequest): NexudusAnswer {
	const ids = /\?id=\[([\d,]+)\]$/.exec(request.path)?.[1];
	if (ids !== undefined) return several(table, behaviour, ids.split(',').map(Number));
	const one = /\/(\d+)$/.exec(request.path)?.[1];
	if (one !== undefined) return single(table, Number(one));
	return answer(200, page(table, behaviour, new Map(request.query)));
}

function single(table: Table, id: number): NexudusAnswer {
	if (!table.isReadable(id)) return failed(500);
	const contact = table.get(id);
	return contact ? answer(200, contact) : answer(404, { Message: 'Not found' });
}

function several(table: Table, behaviour: Behaviour, ids: readonly number[]): NexudusAnswer {
	const readable = ids.filter((id) => table.isReadable(id));
	if (behaviour.unreadableInBatch === 'fails' && readable.length < ids.length) return failed(500);
	return answer(
		200,
		readable.flatMap((id) => table.get(id) ?? []),
	);
}

function page(table: Table, behaviour: Behaviour, query: ReadonlyMap<string, string>): unknown {
	const rows = table.contacts().filter((contact) => isWithin(contact, query));
	const column = (query.get('orderBy') ?? 'Id') as keyof ModelContact;
	const sign = isAscending(behaviour, query.get('dir')) ? 1 : -1;
	rows.sort((one, other) => sign * order(one[column], other[column]) || one.Id - other.Id);
	const size = Math.min(Number(query.get('size')), behaviour.mostRows);
	const start = (Number(query.get('page')) - 1) * size;
	return {
		Records: rows.slice(start, start + size),
		TotalItems: rows.length,
		HasNextPage: start + size < rows.length,
	};
}

function isAscending({ directions }: Behaviour, dir: string | undefined): boolean {
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
