import { sleep } from 'n8n-workflow';
import type { Clock } from '../api/clock';
import type { NexudusContext } from './context';

/** Gives the clock of an execution. Its sleep ends as soon as the execution is cancelled. */
export function n8nClock(context: NexudusContext): Clock {
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return {
		now: () => Date.now(),
		sleep: async (duration) => {
			if (!signal) return await sleep(duration);
			const abortion = waitForAbort(signal);
			await Promise.race([sleep(duration), abortion.happened]);
			abortion.forget();
		},
		isCancelled: () => signal?.aborted === true,
	};
}

interface Abortion {
	happened: Promise<void>;
	/** Takes the listener away again: an execution may sleep many thousand times. */
	forget: () => void;
}

function waitForAbort(signal: AbortSignal): Abortion {
	let forget = (): void => undefined;
	const happened = new Promise<void>((resolve) => {
		const listener = (): void => resolve();
		if (signal.aborted) return resolve();
		signal.addEventListener('abort', listener, { once: true });
		forget = () => signal.removeEventListener('abort', listener);
	});
	return { happened, forget };
}
