import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

export const USAGE = `npm start                   a real n8n with this package, and a practice Nexudus
npm start -- --port 5690    the same, with n8n on that port
npm start -- --fresh        the same, from the beginning: forgets what was changed before
npm start -- --check        runs all examples without a person, and says whether they came out right`;

/**
 * @typedef {object} Options
 * @property {boolean} fresh begin anew
 * @property {boolean} check run the examples and judge them
 * @property {boolean} help print the usage only
 * @property {number | undefined} port n8n's port, if it has to be a certain one
 */

/**
 * Reads the command line.
 * @param {string[]} argv
 * @returns {Options}
 */
export function readOptions(argv) {
	const { fresh, check, help, port } = parse(argv);
	return { fresh, check, help, port: readPort(port) };
}

function parse(argv) {
	try {
		return parseArgs({
			args: argv,
			options: {
				fresh: { type: 'boolean', default: false },
				check: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
				port: { type: 'string' },
			},
		}).values;
	} catch (error) {
		throw new Failure(error.message.split('. ')[0] + '.', `These are possible:\n\n${USAGE}`);
	}
}

function readPort(text) {
	if (text === undefined) return undefined;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
	throw new Failure(`'${text}' is no port.`, 'Give a number from 1 to 65535.');
}
