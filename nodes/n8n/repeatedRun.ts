import type { IExecuteFunctions } from 'n8n-workflow';
import type { RepeatedRun } from '../run/createdBefore';
import { isToolCall } from './fromModel';

/**
 * Gives what a run has in common with its repetitions; undefined where n8n repeats none: its Retry
 * On Fail runs the whole node again with all items. A tool's repetitions have a run index of their
 * own under n8n's older agents, so that only what is sent tells them from other calls.
 */
export function repeatedRun(context: IExecuteFunctions, account: string): RepeatedRun | undefined {
	const { id, retryOnFail } = context.getNode();
	if (retryOnFail !== true) return undefined;
	const isTool = isToolCall(context);
	const runIndex = isTool ? 'tool' : context.evaluateExpression('{{ $runIndex }}', 0);
	return {
		name: JSON.stringify([account, context.getExecutionId(), id, runIndex]),
		creationsBy: isTool ? 'content' : 'item',
	};
}
