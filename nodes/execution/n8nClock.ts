import { sleep } from 'n8n-workflow';
import type { Clock } from '../nexudus/clock';
import type { NexudusContext } from './context';

/** Gives the clock of an execution. Its sleep ends as soon as the execution is cancelled. */
export function n8nClock(context: NexudusContext): Clock {
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return {
		now: () => Date.now(),
		sleep: async (duration) => {
			if (!signal) return await sleep(duration);
			await Promise.race([sleep(duration), aborted(signal)]);
		},
		isCancelled: () => signal?.aborted === true,
	};
}

async function aborted(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return;
	await new Promise<void>((resolve) => {
		signal.addEventListener('abort', () => resolve(), { once: true });
	});
}
