import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { RecordedRequest } from '../../../sandbox/nexudus/http/requestLog';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { byId } from '../sandbox';

/** Parameters that create or update a contact of a contract, matched by email unless said otherwise. */
export function upsertOf(
	contract: unknown,
	parameters: IDataObject,
	more: IDataObject = {},
): INodeParameters {
	return {
		operation: 'upsert',
		coworkerContractId: byId(contract),
		matchOn: 'email',
		output: 'raw',
		...parameters,
		...more,
	} as INodeParameters;
}

/** The requests with this method. */
export function requestsWith({ requests }: PracticeNexudus, method: string): RecordedRequest[] {
	return requests.filter((request) => request.method === method);
}

/** The requests that list contacts. */
export function lists({ requests }: PracticeNexudus): RecordedRequest[] {
	return requests.filter(({ query }) => query.some(([name]) => name === 'page'));
}
