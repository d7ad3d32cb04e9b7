import type { IPollFunctions } from 'n8n-workflow';

const started = new WeakSet<IPollFunctions>();

/**
 * Tells whether this is the poll that n8n does when it starts, or takes over from another
 * instance, before it sets the timer. Nobody is there to read why it failed, and n8n would try
 * again at ever longer intervals without setting the timer. The polls that follow have the same
 * context; their failures become executions that everybody can see.
 */
export function isUnattendedStart(context: IPollFunctions): boolean {
	if (started.has(context)) return false;
	started.add(context);
	const mode = context.getActivationMode();
	return context.getMode() !== 'manual' && (mode === 'init' || mode === 'leadershipChange');
}
