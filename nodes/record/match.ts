import { isEmpty } from './comparison';

/** What tells that a record is the one an item means. */
export interface Match {
	/** Properties that may hold the value; the first is the record's own. */
	properties: readonly string[];
	value: string | number;
}

/** Letters, digits and signs alone, as most values are: nothing to make alike but the case. */
const PLAIN = /^[!-~]+$/;

/**
 * Gives what a value is matched by, undefined for nothing or a blank: its letters in one form and
 * case, one space for any run of white space, and none of what can't be seen. Accents stay. Upper
 * case comes last: in lower case a Greek sigma depends on what follows.
 */
export function comparable(value: unknown): string | undefined {
	if (isEmpty(value)) return undefined;
	const text = String(value);
	if (PLAIN.test(text)) return text.toUpperCase();
	const alike = text
		.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
		.normalize('NFKC')
		.toLowerCase()
		.toUpperCase()
		.normalize('NFKC')
		.replace(/[\s\u0085]+/gu, ' ')
		.trim();
	return alike === '' ? undefined : alike;
}
