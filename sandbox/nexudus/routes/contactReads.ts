import type { Assumptions } from '../assumptions';
import { type Answer, jsonAnswer } from '../http/answer';
import type { ApiRequest } from '../http/request';
import { ListQuery } from '../listing/listQuery';
import { messageAnswer, notFound, ooops } from '../writing/apiAnswers';
import type { ContactState } from './contactState';

/** The bare full record, without an envelope. */
export function getOne({ table, assumptions }: ContactState, id: number): Answer {
	const record = table.find(id);
	return record ? jsonAnswer(200, record) : unknownRecord(assumptions);
}

/** How a read or an update of an id that does not exist is answered. */
export function unknownRecord({ unknownId }: Assumptions): Answer {
	return unknownId === 404 ? notFound() : ooops();
}

/** Whether a query is that of the batch read: `?id=[1,2,3]`. */
export function asksForSeveral({ query }: ApiRequest): boolean {
	return new ListQuery(query).last('id') !== undefined;
}

/**
 * Full records as a plain array. Nothing is documented about order or unknown ids: they come in
 * the reverse order of the one asked for, and unknown ids are silently missing.
 */
export function getSeveral({ table, assumptions }: ContactState, { query }: ApiRequest): Answer {
	if (assumptions.batchRoute === 'failing') return ooops();
	if (assumptions.batchRoute === 'absent') {
		return messageAnswer(404, 'No HTTP resource was found that matches the request URI.');
	}
	const ids = new Set(new ListQuery(query).last('id')?.match(/\d+/g)?.map(Number));
	const records = [...ids].reverse().map((id) => table.find(id));
	return jsonAnswer(
		200,
		records.filter((record) => record !== undefined),
	);
}
