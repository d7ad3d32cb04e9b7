import type { INodeProperties } from 'n8n-workflow';
import type { ItemParameters } from '../n8n/itemParameters';
import type { Operation } from '../n8n/operation';
import { operation } from '../n8n/operation';
import { OPTION_LABELS } from '../n8n/optionLabels';
import { outcomesOfEach } from '../run/outcomes';
import { linkedOptions, linkedOutput, outputChoice } from '../n8n/outputChoice';
import type { Direction, Sort } from '../api/sortDirections';
import { parameterFailure } from '../record/failure';
import type { RecordType } from '../record/field';
import { fieldOf } from '../record/field';
import { showsLeftOutFields } from '../record/output';
import { needsFullRecords } from '../record/rowConditions';
import { isNotSet } from '../record/values';
import { sortOptions } from '../parameters/fieldParameters';
import { filterControls } from '../parameters/filterControls';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import type { RowsRequest } from '../reading/filteredRows';
import { Joins } from './joins';
import { hintsAtDropped, wantedFilters, wantedLimit } from './wantedRows';

interface Plan extends RowsRequest {
	hints: readonly string[];
	whenNothingFound: 'noItem' | 'emptyItem';
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
				...linkedOptions(type),
				'fullRecords',
				'ignoreEmptyFilters',
				'maxThrottleWait',
				'pageSize',
				'textMatch',
				'whenNothingFound',
			]),
			sortParameter(type),
		],
		plan: (parameters) => {
			const sort = wantedSort(type, parameters);
			const filters = wantedFilters(type, parameters, sort);
			const output = linkedOutput(type, parameters, outputChoice(type, parameters));
			const isOnFull =
				parameters.isOn('fullRecords', false) ||
				showsLeftOutFields(type, output) ||
				needsFullRecords(filters.conditions) ||
				(!filters.sameness && sort.field.leftOutOfLists === true);
			return {
				filtering: filters,
				sort,
				limit: wantedLimit(parameters, filters),
				pageSize: wantedPageSize(parameters),
				rows: isOnFull ? 'full' : 'asListed',
				output,
				persistence: parameters.persistence(),
				hints: [...(filters.advice ?? []), ...hintsAtDropped(type, parameters, filters)],
				whenNothingFound: parameters.choice('whenNothingFound', ['noItem', 'emptyItem']),
			};
		},
		carryOut: async (planned, session) => {
			const joins = new Joins(session);
			return await outcomesOfEach(planned, session, async (plan) => {
				plan.hints.forEach(session.hint);
				const rows = await joins.rows(plan);
				return rows.length === 0 && plan.whenNothingFound === 'emptyItem' ? [{}] : rows;
			});
		},
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
