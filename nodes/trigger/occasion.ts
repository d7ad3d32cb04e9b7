import type { IPollFunctions } from 'n8n-workflow';

/** Why n8n polls: for a person who tests, for one who activates, at its own start, or by timer. */
export type Occasion = 'test' | 'activation' | 'unattendedStart' | 'tick';

const started = new WeakSet<IPollFunctions>();

/**
 * Tells why n8n polls. Before it sets the timer, n8n polls once, and the polls that follow have
 * the same context.
 */
export function occasionOf(context: IPollFunctions): Occasion {
	if (context.getMode() === 'manual') return 'test';
	if (started.has(context)) return 'tick';
	started.add(context);
	const mode = context.getActivationMode();
	return mode === 'init' || mode === 'leadershipChange' ? 'unattendedStart' : 'activation';
}
