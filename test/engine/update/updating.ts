import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { byId } from '../sandbox';

/** Parameters that change fields of the contact with this id. */
export function updateOf(
	id: unknown,
	updateFields: IDataObject,
	more: INodeParameters = {},
): INodeParameters {
	return {
		operation: 'update',
		contractContactId: byId(id),
		updateFields: updateFields as INodeParameters,
		output: 'raw',
		...more,
	} as INodeParameters;
}

/** The requests that Nexudus got: method and address each, in order of arrival. */
export function requestLines({ requests }: PracticeNexudus): string[] {
	return requests.map(({ method, rawUrl }) => `${method} ${rawUrl}`);
}

/** The bodies of the writes that Nexudus got. */
export function writtenBodies({ requests }: PracticeNexudus): unknown[] {
	return requests.filter(({ method }) => method !== 'GET').map(({ body }) => body);
}
