import { Cleanup } from './cleanup.mjs';
import { explain } from './explanation.mjs';
import { Interruption } from './failure.mjs';
import { Progress } from './progress.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const INTERRUPTED = 130;
const LOOK_FOR_PARENT_MS = 500;

/**
 * Runs a program that cleans up behind itself, whatever ends it, and tells failures in plain words.
 * @param {(context: import('./context.mjs').Context) => Promise<number | void>} work gives the exit code
 * @returns {Promise<number>}
 */
export async function runAsProgram(work) {
	const context = newContext();
	try {
		return (await work(context)) ?? 0;
	} catch (error) {
		return report(context, error);
	} finally {
		await context.cleanup.run();
	}
}

function newContext() {
	const cleanup = new Cleanup();
	const stopper = new AbortController();
	for (const name of SIGNALS) {
		process.on(name, () => {
			if (stopper.signal.aborted) cleanup.killServices();
			else stopper.abort(new Interruption());
		});
	}
	whenNpmEnds(() => stopper.abort(new Interruption()));
	// A closed terminal is no reason to stop half way through the cleaning up.
	process.stdout.on('error', () => {});
	return { cleanup, progress: new Progress(process.stdout), signal: stopper.signal };
}

/** A signal sent to npm alone ends npm and its shell, but does not get through to this program. */
function whenNpmEnds(act) {
	if (process.env.npm_lifecycle_event === undefined) return;
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		act();
	}, LOOK_FOR_PARENT_MS);
	timer.unref();
}

function report({ progress }, error) {
	if (error instanceof Interruption) {
		progress.say('\nStopped before it was done. What was installed so far is kept.');
		return INTERRUPTED;
	}
	const { message, advice, details } = explain(error);
	const parts = [`✗ ${message}`, advice, details];
	progress.say(`\n${parts.filter((part) => part !== '').join('\n\n')}\n`);
	return 1;
}
