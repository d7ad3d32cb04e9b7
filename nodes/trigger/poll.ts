import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { connected } from '../n8n/connection';
import { nodeError } from '../n8n/nodeError';
import { workedOut } from '../n8n/workedOut';
import type { Persistence } from '../api/client';
import { SortDirections } from '../api/sortDirections';
import { Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import type { Output } from '../record/output';
import type { Offer } from '../record/watch';
import type { ReadingSession } from '../run/session';
import type { WantedChanges } from './wanted';
import { wanted } from './wanted';
import { changeShaper } from './changeShaper';
import { deletionsOnce, exampleOfDeletion } from './deletions';
import { newestMatching } from './newest';
import type { Occasion } from './occasion';
import { occasionOf } from './occasion';
import type { Polling, PollRequest } from './request';
import { pollOnce } from './pollOnce';
import { Unstored } from './unstored';

/** What to do where Nexudus's throttle asks for more time than a poll has. */
const ADVICE: Record<Occasion, string> = {
	test: 'Test again then.',
	activation: 'Publish the workflow again then.',
	unattendedStart: 'The next poll tries again.',
	tick: 'The next poll tries again.',
};

/** What the triggers of this process have learnt that n8n does not store. */
const unstored = new Unstored();

/** Puts the record of another type that comes along in the place of its number. Throws a Failure. */
export type AddLinked = (
	session: ReadingSession & { persistence: Persistence },
	rows: readonly NexudusRecord[],
	output: Output,
) => Promise<void>;

/** Time of one poll in n8n before 2.40, which names none. */
const DEFAULT_BUDGET = 45_000;

/**
 * Polls once, as n8n asks for it: gives the events since the last poll, or null where there are
 * none. A test run in the editor gives the newest record instead, or for deletions an example, and
 * touches no state.
 *
 * n8n's timer stores the state and starts the execution side by side. Where n8n dies between the
 * two, the events of that one poll are lost if the state was stored first, and come twice if the
 * execution was. Nothing else is lost or doubled: a poll that never got so far is done again.
 * Keeping the events until a later poll confirms them would double them after every crash, since
 * n8n does not store the state of a poll without events; so the narrow gap was left. n8n's
 * durable scheduler stores both at once and has no such gap.
 *
 * A failure is thrown, so that it becomes an error execution or an activation that fails in words.
 * Only at n8n's own start it is not: nobody looks on, and n8n would set no timer but try again at
 * intervals that grow up to a day. The next poll will fail where everybody can see it.
 */
export async function poll(
	context: IPollFunctions,
	offer: Offer,
	addLinked: AddLinked,
): Promise<INodeExecutionData[][] | null> {
	const occasion = occasionOf(context);
	try {
		if (occasion === 'test') return await tested(context, offer, addLinked);
		return await events(context, offer, addLinked, occasion);
	} catch (error) {
		if (occasion !== 'unattendedStart' || !(error instanceof Failure)) {
			throw explained(context, error, occasion);
		}
		context.logger.warn(`${error.message}. The next poll tries again.`);
		return null;
	}
}

/** Of an activation that failed n8n shows the message only, so it says what to do as well. */
function explained(context: IPollFunctions, error: unknown, occasion: Occasion): unknown {
	if (!(error instanceof Failure)) return error;
	const { message, details } = error;
	const told = { ...details, description: '' };
	const shown =
		occasion === 'activation' ? new Failure(`${message}. ${details.description}`, told) : error;
	return nodeError(context.getNode(), shown, { item: undefined });
}

async function events(
	context: IPollFunctions,
	offer: Offer,
	addLinked: AddLinked,
	occasion: Occasion,
): Promise<INodeExecutionData[][] | null> {
	const asked = wanted(context, offer);
	const polling = await pollingOf(context, offer, asked.persistence, occasion);
	const stored = context.getWorkflowStaticData('node');
	const records =
		asked.kind === 'deletions'
			? await deletionsOnce(stored, { ...polling, event: asked.event })
			: await pollOnce(
					stored,
					pollRequest(polling, offer, asked),
					changeShaper(offer.type, asked.watch, asked),
					async (rows) => await addLinked(polling, rows, asked.output),
				);
	return records.length > 0 ? [items(context, records)] : null;
}

async function tested(
	context: IPollFunctions,
	offer: Offer,
	addLinked: AddLinked,
): Promise<INodeExecutionData[][]> {
	const asked = wanted(context, offer);
	const polling = await pollingOf(context, offer, asked.persistence, 'test');
	if (asked.kind === 'deletions') {
		return [items(context, [await exampleOfDeletion({ ...polling, event: asked.event })])];
	}
	const request = pollRequest(polling, offer, asked);
	const row = await newestMatching(request, asked.testFiltering);
	const shape = changeShaper(offer.type, asked.watch, asked);
	if (row) {
		const shown = [shape({ row, previous: null, moment: undefined })];
		await addLinked(polling, shown, asked.output);
		return [items(context, shown)];
	}
	throw new Failure(`There is no ${offer.type.label} yet that matches`, {
		description: `Create or change one in Nexudus, or change 'Event' or 'Filters', and test again.`,
	});
}

async function pollingOf(
	context: IPollFunctions,
	{ type }: Offer,
	persistence: Persistence,
	occasion: Occasion,
): Promise<Polling & Parameters<AddLinked>[0]> {
	const connection = await connected(
		context,
		workedOut('Authentication', () => context.getNodeParameter('authentication')),
	);
	const budget = budgetOf(context);
	const throttleWait = Math.min(persistence.throttleWait, budget);
	const warn = (message: string): void => context.logger.warn(message);
	const reading = {
		records: connection.recordsOf(type),
		directions: new SortDirections(),
		persistence: { throttleWait, advice: ADVICE[occasion] },
	};
	return {
		...reading,
		reading,
		recordsOf: connection.recordsOf,
		hint: warn,
		warn,
		account: connection.account,
		trigger: JSON.stringify([context.getWorkflow().id, context.getNode().name]),
		storing: occasion === 'tick' ? 'withEvents' : 'anyway',
		unstored,
		clock: connection.clock,
		deadline: connection.clock.now() + budget,
	};
}

function pollRequest(polling: Polling, { type }: Offer, asked: WantedChanges): PollRequest {
	const { watch, filtering, rows } = asked;
	return { ...polling, type, watch, conditions: filtering.conditions, rows };
}

function budgetOf(context: IPollFunctions): number {
	if (typeof context.getPollBudgetMs !== 'function') return DEFAULT_BUDGET;
	return Math.min(context.getPollBudgetMs(), DEFAULT_BUDGET);
}

function items(context: IPollFunctions, records: readonly NexudusRecord[]): INodeExecutionData[] {
	return context.helpers.returnJsonArray(records as IDataObject[]);
}
