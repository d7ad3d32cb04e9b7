import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { connected } from '../n8n/connection';
import { nodeError } from '../n8n/nodeError';
import { workedOut } from '../n8n/workedOut';
import type { Records } from '../api/records';
import { Failure } from '../record/failure';
import { idOf } from '../record/field';
import type { LookUp } from '../recordTypes/lookUps';
import type { Stage } from './stages';
import { stagesOf } from './stages';

const PAGE_SIZE = 50;
/** Enough rows to fill the list in the editor, which asks for more only when it is scrolled. */
const ROWS_AT_ONCE = 20;
const PERSISTENCE = { throttleWait: 10_000, advice: 'Open the list again then.', tries: 2 };

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
			sortedFirst: lookUp.orderBy,
		});
		const stages = stagesOf(lookUp, (filter ?? '').trim());
		return await rowsFrom(records, lookUp, stages, positionOf(paginationToken));
	} catch (error) {
		throw shown(context, error);
	}
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
		const { query, holds } = stages[stage];
		const found = await records.page(query, page, PAGE_SIZE, PERSISTENCE);
		for (const row of found.records.filter(holds)) {
			results.push({ name: lookUp.label(row), value: idOf(row) });
		}
		[stage, page] = found.hasNext ? [stage, page + 1] : [stage + 1, 1];
	}
	if (stage >= stages.length) return { results };
	return { results, paginationToken: `${stage}:${page}` };
}

function positionOf(token: string | undefined): Position {
	const [stage, page] = (token ?? '').split(':').map(Number);
	if (!Number.isSafeInteger(stage) || !Number.isSafeInteger(page)) return { stage: 0, page: 1 };
	return { stage, page: Math.max(1, page) };
}
