import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { SortDirections } from '../nexudus/sorting';
import { asFailure, Failure } from '../record/failure';
import type { RecordType } from '../record/field';
import { connected } from './connection';
import { ItemParameters } from './itemParameters';
import { nodeError } from './nodeError';
import type { Operation } from './operation';
import type { FailedOutcome, Outcome } from './outcome';
import { isFailed } from './outcome';
import type { Session } from './session';

/**
 * Runs an operation for all items. All are read and checked before the first request. Gives one
 * n8n item a record, each with the number of the input item that it belongs to. On a failure it
 * throws, or with On Error = Continue puts out an item that holds the error.
 */
export async function run(
	context: IExecuteFunctions,
	operation: Operation,
	type: RecordType,
): Promise<INodeExecutionData[][]> {
	const onFailure = context.continueOnFail() ? 'continue' : 'stop';
	const hints = new Set<string>();
	const work = operation.start();
	const failures = plan(context, work);
	if (onFailure === 'stop' && failures.length > 0) throw stopped(context, failures);
	const outcomes = [...failures];
	if (failures.length < context.getInputData().length) {
		const session = await startedSession(context, type, onFailure, hints);
		outcomes.push(...(await work.carryOut(session)));
	}
	if (onFailure === 'stop' && outcomes.some(isFailed)) throw stopped(context, outcomes);
	showHints(context, hints);
	return [itemsOf(context, outcomes)];
}

function plan(context: IExecuteFunctions, work: ReturnType<Operation['start']>): Outcome[] {
	const failures: Outcome[] = [];
	for (let item = 0; item < context.getInputData().length; item++) {
		try {
			work.add(item, new ItemParameters(context, item));
		} catch (error) {
			failures.push({ item, failure: asFailure(error) });
		}
	}
	return failures;
}

async function startedSession(
	context: IExecuteFunctions,
	type: RecordType,
	onFailure: Session['onFailure'],
	hints: Set<string>,
): Promise<Session> {
	try {
		const connection = await connected(context, context.getNodeParameter('authentication', 0));
		return {
			records: connection.recordsOf(type),
			directions: new SortDirections(),
			clock: connection.clock,
			onFailure,
			hint: (message) => hints.add(message),
		};
	} catch (error) {
		throw error instanceof Failure
			? nodeError(context.getNode(), error, { item: undefined })
			: error;
	}
}

/** Gives the error of the first item that failed, and says what the others came to. */
function stopped(context: IExecuteFunctions, outcomes: readonly Outcome[]): Error {
	const [first] = outcomes.filter(isFailed).sort((one, other) => one.item - other.item);
	const written = outcomes.length - outcomes.filter(isFailed).length;
	const addition = `${written} of ${context.getInputData().length} items were done before.`;
	return nodeError(context.getNode(), first.failure, {
		item: first.item,
		...(written > 0 ? { addition } : {}),
	});
}

function itemsOf(context: IExecuteFunctions, outcomes: readonly Outcome[]): INodeExecutionData[] {
	const inOrder = [...outcomes].sort((one, other) => one.item - other.item);
	return inOrder.flatMap((outcome) => {
		const pairedItem = { item: outcome.item };
		if (isFailed(outcome)) return [failedItem(context, outcome)];
		return outcome.output.map((record) => ({ json: record as IDataObject, pairedItem }));
	});
}

function failedItem(context: IExecuteFunctions, outcome: FailedOutcome): INodeExecutionData {
	const { item, id, failure } = outcome;
	const error = nodeError(context.getNode(), failure, { item });
	return {
		json: { error: error.message, ...(id === undefined ? {} : { Id: id }) },
		error,
		pairedItem: { item },
	};
}

function showHints(context: IExecuteFunctions, hints: ReadonlySet<string>): void {
	if (typeof context.addExecutionHints !== 'function') return;
	const shown = [...hints].map((message) => ({ message, location: 'outputPane' as const }));
	if (shown.length > 0) context.addExecutionHints(...shown);
}
