/**
 * White space, control characters and what Unicode leaves invisible, such as a no-break space, a
 * zero-width space, a soft hyphen or the blank of Braille. Tables and web pages leave them in cells
 * where nobody sees them.
 */
const BLANK = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** The same, except for the marks that belong to the sign before them: "❤️" and flags end in one. */
const AROUND = /^(?!\p{Variation_Selector})[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]$/u;

/** Tells whether a text shows nothing: it is empty, or white space and invisible characters alone. */
export function isBlank(text: string): boolean {
	return BLANK.test(text);
}

/** Gives a text without the white space and the invisible characters around it. */
export function trimmed(text: string): string {
	let [start, end] = [0, text.length];
	while (start < end && AROUND.test(text.charAt(start))) start++;
	while (end > start && AROUND.test(text.charAt(end - 1))) end--;
	return text.slice(start, end);
}

/**
 * Gives a text that can be sent: half a character, as cutting a text in the middle of an emoji
 * leaves it, becomes U+FFFD, Unicode's sign for what is broken.
 */
export function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Gives the end of a sentence that says what must be: which value came instead, if it has words. */
export function insteadOf(value: unknown): string {
	if (typeof value !== 'string' && typeof value !== 'number') return '';
	return `, not ${quoted(String(value))}`;
}

/** Gives a text as it is quoted in a message, cut short. */
export function quoted(text: string): string {
	const letters = [...trimmed(text)];
	return letters.length > 40 ? `'${letters.slice(0, 40).join('')}…'` : `'${letters.join('')}'`;
}
