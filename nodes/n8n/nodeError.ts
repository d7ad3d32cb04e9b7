import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Failure } from '../record/failure';

/** Where a failure happened, and what else to tell. */
export interface Place {
	/** Index of the input item, from 0; undefined where no item is to blame. */
	item: number | undefined;
	/** A sentence that goes after the description. */
	addition?: string;
}

/**
 * Gives a failure as the error that n8n shows: what happened with the item's number, then what to
 * do. It is built from plain words only, so no token, password or answer goes along.
 */
export function nodeError(
	node: INode,
	failure: Failure,
	place: Place,
): NodeApiError | NodeOperationError {
	const { status, cause, retryAfter } = failure.details;
	const message = messageAt(failure, place);
	const description = [failure.details.description, place.addition].filter(Boolean).join(' ');
	const shared = {
		description,
		...(place.item === undefined ? {} : { itemIndex: place.item }),
		...(cause ? { failure: { cause, ...(retryAfter ? { retryAfterMs: retryAfter } : {}) } } : {}),
	};
	if (status === undefined) return new NodeOperationError(node, message, shared);
	return new NodeApiError(
		node,
		{ message, description },
		{ ...shared, message, httpCode: String(status) },
	);
}

/**
 * Gives a failure as one line, for the items that go on: what happened, where, what to do. What the
 * message says is not said again.
 */
export function errorText(failure: Failure, place: Place): string {
	const news = failure.details.description
		.split('\n')
		.filter((line) => !failure.message.includes(line))
		.map((line) => (/[.!?]$/.test(line) ? line : `${line}.`));
	return [`${messageAt(failure, place)}.`, ...news, place.addition].filter(Boolean).join(' ');
}

function messageAt({ message }: Failure, { item }: Place): string {
	return item === undefined ? message : `${message} [item ${item}]`;
}
