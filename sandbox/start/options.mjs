import { parseArgs } from 'node:util';
import { DEFAULT_VERSION, pinnedVersions } from '../n8n/locateN8n.mjs';
import { Failure } from '../processes/failure.mjs';

export const USAGE = `npm start                   a real n8n with this package, and a practice Nexudus
npm start -- --port 5690    the same, with n8n on that port
npm start -- --fresh        the same, from the beginning: forgets what was changed before
npm start -- --n8n 2.8.4    the same, in the oldest n8n that the package is for
npm start -- --check        runs all examples without a person, and says whether they came out right`;

/**
 * @typedef {object} Options
 * @property {boolean} fresh begin anew
 * @property {boolean} check run the examples and judge them
 * @property {boolean} help print the usage only
 * @property {string} version of n8n
 * @property {number | undefined} port n8n's port, if it has to be a certain one
 */

/**
 * Reads the command line.
 * @param {string[]} argv
 * @returns {Options}
 */
export function readOptions(argv) {
	const { n8n, port, ...flags } = parse(argv);
	return { ...flags, version: readVersion(n8n), port: readPort(port) };
}

function parse(argv) {
	try {
		return parseArgs({
			args: argv,
			options: {
				fresh: { type: 'boolean', default: false },
				check: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
				n8n: { type: 'string', default: DEFAULT_VERSION },
				port: { type: 'string' },
			},
		}).values;
	} catch (error) {
		throw new Failure(error.message.split('. ')[0] + '.', `These are possible:\n\n${USAGE}`);
	}
}

function readVersion(version) {
	const versions = pinnedVersions();
	if (versions.includes(version)) return version;
	throw new Failure(`n8n ${version} is not pinned here.`, `These are: ${versions.join(', ')}.`);
}

function readPort(text) {
	if (text === undefined) return undefined;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
	throw new Failure(`'${text}' is no port.`, 'Give a number from 1 to 65535.');
}
