import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { connected } from '../n8n/connection';
import { nodeError } from '../n8n/nodeError';
import { workedOut } from '../n8n/workedOut';
import type { Records } from '../api/records';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { idOf } from '../record/field';
import { isTooLong, tooLongFailure } from '../record/filterLength';
import { trimmed, wellFormed } from '../record/text';
import type { LookUp } from '../recordTypes/lookUp';
import type { Stage } from './stages';
import { stagesOf } from './stages';

const PAGE_SIZE = 50;
/** Enough rows to fill the list in the editor, which asks for more only when it is scrolled. */
const ROWS_AT_ONCE = 20;
const PERSISTENCE = { throttleWait: 10_000, advice: 'Open the list again then.', tries: 2 };
const ONCE = { ...PERSISTENCE, tries: 1 };

/** Where a search goes on: which list, and which page of it, from 0 and 1. */
interface Position {
	stage: number;
	page: number;
}

/** Gives the next rows to choose from, and where to go on. Throws what n8n shows in the list. */
export async function search(
	context: ILoadOptionsFunctions,
	lookUp: LookUp,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	try {
		const connection = await connected(
			context,
			workedOut('Authentication', () => context.getNodeParameter('authentication', 'accessToken')),
		);
		const records = connection.recordsOf({
			...lookUp.type,
			fields: [],
			simplified: [],
			nodeFilters: [],
			sortedFirst: lookUp.orderBy,
		});
		const stages = stagesOf(lookUp, searchedText(filter));
		return await rowsFrom(records, lookUp, stages, positionOf(paginationToken));
	} catch (error) {
		throw shown(context, error);
	}
}

/** Gives what is searched for, without what nobody sees around it. Throws a Failure. */
function searchedText(filter: string | undefined): string {
	const text = wellFormed(trimmed(filter ?? ''));
	if (isTooLong([['search', text]])) throw tooLongFailure('Search', '');
	return text;
}

function shown(context: ILoadOptionsFunctions, error: unknown): unknown {
	if (!(error instanceof Failure)) return error;
	return nodeError(context.getNode(), error, { item: undefined });
}

async function rowsFrom(
	records: Records,
	lookUp: LookUp,
	stages: readonly Stage[],
	start: Position,
): Promise<INodeListSearchResult> {
	const results: INodeListSearchItems[] = [];
	let { stage, page } = start;
	while (stage < stages.length && results.length < ROWS_AT_ONCE) {
		const found = await rowsOf(records, stages[stage], page);
		for (const row of found.rows) results.push({ name: lookUp.label(row), value: idOf(row) });
		[stage, page] = found.hasNext ? [stage, page + 1] : [stage + 1, 1];
	}
	if (stage >= stages.length) return { results };
	return { results, paginationToken: `${stage}:${page}` };
}

interface Rows {
	rows: NexudusRecord[];
	hasNext: boolean;
}

async function rowsOf(records: Records, stage: Stage, page: number): Promise<Rows> {
	if (stage.id !== undefined) return await recordById(records, stage, stage.id);
	const found = await records.page(stage.query, page, PAGE_SIZE, PERSISTENCE);
	return { rows: found.records.filter(stage.holds), hasNext: found.hasNext };
}

/**
 * Reading one record needs a role that whoever may list need not have: then the list is asked by
 * its filter, which not every server knows. What stands against both, the lists that follow tell.
 */
async function recordById(records: Records, stage: Stage, id: number): Promise<Rows> {
	const ways = [
		async () => [await records.read(id, ONCE)],
		async () => (await records.page(stage.query, 1, PAGE_SIZE, ONCE)).records,
	];
	for (const way of ways) {
		const found = await way().catch(noneIfFailed);
		const rows = found.filter(stage.holds);
		if (rows.length > 0) return { rows, hasNext: false };
	}
	return { rows: [], hasNext: false };
}

function noneIfFailed(error: unknown): NexudusRecord[] {
	asFailure(error);
	return [];
}

function positionOf(token: string | undefined): Position {
	const [stage, page] = (token ?? '').split(':').map(Number);
	if (!Number.isSafeInteger(stage) || !Number.isSafeInteger(page)) return { stage: 0, page: 1 };
	return { stage, page: Math.max(1, page) };
}
