import type { JsonObject } from '../http/request';
import { readDateTime, writeDateTime } from '../records/dateTime';
import type { Assumptions } from '../assumptions';
import type { DocumentVersion, Field, Value } from '../records/field';
import { readCustomFields } from './customFields';
import { type References, referredTo } from './references';

export interface ValidationError {
	readonly AttemptedValue: unknown;
	readonly Message: string;
	/** For a reference, the relation's name without "Id" (facts, section 3). */
	readonly PropertyName: string;
}

/** The writable values that a body gives, ready to store, and what is wrong with the others. */
export interface CheckedBody {
	readonly values: Map<string, Value>;
	readonly errors: ValidationError[];
}

type Checked = { readonly value: Value } | { readonly problem: string };

const REQUIRED = 'is a required field';
const VERSIONS: readonly DocumentVersion[] = ['oldest', 'middle', 'current'];

/** Checks every writable field of a body; what is not writable is ignored. */
export function checkBody(
	body: JsonObject,
	fields: readonly Field[],
	assumptions: Assumptions,
	references: References,
): CheckedBody {
	const checked: CheckedBody = { values: new Map(), errors: [] };
	for (const field of fields) {
		if (!field.writable) continue;
		const sent = body[field.property];
		if (sent === undefined && !isRequired(field, assumptions)) continue;

		const result = checkValue(field, sent ?? null, assumptions, references);
		if ('value' in result) checked.values.set(field.property, result.value);
		else checked.errors.push(errorOf(field, sent, result.problem));
	}
	return checked;
}

/** The error entry for a value sent, or for one that is missing. */
export function errorOf(
	field: Pick<Field, 'property' | 'refersTo'>,
	sent: unknown,
	problem: string,
): ValidationError {
	return {
		AttemptedValue: sent ?? null,
		Message: problem,
		PropertyName: field.refersTo ?? field.property,
	};
}

function checkValue(
	field: Field,
	sent: unknown,
	assumptions: Assumptions,
	references: References,
): Checked {
	const required = isRequired(field, assumptions);
	if (required && isEmpty(sent)) return { problem: REQUIRED };
	if (sent === null) return { value: field.whenOmitted ?? null };

	const value = READERS[field.kind](sent, field, assumptions);
	if (value === undefined) return { problem: `is not a valid ${KIND_NAMES[field.kind]}` };
	if (!field.refersTo || referredTo(field, value, references)) return { value };
	return { problem: required ? REQUIRED : 'does not exist' };
}

function isRequired({ requiredSince }: Field, { requiredFields }: Assumptions): boolean {
	if (!requiredSince) return false;
	return VERSIONS.indexOf(requiredSince) <= VERSIONS.indexOf(requiredFields);
}

function isEmpty(sent: unknown): boolean {
	return sent === null || (typeof sent === 'string' && sent.trim() === '');
}

const KIND_NAMES: Record<Field['kind'], string> = {
	integer: 'integer',
	number: 'number',
	choice: 'value',
	text: 'text',
	boolean: 'boolean',
	dateTime: 'date',
	ids: 'list of ids',
	customFields: 'list of custom fields',
	nothing: 'value',
};

type Reader = (sent: unknown, field: Field, assumptions: Assumptions) => Value | undefined;

/** What a JSON value is stored as, by kind; undefined where its type is wrong. */
const READERS: Record<Field['kind'], Reader> = {
	integer: (sent) => (Number.isSafeInteger(sent) ? Number(sent) : undefined),
	number: (sent) => (typeof sent === 'number' ? sent : undefined),
	choice: (sent, { choices = {} }) =>
		typeof sent === 'number' && choices[sent] !== undefined ? sent : undefined,
	text: (sent) => (typeof sent === 'string' ? sent : undefined),
	boolean: (sent) => (typeof sent === 'boolean' ? sent : undefined),
	dateTime: (sent, _field, { bareTimes }) => {
		const written = typeof sent === 'string' ? readDateTime(sent, bareTimes) : undefined;
		return written && writeDateTime(written.instant);
	},
	ids: (sent) =>
		Array.isArray(sent) && sent.every(Number.isSafeInteger) ? sent.map(Number) : undefined,
	customFields: readCustomFields,
	nothing: () => undefined,
};
