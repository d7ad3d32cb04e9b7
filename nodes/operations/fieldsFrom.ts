import type { INodeProperties } from 'n8n-workflow';
import type { ItemParameters } from '../n8n/itemParameters';
import { parameterFailure } from '../record/failure';
import type { RecordType } from '../record/field';
import type { Columns } from '../record/inputColumns';
import { columnsOf } from '../record/inputColumns';

const LABEL = 'Fields From';
const TAKE_FROM_INPUT = 'Take From Input';

/** The collection of fields for a record that may be new. */
export const ADDITIONAL_FIELDS = { name: 'additionalFields', label: 'Additional Fields' };

/** What hides a parameter where the columns of the input say what is set. */
export const HIDDEN_WITH_INPUT: Pick<INodeProperties, 'displayOptions'> = {
	displayOptions: { hide: { fieldsFrom: ['input'] } },
};

/** The fields that an item sets. */
export interface GivenFields {
	/** Parameter names to values. */
	values: Record<string, unknown>;
	/** Where they stand, for messages. */
	collection: string;
	/** The input's columns, where these were asked for. */
	columns?: Columns;
}

/** Gives the parameter that says where the fields to set come from. */
export function fieldsFromParameter({ noun }: RecordType): INodeProperties {
	return {
		displayName: LABEL,
		name: 'fieldsFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Choose Below',
				value: 'define',
				description: `You choose the fields of the ${noun} and give each its value`,
			},
			{
				name: TAKE_FROM_INPUT,
				value: 'input',
				description:
					"Each column that is called like a field, such as 'Phone Number' or 'phone_number', sets that field",
			},
		],
		default: 'define',
		description: 'Where the fields to set come from',
	};
}

/**
 * Gives the fields that an item sets: those of a collection, or the columns of its input. What is
 * set `elsewhere`, by its property, no column sets. Throws a Failure.
 */
export function givenFields(
	type: RecordType,
	parameters: ItemParameters,
	collection: { name: string; label: string },
	elsewhere: readonly string[] = [],
): GivenFields {
	const { name, label } = collection;
	if (!isFromInput(parameters)) {
		return { values: parameters.collection(name, label), collection: label };
	}
	const columns = columnsOf(type, parameters.input, elsewhere);
	return {
		values: parameters.withNamesResolved(columns.values),
		collection: TAKE_FROM_INPUT,
		columns,
	};
}

/** Tells whether the columns of the input set the fields. Throws a Failure for an unknown choice. */
export function isFromInput(parameters: ItemParameters): boolean {
	const source = parameters.valueOr('fieldsFrom', 'define');
	if (source === 'define' || source === 'input') return source === 'input';
	throw parameterFailure(
		LABEL,
		'must be one of: define, input',
		`Choose it from the list under '${LABEL}'.`,
	);
}

/** Gives the one hint that says what became of all items' columns; none where there were none. */
export function hintsAtColumns(all: ReadonlyArray<Columns | undefined>): string[] {
	const read = all.filter((columns) => columns !== undefined);
	if (read.length === 0) return [];
	const named = (of: (columns: Columns) => readonly string[]): string =>
		[...new Set(read.flatMap(of))].join(', ');
	const [taken, setElsewhere, ignored] = [
		named((columns) => columns.taken),
		named((columns) => columns.setElsewhere),
		named((columns) => columns.ignored),
	];
	const sentences = [
		taken ? `Columns taken from the input: ${taken}.` : 'No column of the input was taken.',
		...(setElsewhere ? [`Set by this node's own parameters instead: ${setElsewhere}.`] : []),
		...(ignored ? [`Ignored, because no field has this name: ${ignored}.`] : []),
	];
	return [sentences.join(' ')];
}
