import type { User } from '../accounts';
import type { Answer } from '../http/answer';
import { type JsonObject, readJsonObject } from '../http/request';
import { CONTRACT_CONTACT_FIELDS, type ContractContact } from '../records/contractContact';
import { stamp } from '../records/dateTime';
import type { Value } from '../records/field';
import { invalid, messageAnswer, notFound, written } from '../writing/apiAnswers';
import { checkBody, errorOf } from '../writing/validation';
import type { ApiCall } from './apiRoute';
import { unknownRecord } from './contactReads';
import type { ContactState } from './contactState';

const ID = { property: 'Id' };

/** POST: stores a new record; the answer gives its Id only (create-current.txt). */
export function create(state: ContactState, { request, user }: ApiCall): Answer {
	const body = readJsonObject(request.text);
	if (!body) return malformed();
	const { values, errors } = check(state, body);
	if (errors.length > 0) return invalid(errors);

	const record = state.contacts.add(stampedBy(user, withDefaults(values)));
	return confirm(record, 'created');
}

/** PUT: the id stands in the body (update-current.txt). */
export function update(state: ContactState, { request, user }: ApiCall): Answer {
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
	const changes = omittedOnUpdate === 'cleared' ? withDefaults(values) : values;
	return confirm(state.contacts.change(body.Id, stampedBy(user, changes)), 'updated');
}

/** DELETE: for good; an id already gone is 404 (facts, section 1). */
export function remove({ contacts, now }: ContactState, { parts: [id], user }: ApiCall): Answer {
	if (!contacts.remove(Number(id))) return notFound();
	return written({
		message: 'ContractContact was successfully deleted.',
		id: Number(id),
		updatedOn: stamp(now()),
		updatedBy: user.email,
	});
}

function check({ assumptions, references }: ContactState, body: JsonObject) {
	return checkBody(body, CONTRACT_CONTACT_FIELDS, assumptions.requiredFields, references);
}

/** Every writable field: as given, else as it is when a write leaves it out. */
function withDefaults(values: ReadonlyMap<string, Value>): Map<string, Value> {
	const writable = CONTRACT_CONTACT_FIELDS.filter((field) => field.writable);
	return new Map(
		writable.map(({ property, whenOmitted }) => [
			property,
			values.get(property) ?? whenOmitted ?? null,
		]),
	);
}

function stampedBy(user: User, values: ReadonlyMap<string, Value>): Partial<ContractContact> {
	// JSON enters here: checkBody has matched each value with its field's kind.
	const checked = Object.fromEntries(values) as Partial<ContractContact>;
	return { ...checked, UpdatedBy: user.email };
}

function confirm(record: ContractContact, done: 'created' | 'updated'): Answer {
	return written({
		message: `ContractContact was successfully ${done}.`,
		id: record.Id,
		updatedOn: record.UpdatedOn,
		updatedBy: record.UpdatedBy,
	});
}

function malformed(): Answer {
	return messageAnswer(400, 'The request is invalid.');
}
