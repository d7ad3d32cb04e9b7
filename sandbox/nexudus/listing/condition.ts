import type { Assumptions } from '../assumptions';
import { readDateTime } from '../records/dateTime';
import type { Field } from '../records/field';
import { fold, type Key } from '../records/key';

/** Whether a key passes one filter. */
export type Test = (key: Key) => boolean;

/** Makes the test for a filter's value; undefined where the value cannot be read. */
export type TestMaker = (field: Field, text: string, assumptions: Assumptions) => Test | undefined;

/** `{Entity}_{filter}=value`: the same value, or a part of it for texts. */
export const equalTo: TestMaker = (field, text, assumptions) => {
	if (field.kind === 'text') return textTest(fold(text), assumptions.textFilters);
	if (field.kind === 'dateTime') return sameTime(text, assumptions);
	const wanted = readKey(field, text, assumptions);
	return wanted === undefined ? undefined : (key) => key === wanted;
};

/** `from_{Entity}_{property}=value`: this value or above; nulls never pass. */
export const atLeast: TestMaker = (field, text, assumptions) => {
	const wanted = readKey(field, text, assumptions);
	return wanted === undefined ? undefined : (key) => typeof key === 'number' && key >= wanted;
};

/** `to_{Entity}_{property}=value`: this value or below; a minute counts as its first instant. */
export const atMost: TestMaker = (field, text, assumptions) => {
	const wanted = readKey(field, text, assumptions);
	return wanted === undefined ? undefined : (key) => typeof key === 'number' && key <= wanted;
};

function textTest(wanted: string, match: Assumptions['textFilters']): Test {
	if (match === 'equals') return (key) => key === wanted;
	return (key) => typeof key === 'string' && key.includes(wanted);
}

/** Equal at the precision sent: the day, the minute, the second or the millisecond. */
function sameTime(text: string, { bareTimes }: Assumptions): Test | undefined {
	const written = readDateTime(text, bareTimes);
	if (!written) return undefined;
	const { instant, precision } = written;
	const wanted = Math.floor(instant / precision);
	return (key) => typeof key === 'number' && Math.floor(key / precision) === wanted;
}

function readKey(field: Field, text: string, { bareTimes }: Assumptions): number | undefined {
	if (field.kind === 'dateTime') return readDateTime(text, bareTimes)?.instant;
	if (field.kind === 'boolean') return readBoolean(text);
	return readChoice(field, text) ?? readNumber(text);
}

function readBoolean(text: string): number | undefined {
	const position = ['false', 'true'].indexOf(text.trim().toLowerCase());
	return position < 0 ? undefined : position;
}

/** Enumerations bind by name too, as .NET does it (facts, section 5). */
function readChoice(field: Field, text: string): number | undefined {
	const name = text.trim().toLowerCase();
	const position = field.choices?.findIndex((choice) => choice.toLowerCase() === name) ?? -1;
	return position < 0 ? undefined : position;
}

function readNumber(text: string): number | undefined {
	return /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
