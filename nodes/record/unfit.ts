/** A value that a field can't hold. The message is the rest of a sentence that begins with the label. */
export class UnfitValue extends Error {
	override name = 'UnfitValue';
}

export const HOLDS_OBJECT = 'holds an object; choose one of its fields';
export const WAS_ROUNDED = 'was rounded; give it as text';

/** Tells whether an object was put into a text, which says only that there was one. */
export function isObjectText(text: string): boolean {
	return text.includes('[object Object]');
}

/** Tells whether a value is an object of named values, and no list. */
export function isPlainObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tells whether a number is past 2^53, where not every whole number can be held. */
export function isRounded(value: unknown): boolean {
	return (
		typeof value === 'number' && Number.isFinite(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER
	);
}
