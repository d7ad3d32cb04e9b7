import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { RecordedRequest } from '../../../sandbox/nexudus/http/requestLog';
import type { NodeRun, NodeRunResult } from '../engine';
import type { Sandbox } from '../sandbox';
import type { Matches } from './matching';

const LIST = '/api/billing/contractcontacts';
const PAGING = ['page', 'size', 'orderBy', 'dir'];

/** What came of a list, and what Nexudus was asked for it. */
export interface Listed extends NodeRunResult {
	ids: unknown[];
	requests: RecordedRequest[];
}

/** A locator in the mode By ID. */
export function byId(value: string | number | null): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

/** Runs Get Many for all records with these parameters, and gives what it asked of Nexudus. */
export async function list(
	sandbox: Sandbox,
	parameters: INodeParameters,
	more?: Partial<Omit<NodeRun, 'parameters'>>,
): Promise<Listed> {
	sandbox.nexudus.clearRequests();
	const result = await sandbox.run({ operation: 'getAll', returnAll: true, ...parameters }, more);
	const requests = [...sandbox.nexudus.requests];
	return { ...result, ids: result.json.map(({ Id }) => Id), requests };
}

/** The requests that asked for a page of the list. */
export function pagesAsked(requests: readonly RecordedRequest[]): RecordedRequest[] {
	return requests.filter(({ path, query }) => path === LIST && valueOf({ query }, 'page'));
}

/** The filters of the first list request: its query without paging and sorting. */
export function filtersSent(requests: readonly RecordedRequest[]): Array<[string, string]> {
	const [first] = pagesAsked(requests);
	return first.query.filter(([name]) => !PAGING.includes(name));
}

/** The value of one query parameter. */
export function valueOf(
	{ query }: Pick<RecordedRequest, 'query'>,
	name: string,
): string | undefined {
	return query.find(([given]) => given === name)?.[1];
}

/** Ids of the contacts in the sandbox that match, in their order there: by Id. */
export function idsThatMatch(sandbox: Sandbox, matches: Matches): number[] {
	return sandbox.nexudus.contacts
		.all()
		.filter(matches)
		.map(({ Id }) => Id);
}

/** Gives one property of each item. */
export function column(json: readonly IDataObject[], property: string): unknown[] {
	return json.map((row) => row[property]);
}
