import type { INodeProperties } from 'n8n-workflow';
import type { ItemParameters } from '../n8n/itemParameters';
import type { Operation } from '../n8n/operation';
import { operation } from '../n8n/operation';
import { OPTION_LABELS } from '../n8n/optionLabels';
import { outcomesOfEach } from '../run/outcomes';
import { outputChoice } from '../n8n/outputChoice';
import type { Session } from '../run/session';
import type { Persistence } from '../api/client';
import { listed, sortedRecords } from '../reading/list';
import type { Direction, Sort } from '../api/sortDirections';
import { parameterFailure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { fieldOf, idOf } from '../record/field';
import type { Filtering } from '../record/filters';
import { needsFullRecords } from '../record/filters';
import type { Output, Shaper } from '../record/output';
import { shaperOf, showsLeftOutFields, trimmerOf } from '../record/output';
import { isNotSet } from '../record/values';
import { filterControls, sortOptions } from '../parameters/fieldParameters';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { RowCheck } from '../reading/rowCheck';
import { hintsAtDropped, wantedFilters, wantedLimit } from './wantedRows';

interface Plan {
	filtering: Filtering;
	sort: Sort;
	limit: number | undefined;
	pageSize: number;
	rows: 'asListed' | 'full';
	output: Output;
	persistence: Persistence;
	hints: readonly string[];
}

function sortParameter(type: RecordType): INodeProperties {
	const field: INodeProperties = {
		displayName: 'Field',
		name: 'field',
		type: 'options',
		options: sortOptions(type),
		default: '',
		description: 'Field to sort by',
	};
	return {
		displayName: 'Sort',
		name: 'sort',
		type: 'fixedCollection',
		placeholder: 'Add sort',
		default: {},
		description: `The order of the ${type.nouns}. Without it they come by ID, oldest first.`,
		options: [
			{
				displayName: 'By',
				name: 'by',
				values: [
					{ ...field, default: type.sortedFirst },
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
}

/** Lists records, with every filter that the API has. */
export function getMany(type: RecordType): Operation {
	return operation<Plan>({
		option: {
			name: 'Get Many',
			value: 'getAll',
			description: `Retrieve a list of ${type.nouns}, filtered and sorted`,
			action: `Get many ${type.labelPlural}`,
		},
		parameters: () => [
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
				description: `All filters together decide: a ${type.noun} has to meet each of them`,
				options: filterControls(type),
			},
			...outputParameters(type),
			optionsParameter(type, [
				'fullRecords',
				'ignoreEmptyFilters',
				'maxThrottleWait',
				'pageSize',
				'textMatch',
			]),
			sortParameter(type),
		],
		plan: (parameters) => {
			const sort = wantedSort(type, parameters);
			const filters = wantedFilters(type, parameters, sort);
			const output = outputChoice(type, parameters);
			const isOnFull =
				parameters.isOn('fullRecords', false) ||
				showsLeftOutFields(type, output) ||
				needsFullRecords(filters.conditions) ||
				sort.field.leftOutOfLists === true;
			return {
				filtering: filters,
				sort,
				limit: wantedLimit(parameters, filters),
				pageSize: wantedPageSize(parameters),
				rows: isOnFull ? 'full' : 'asListed',
				output,
				persistence: parameters.persistence(),
				hints: hintsAtDropped(type, parameters, filters),
			};
		},
		carryOut: async (planned, session) =>
			await outcomesOfEach(planned, session, async (plan) => {
				plan.hints.forEach(session.hint);
				const rows = await rowsOf(plan, session);
				const { atTheEnd } = shapers(type, plan);
				for (let index = 0; index < rows.length; index++) rows[index] = atTheEnd(rows[index]);
				return rows;
			}),
	});
}

function wantedPageSize(parameters: ItemParameters): number {
	const asked = parameters.option('pageSize', 1000);
	return parameters.number(asked, OPTION_LABELS.pageSize, 1, 1000);
}

function wantedSort(type: RecordType, parameters: ItemParameters): Sort {
	const { by } = parameters.collection('sort', 'Sort');
	if (isNotSet(by)) return { field: fieldOf(type, 'Id'), direction: 'asc' };
	const { field, direction } = { field: 'Id', direction: 'asc', ...Object(by) };
	const known = type.fields.find((candidate) => candidate.property === field);
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

async function rowsOf(plan: Plan, session: Session): Promise<NexudusRecord[]> {
	const check = new RowCheck(plan.filtering.conditions, plan.rows, plan.persistence, session);
	const { onArrival } = shapers(session.records.type, plan);
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
function shapers(
	type: RecordType,
	{ output, sort }: Plan,
): { onArrival: Shaper; atTheEnd: Shaper } {
	const shape = shaperOf(type, output);
	const { property } = sort.field;
	if (property === 'Id') return { onArrival: shape, atTheEnd: (row) => row };
	return { onArrival: trimmerOf(type, output, property), atTheEnd: shape };
}
