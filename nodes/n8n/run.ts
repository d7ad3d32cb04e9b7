import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { SortDirections } from '../api/sortDirections';
import { asFailure, Failure } from '../record/failure';
import type { RecordType } from '../record/field';
import { connected } from './connection';
import { isToolCall } from './fromModel';
import { ItemParameters } from './itemParameters';
import { NamedReferences } from './namedReferences';
import type { Place } from './nodeError';
import { errorText, nodeError } from './nodeError';
import { NodeParameters } from './nodeParameters';
import type { Operation, Work } from './operation';
import { operationOf } from './operation';
import { repeatedRun } from './repeatedRun';
import { CreatedBefore } from '../run/createdBefore';
import type { FailedOutcome, Outcome } from '../run/outcome';
import { isFailed } from '../run/outcome';
import type { Session } from '../run/session';
import { sharedWritesOf } from '../run/sharedWrites';
import { workedOut } from './workedOut';

/** How one execution goes on after a failure, and what it tells besides. */
interface Manner {
	onFailure: Session['onFailure'];
	hints: Set<string>;
}

/** What reads items in which records are named. */
interface Naming {
	names: NamedReferences;
	parameters: NodeParameters;
	type: RecordType;
	manner: Manner;
}

/**
 * Runs the chosen operation for all items. All are read and checked before the first request. Gives
 * one n8n item a record, each with the number of the input item that it belongs to. On a failure it
 * throws, or with On Error = Continue puts out an item that holds the error.
 */
export async function run(
	context: IExecuteFunctions,
	operations: readonly Operation[],
	type: RecordType,
): Promise<INodeExecutionData[][]> {
	const onFailure = context.continueOnFail() ? 'continue' : 'stop';
	const hints = new Set<string>();
	const outcomes = await outcomesOf(context, operations, type, { onFailure, hints });
	if (onFailure === 'stop' && outcomes.some(isFailed)) throw stopped(context, outcomes);
	showHints(context, hints);
	return [itemsOf(context, outcomes)];
}

async function outcomesOf(
	context: IExecuteFunctions,
	operations: readonly Operation[],
	type: RecordType,
	manner: Manner,
): Promise<readonly Outcome[]> {
	const chosen = chosenOperation(context, operations);
	if (chosen instanceof Failure) {
		return context.getInputData().map((_, item) => ({ item, failure: chosen }));
	}
	const work = chosen.start();
	const names = new NamedReferences(type);
	const parameters = new NodeParameters(context, () => chosen.parameters(), names);
	const failures = plan(context, work, parameters);
	if (manner.onFailure === 'stop' && failures.length > 0) return failures;
	if (!names.areWanted) {
		return [...failures, ...(await carriedOut(context, work, type, manner))];
	}
	return await outcomesWithNames(context, chosen, { names, parameters, type, manner });
}

/** Reads the items again once it is known what the names in them stand for. */
async function outcomesWithNames(
	context: IExecuteFunctions,
	chosen: Operation,
	{ names, parameters, type, manner }: Naming,
): Promise<readonly Outcome[]> {
	try {
		await names.load(await startedSession(context, type, manner));
	} catch (error) {
		const failure = asFailure(error);
		return context.getInputData().map((_, item) => ({ item, failure }));
	}
	const work = chosen.start();
	const failures = plan(context, work, parameters);
	if (manner.onFailure === 'stop' && failures.length > 0) return failures;
	return [...failures, ...(await carriedOut(context, work, type, manner))];
}

/** The operation is one for all items; where that of the first can't be worked out, all fail. */
function chosenOperation(
	context: IExecuteFunctions,
	operations: readonly Operation[],
): Operation | Failure {
	try {
		const value = workedOut('Operation', () => context.getNodeParameter('operation', 0, null));
		return operationOf(operations, value);
	} catch (error) {
		return asFailure(error);
	}
}

function plan(context: IExecuteFunctions, work: Work, parameters: NodeParameters): Outcome[] {
	const failures: Outcome[] = [];
	for (let item = 0; item < context.getInputData().length; item++) {
		try {
			work.add(item, new ItemParameters(parameters, item));
		} catch (error) {
			failures.push({ item, failure: asFailure(error) });
		}
	}
	return failures;
}

