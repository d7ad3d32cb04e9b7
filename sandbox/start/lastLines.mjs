/**
 * The end of a text, without blank lines at its end.
 * @param {string} text
 * @param {number} count how many lines
 * @returns {string}
 */
export function lastLines(text, count) {
	return text.trimEnd().split('\n').slice(-count).join('\n');
}
