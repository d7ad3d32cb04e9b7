import type { IPollFunctions } from 'n8n-workflow';

/** Why n8n polls: for a person who tests, for one who activates, at its own start, or by timer. */
export type Occasion = 'test' | 'activation' | 'unattendedStart' | 'tick';

const started = new WeakSet<IPollFunctions>();

/**
 * Tells why n8n polls. Before it sets its own timer, n8n polls once, and the polls that follow have
 * the same context. Its durable scheduler makes a new context for each poll instead.
 */
export function occasionOf(context: IPollFunctions): Occasion {
	if (context.getMode() === 'manual') return 'test';
	if (started.has(context) || isDurableTick(context)) return 'tick';
	started.add(context);
	const mode = context.getActivationMode();
	return mode === 'init' || mode === 'leadershipChange' ? 'unattendedStart' : 'activation';
}

/**
 * Under the durable scheduler every poll has the activation mode of a workflow that was published
 * again, and the time that it may take is named; n8n before 2.40 names none, but the first poll has
 * left a state.
 */
function isDurableTick(context: IPollFunctions): boolean {
	if (context.getActivationMode() !== 'update') return false;
	const hasState = context.getWorkflowStaticData('node').state !== undefined;
	return hasState || typeof context.getPollBudgetMs === 'function';
}
