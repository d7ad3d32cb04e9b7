import type { User } from '../accounts';
import type { Answer } from '../http/answer';
import { type JsonObject, readJsonObject } from '../http/request';
import { stamp } from '../records/dateTime';
import type { Field, StoredRecord, Value } from '../records/field';
import { shownFields } from '../records/shown';
import { invalid, messageAnswer, written } from '../writing/apiAnswers';
import { checkBody, errorOf } from '../writing/validation';
import type { ApiCall } from './apiRoute';
import type { EntityState } from './entityState';
import { unknownRecord } from './reads';

const ID = { property: 'Id' };

/** POST: stores a new record; the answer gives its Id only (create-current.txt). */
export function create(state: EntityState, { request, user }: ApiCall): Answer {
	const body = readJsonObject(request.text);
	if (!body) return malformed();
	const { values, errors } = check(state, body);
	if (errors.length > 0) return invalid(errors);

	const record = state.store.add(stampedBy(user, withDefaults(state, values)));
	return confirm(state, record, 'created');
}

/** PUT: the id stands in the body (update-current.txt). */
export function update(state: EntityState, { request, user }: ApiCall): Answer {
	const body = readJsonObject(request.text);
	if (!body) return malformed();
	if (body.Id === undefined || body.Id === null) {
		return invalid([errorOf(ID, body.Id, 'is a required field')]);
	}
	if (typeof body.Id !== 'number') return invalid([errorOf(ID, body.Id, 'is not a valid integer')]);
	if (!state.table.find(body.Id)) return unknownRecord(state.assumptions);

	const { values, errors } = check(state, body);
	if (errors.length > 0) return invalid(errors);
	const { omittedOnUpdate } = state.assumptions;
	const changes = omittedOnUpdate === 'cleared' ? withDefaults(state, values) : values;
	return confirm(state, state.store.change(body.Id, stampedBy(user, changes)), 'updated');
}

/** DELETE: for good; what an id already gone gets is in the assumptions. */
export function remove(state: EntityState, { parts: [id], user }: ApiCall): Answer {
	if (!state.store.remove(Number(id))) return unknownRecord(state.assumptions);
	return written({
		message: `${state.definition.entity} was successfully deleted.`,
		id: Number(id),
		updatedOn: stamp(state.now()),
		updatedBy: user.email,
	});
}

function check(state: EntityState, body: JsonObject) {
	return checkBody(body, fieldsOf(state), state.assumptions, state.references);
}

/** Every writable field: as given, else as it is when a write leaves it out. */
function withDefaults(
	state: EntityState,
	values: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
	const writable = fieldsOf(state).filter((field) => field.writable);
	return new Map(
		writable.map(({ property, whenOmitted }) => [
			property,
			values.get(property) ?? whenOmitted ?? null,
		]),
	);
}

function fieldsOf({ definition, assumptions }: EntityState): readonly Field[] {
	return shownFields(definition.fields, assumptions);
}

function stampedBy(user: User, values: ReadonlyMap<string, Value>): Partial<StoredRecord> {
	return { ...Object.fromEntries(values), UpdatedBy: user.email };
}

function confirm(
	{ definition }: EntityState,
	{ Id, UpdatedOn, UpdatedBy }: StoredRecord,
	done: 'created' | 'updated',
): Answer {
	return written({
		message: `${definition.entity} was successfully ${done}.`,
		id: Id,
		updatedOn: String(UpdatedOn),
		updatedBy: String(UpdatedBy),
	});
}

function malformed(): Answer {
	return messageAnswer(400, 'The request is invalid.');
}
