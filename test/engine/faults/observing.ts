import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { RecordedRequest } from '../../../sandbox/nexudus/http/requestLog';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { byId } from '../sandbox';

export const CONTACTS = '/api/billing/contractcontacts';

/** Ids of the first contacts that have all that a write needs. */
export function someIds({ contacts }: PracticeNexudus, count: number): number[] {
	const named = contacts.all().filter(({ FullName }) => FullName);
	return named.slice(0, count).map(({ Id }) => Id);
}

/** Parameters and items that give each of these contacts a note of its own. */
export function notesFor(
	ids: readonly number[],
	options: IDataObject = {},
): [INodeParameters, IDataObject[]] {
	const parameters = {
		operation: 'update',
		contractContactId: byId('={{ $json.id }}'),
		updateFields: { notes: '={{ "Letter " + $json.id }}' },
		output: 'raw',
		options,
	};
	return [parameters as INodeParameters, ids.map((id) => ({ id }))];
}

/** Those of these contacts that have got their note. */
export function noted({ contacts }: PracticeNexudus, ids: readonly number[]): number[] {
	return ids.filter((id) => contacts.get(id)?.Notes === `Letter ${id}`);
}

/** Parameters and items that create so many directors on one contract. */
export function newDirectors(
	{ contracts }: PracticeNexudus,
	count: number,
	options: IDataObject = {},
): [INodeParameters, IDataObject[]] {
	const parameters = {
		operation: 'create',
		coworkerContractId: byId(contracts[0].Id),
		fullName: '={{ $json.name }}',
		contractContactType: 1,
		amlCheckStatus: 0,
		output: 'raw',
		options,
	};
	return [parameters as INodeParameters, newNames(count).map((name) => ({ name }))];
}

/** Names that no contact of the sample has. */
export function newNames(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `Orla Quinlan ${index + 1}`);
}

/** How often each new name is there. */
export function timesStored({ contacts }: PracticeNexudus, names: readonly string[]): number[] {
	const stored = contacts.all().map(({ FullName }) => FullName);
	return names.map((name) => stored.filter((one) => one === name).length);
}

/** Parameters and items that delete these contacts. */
export function deletionsOf(
	ids: readonly number[],
	options: IDataObject = {},
): [INodeParameters, IDataObject[]] {
	const parameters = {
		operation: 'delete',
		contractContactId: byId('={{ $json.id }}'),
		options,
	};
	return [parameters as INodeParameters, ids.map((id) => ({ id }))];
}

/** What comes out for these contacts, which are there, once they are deleted. */
export function deletedItems({ contacts }: PracticeNexudus, ids: readonly number[]): IDataObject[] {
	return ids.map((Id) => ({ deleted: true, Id, FullName: contacts.get(Id)?.FullName }));
}

/** Parameters and items that load these contacts. */
export function readsOf(
	ids: readonly number[],
	options: IDataObject = {},
): [INodeParameters, IDataObject[]] {
	const parameters = {
		operation: 'get',
		contractContactId: byId('={{ $json.id }}'),
		output: 'raw',
		options,
	};
	return [parameters as INodeParameters, ids.map((id) => ({ id }))];
}

/** How many requests with this method Nexudus got, whatever came of them. */
export function sent({ requests }: PracticeNexudus, method: string): number {
	return requests.filter((request) => request.method === method).length;
}

/** The requests with this method that were carried out. */
export function carriedOut({ requests }: PracticeNexudus, method: string): RecordedRequest[] {
	return requests.filter((request) => request.method === method && request.status === 200);
}

/** The writes that Nexudus got, in order of arrival. */
export function writesOf({ requests }: PracticeNexudus): RecordedRequest[] {
	return requests.filter(({ method }) => method !== 'GET');
}

/** How many of these requests were under way when each of them arrived, itself included. */
export function underWayAt(requests: readonly RecordedRequest[]): number[] {
	return requests.map(
		({ arrivedAt }, index) =>
			requests.filter(
				(other, position) =>
					position <= index &&
					(other.answeredAt === undefined ||
						other.answeredAt > arrivedAt ||
						other.arrivedAt === arrivedAt),
			).length,
	);
}

/** How old the copy was, in milliseconds, that each PUT which was carried out was built from. */
export function agesOfCopies(nexudus: PracticeNexudus): number[] {
	return carriedOut(nexudus, 'PUT').map(({ body, arrivedAt }) => {
		const id = Number((body as IDataObject).Id);
		const reads = nexudus.requests.filter(
			(one) => one.status === 200 && one.arrivedAt <= arrivedAt && isReadOf(one, id),
		);
		return arrivedAt - Number(reads.at(-1)?.answeredAt);
	});
}

function isReadOf({ method, path, query }: RecordedRequest, id: number): boolean {
	if (method !== 'GET') return false;
	if (path.endsWith(`/${id}`)) return true;
	const [, ids] = query.find(([name]) => name === 'id') ?? [];
	return ids?.match(/\d+/g)?.includes(String(id)) ?? false;
}
