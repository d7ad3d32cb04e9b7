import { unwrapped } from './locator';
import { trimmed } from './text';
import {
	HOLDS_OBJECT,
	isObjectText,
	isPlainObject,
	isRounded,
	UnfitValue,
	WAS_ROUNDED,
} from './unfit';

/** As tables write a whole number: "87000001.0". */
const DIGITS = /^\d+(\.0+)?$/;
const WHAT_CAME: ReadonlyArray<readonly [RegExp, string]> = [
	[/^['’‘`]/, 'begins with an apostrophe, as tables mark text; give the digits alone'],
	[/:\/\/|^www\./i, 'holds a link; give the number alone'],
	[/^\[/, 'holds a list; give one ID'],
	[/^-?\d+\.\d+$/, 'has decimals'],
	[/^\d+[\s,][\d,\s]*$/, 'holds several numbers; give one ID'],
];

/**
 * Gives an id: a whole number of at least 1. Of a text only digits are taken, so that nothing can
 * be smuggled into a path; invisible characters and a ".0" are taken off. Throws UnfitValue for
 * anything else, and says what came.
 */
export function identifier(value: unknown): number {
	const held = unwrapped(value);
	const given = typeof held === 'string' ? withoutInvisible(held) : held;
	const isDigits = typeof given === 'number' || (typeof given === 'string' && DIGITS.test(given));
	const number = isDigits ? Number(given) : Number.NaN;
	if (Number.isSafeInteger(number) && number >= 1) return number;
	const came = whatCame(given);
	const addition = came ? ` (it ${came})` : '';
	throw new UnfitValue(`must be an ID: a whole number of at least 1${addition}`);
}

function withoutInvisible(text: string): string {
	return trimmed(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
}

function whatCame(given: unknown): string | undefined {
	if (Array.isArray(given)) return 'holds a list; give one ID';
	if (isPlainObject(given)) return HOLDS_OBJECT;
	if (isRounded(given)) return WAS_ROUNDED;
	if (typeof given === 'number' && !Number.isInteger(given)) return 'has decimals';
	if (typeof given !== 'string') return undefined;
	if (isObjectText(given)) return HOLDS_OBJECT;
	return WHAT_CAME.find(([pattern]) => pattern.test(given))?.[1];
}