/** Where there is no way to Nexudus at all, every planned item failed for that reason. */
async function carriedOut(
	context: IExecuteFunctions,
	work: Work,
	type: RecordType,
	manner: Manner,
): Promise<readonly Outcome[]> {
	if (work.items.length === 0) return [];
	try {
		const session = await startedSession(context, type, manner);
		const outcomes = await work.carryOut(session);
		const isWhole = work.items.length === context.getInputData().length;
		if (isWhole && !outcomes.some(isFailed)) session.createdBefore.forget();
		return outcomes;
	} catch (error) {
		const failure = asFailure(error);
		return work.items.map((item) => ({ item, failure }));
	}
}

async function startedSession(
	context: IExecuteFunctions,
	type: RecordType,
	{ onFailure, hints }: Manner,
): Promise<Session> {
	const connection = await connected(
		context,
		workedOut('Authentication', () => context.getNodeParameter('authentication', 0, null)),
	);
	return {
		records: connection.recordsOf(type),
		recordsOf: connection.recordsOf,
		directions: new SortDirections(),
		clock: connection.clock,
		writes: sharedWritesOf(connection.nexudus, type.name, connection.clock.now()),
		createdBefore: new CreatedBefore(
			repeatedRun(context, connection.account),
			connection.clock.now,
		),
		onFailure,
		hint: (message) => hints.add(message),
	};
}

/** Gives the error of the item that failed first, and says how many others were done. */
function stopped(context: IExecuteFunctions, outcomes: readonly Outcome[]): Error {
	const failed = outcomes.filter(isFailed);
	const [first] = failed;
	const written = outcomes.length - failed.length;
	const done = `${written} of ${context.getInputData().length} items were done before.`;
	const addition = [...(written > 0 ? [done] : []), ...doubtsOf(failed.slice(1))].join(' ');
	const place = { item: first.item, addition };
	if (!isToolCall(context)) return nodeError(context.getNode(), first.failure, place);
	return nodeError(context.getNode(), toldAtOnce(first.failure, place), { item: undefined });
}

/** Of a tool's error the model sees the message only, so it says what to do as well. */
function toldAtOnce(failure: Failure, place: Place): Failure {
	return new Failure(errorText(failure, place), failure.details);
}

/** Writes that were under way when the first item failed may have been carried out as well. */
function doubtsOf(others: readonly FailedOutcome[]): string[] {
	const items = others
		.filter(({ failure }) => failure.details.mayBeWritten)
		.map(({ item }) => item)
		.sort((one, other) => one - other);
	if (items.length === 0) return [];
	return [`Look at item ${items.join(', ')} in Nexudus too: it may have been written.`];
}

function itemsOf(context: IExecuteFunctions, outcomes: readonly Outcome[]): INodeExecutionData[] {
	const inOrder = [...outcomes].sort((one, other) => one.item - other.item);
	return inOrder.flatMap((outcome) => {
		const pairedItem = { item: outcome.item };
		if (isFailed(outcome)) return [failedItem(context, outcome)];
		return outcome.output.map((record) => ({ json: record as IDataObject, pairedItem }));
	});
}

/**
 * n8n empties the json of an item that carries `error`, so the json tells it all. On the error
 * output n8n adds the input's fields to an item that has nothing but `error`.
 */
function failedItem(context: IExecuteFunctions, outcome: FailedOutcome): INodeExecutionData {
	const { item, id, failure } = outcome;
	const error = errorText(failure, { item });
	const isErrorOutput = context.getNode().onError === 'continueErrorOutput';
	const json = isErrorOutput || id === undefined ? { error } : { error, Id: id };
	return { json, pairedItem: { item } };
}

function showHints(context: IExecuteFunctions, hints: ReadonlySet<string>): void {
	if (typeof context.addExecutionHints !== 'function') return;
	const shown = [...hints].map((message) => ({ message, location: 'outputPane' as const }));
	if (shown.length > 0) context.addExecutionHints(...shown);
}
