const ENOUGH = 15;
const NPM_ERROR = /^npm (error|ERR!) ?/;

/**
 * The lines of a command's output that tell what went wrong: npm's first errors, else the end.
 * @param {string} output
 * @returns {string}
 */
export function excerpt(output) {
	const lines = output.split('\n');
	const errors = lines.filter((line) => NPM_ERROR.test(line) && line.replace(NPM_ERROR, '') !== '');
	const own = lines.filter((line) => line !== '' && !/^(npm |>)/.test(line));
	const useful = own.length > 0 ? own.slice(-ENOUGH) : errors.slice(0, ENOUGH);
	return useful.join('\n');
}

/**
 * The end of a text, without blank lines at its end.
 * @param {string} text
 * @param {number} count how many lines
 * @returns {string}
 */
export function lastLines(text, count) {
	return text.trimEnd().split('\n').slice(-count).join('\n');
}
