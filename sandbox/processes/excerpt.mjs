const ENOUGH = 15;
const NPM_ERROR = /^npm (error|ERR!) ?/;
const STACK = /^\s+at /;

/**
 * The lines of a command's output that tell what went wrong: what the command itself printed last,
 * else what npm says first.
 * @param {string} output
 * @returns {string}
 */
export function excerpt(output) {
	const lines = readable(output);
	const own = lines.filter((line) => !/^(npm |>)/.test(line));
	if (own.length > 0) return own.slice(-ENOUGH).join('\n');
	const errors = lines.filter((line) => NPM_ERROR.test(line));
	return errors
		.map((line) => line.replace(NPM_ERROR, ''))
		.filter((line) => line !== '' && !line.startsWith(' '))
		.slice(0, ENOUGH)
		.join('\n');
}

/**
 * The end of a log, without stacks and blank lines.
 * @param {string} text
 * @param {number} count how many lines
 * @returns {string}
 */
export function lastLines(text, count) {
	return readable(text).slice(-count).join('\n');
}

function readable(text) {
	return text.split('\n').filter((line) => line.trim() !== '' && !STACK.test(line));
}
