import type { Assumptions } from '../assumptions';
import { type Answer, jsonAnswer } from '../http/answer';
import type { ApiRequest } from '../http/request';
import { ListQuery } from '../listing/listQuery';
import { shownRecord } from '../records/shown';
import { messageAnswer, notFound, ooops } from '../writing/apiAnswers';
import type { EntityState } from './entityState';

/** The bare full record, without an envelope. */
export function getOne({ definition, table, assumptions }: EntityState, id: number): Answer {
	const record = table.find(id);
	if (!record) return unknownRecord(assumptions);
	return jsonAnswer(200, shownRecord(record, definition.fields, assumptions));
}

/** How a call that names an id that does not exist is answered. */
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
export function getSeveral(state: EntityState, { query, rawUrl }: ApiRequest): Answer {
	const { assumptions, definition, table } = state;
	if (assumptions.batchRoute === 'failing') return ooops();
	if (assumptions.batchRoute === 'absent') {
		return messageAnswer(404, 'No HTTP resource was found that matches the request URI.');
	}
	if (assumptions.encodedBrackets === 'refused' && /%5[bd]/i.test(rawUrl)) return badRequest();

	const ids = new Set(new ListQuery(query).last('id')?.match(/\d+/g)?.map(Number));
	if (ids.size > (assumptions.batchMost ?? Infinity)) return badRequest();
	const found = [...ids].reverse().map((id) => table.find(id));
	const records = found.filter((record) => record !== undefined);
	if (records.length < ids.size && assumptions.unknownIdInBatch === 500) return ooops();
	return jsonAnswer(
		200,
		records.map((record) => shownRecord(record, definition.fields, assumptions)),
	);
}

function badRequest(): Answer {
	return messageAnswer(400, 'The request is invalid.');
}
