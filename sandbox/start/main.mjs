import { runCheck } from '../check/check.mjs';
import { readOptions, USAGE } from './options.mjs';
import { runAsProgram } from '../processes/program.mjs';
import { runSession } from './session.mjs';

/**
 * `npm start`.
 * @param {string[]} argv
 * @returns {Promise<number>} the exit code
 */
export function main(argv) {
	return runAsProgram(async (context) => {
		const options = readOptions(argv);
		if (options.help) return context.progress.say(USAGE);
		return options.check ? runCheck(context, options) : runSession(context, options);
	});
}
