import type { INodeProperties } from 'n8n-workflow';
import type { ItemParameters } from '../n8n/itemParameters';
import { operation } from '../n8n/operation';
import { outcomesOfEach } from '../run/outcomes';
import { outputChoice } from '../n8n/outputChoice';
import type { Session } from '../run/session';
import type { Persistence } from '../api/client';
import { listed, sortedRecords } from '../reading/list';
import type { Direction, Sort } from '../api/sortDirections';
import { parameterFailure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { fieldOf, idOf } from '../record/field';
import type { FilterReading, Filtering } from '../record/filters';
import { filtering, needsFullRecords, severalValuesOf } from '../record/filters';
import type { Output, Shaper } from '../record/output';
import { shaperOf, showsLeftOutFields, trimmerOf } from '../record/output';
import { isNotSet } from '../record/values';
import { filterControls, sortOptions } from '../parameters/fieldParameters';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { contractContact } from '../recordTypes/contractContact';
import { RowCheck } from '../reading/rowCheck';

interface Plan {
	filtering: Filtering;
	sort: Sort;
	limit: number | undefined;
	pageSize: number;
	rows: 'asListed' | 'full';
	output: Output;
	persistence: Persistence;
}

const sortParameter: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'fixedCollection',
	placeholder: 'Add sort',
	default: {},
	description: 'The order of the contacts. Without it they come by ID, oldest first.',
	options: [
		{
			displayName: 'By',
			name: 'by',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					type: 'options',
					options: sortOptions(contractContact),
					default: 'FullName',
					description: 'Field to sort by',
				},
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					options: [
						{ name: 'Ascending', value: 'asc' },
						{ name: 'Descending', value: 'desc' },
					],
					default: 'asc',
					description: 'Whether the smallest or the largest value comes first',
				},
			],
		},
	],
};

/** Lists contacts, with every filter that the API has. */
export const getAll = operation<Plan>({
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of contacts, filtered and sorted',
		action: 'Get many contract contacts',
	},
	parameters: [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			displayOptions: { show: { returnAll: [false] } },
			description: 'Max number of results to return',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			description: 'All filters together decide: a contact has to meet each of them',
			options: filterControls(contractContact),
		},
		...outputParameters(contractContact),
		optionsParameter([
			'fullRecords',
			'ignoreEmptyFilters',
			'maxThrottleWait',
			'pageSize',
			'textMatch',
		]),
		sortParameter,
	],
	plan: (parameters) => {
		const sort = wantedSort(parameters);
		const limit = wantedLimit(parameters);
		const filters = wantedFilters(parameters, severalValuesOf(sort, limit));
		const output = outputChoice(contractContact, parameters);
		const isOnFull =
			parameters.isOn('fullRecords', 'Full Records', false) ||
			showsLeftOutFields(contractContact, output) ||
			needsFullRecords(filters.conditions) ||
			sort.field.leftOutOfLists === true;
		return {
			filtering: filters,
			sort,
			limit,
			pageSize: parameters.number(parameters.option('pageSize', 1000), 'Page Size', 1, 1000),
			rows: isOnFull ? 'full' : 'asListed',
			output,
			persistence: parameters.persistence(),
		};
	},
	carryOut: async (planned, session) =>
		await outcomesOfEach(planned, session, async (plan) => {
			hintAtDropped(plan, session);
			const rows = await rowsOf(plan, session);
			const { atTheEnd } = shapers(plan);
			for (let index = 0; index < rows.length; index++) rows[index] = atTheEnd(rows[index]);
			return rows;
		}),
});

function wantedFilters(
	parameters: ItemParameters,
	severalValues: FilterReading['severalValues'],
): Filtering {
	const isDropping =
		parameters.isTool() || parameters.isOn('ignoreEmptyFilters', 'Ignore Empty Filters', false);
	return filtering(contractContact, parameters.collection('filters', 'Filters'), {
		timeZone: parameters.timeZone,
		textMatch: parameters.choice('textMatch', 'Text Match', ['api', 'exact']),
		emptyFilters: isDropping ? 'drop' : 'refuse',
		severalValues,
	});
}

function wantedLimit(parameters: ItemParameters): number | undefined {
	if (parameters.isTurnedOn('returnAll', 'Return All')) return undefined;
	const limit = parameters.number(
		parameters.value('limit') ?? 50,
		'Limit',
		1,
		Number.MAX_SAFE_INTEGER,
	);
	return Math.floor(limit);
}

function wantedSort(parameters: ItemParameters): Sort {
	const { by } = parameters.collection('sort', 'Sort');
	if (isNotSet(by)) return { field: fieldOf(contractContact, 'Id'), direction: 'asc' };
	const { field, direction } = { field: 'Id', direction: 'asc', ...Object(by) };
	const known = contractContact.fields.find((candidate) => candidate.property === field);
	if (known && isDirection(direction)) return { field: known, direction };
	throw parameterFailure(
		'Sort',
		'needs a field from the list and a direction, asc or desc',
		"Choose both under 'Sort'.",
	);
}

function isDirection(direction: unknown): direction is Direction {
	return direction === 'asc' || direction === 'desc';
}

function hintAtDropped(plan: Plan, session: Session): void {
	const { dropped } = plan.filtering;
	if (dropped.length === 0) return;
	session.hint(
		`Left out, because they came out empty: ${dropped.join(', ')}. More contacts may be listed than you expect.`,
	);
}

async function rowsOf(plan: Plan, session: Session): Promise<NexudusRecord[]> {
	const check = new RowCheck(plan.filtering.conditions, plan.rows, plan.persistence, session);
	const { onArrival } = shapers(plan);
	const list = async (query: Plan['filtering']['queries'][number]): Promise<NexudusRecord[]> =>
		await listed(session.records, session.directions, {
			...plan,
			query,
			accept: async (rows) => await check.accepted(rows, onArrival),
		});
	const [first, ...others] = plan.filtering.queries;
	const lists = [await list(first), ...(await Promise.all(others.map(list)))];
	check.hintAtRejected();
	return lists.length === 1 ? lists[0] : together(lists, plan);
}

/** Several lists become one: each record once, in the order asked for, up to the limit. */
function together(lists: NexudusRecord[][], plan: Plan): NexudusRecord[] {
	const byId = new Map(lists.flat().map((row) => [idOf(row), row]));
	return sortedRecords(byId.values(), plan.sort).slice(0, plan.limit);
}

/**
 * Gives what becomes of each row on arrival, and of all at the end. Whole rows of a large table
 * would take several times the memory of what comes out, so that none is kept. Only an order other
 * than by Id may need more than what comes out.
 */
function shapers({ output, sort }: Plan): { onArrival: Shaper; atTheEnd: Shaper } {
	const shape = shaperOf(contractContact, output);
	const { property } = sort.field;
	if (property === 'Id') return { onArrival: shape, atTheEnd: (row) => row };
	return { onArrival: trimmerOf(contractContact, output, property), atTheEnd: shape };
}
