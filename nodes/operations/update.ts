import type { ItemParameters } from '../n8n/itemParameters';
import type { Operation } from '../n8n/operation';
import { operation } from '../n8n/operation';
import { outputChoice } from '../n8n/outputChoice';
import { setParameters } from '../parameters/fieldParameters';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { locatorName, recordLocator, titleOf } from '../parameters/recordLocator';
import { clearFieldsParameter } from '../parameters/writeParameters';
import { wantedChanges } from '../record/changes';
import { fieldOf } from '../record/field';
import type { Columns } from '../record/inputColumns';
import { cellOf } from '../record/inputColumns';
import type { LeftAlone } from '../record/leftAlone';
import { hintsAtLeftAlone, leftAloneBy } from '../record/leftAlone';
import type { Moment } from '../record/moments';
import type { WritableType } from '../record/writableType';
import { putOut } from '../writing/putOut';
import type { Update } from '../writing/update';
import { writeUpdates } from '../writing/updates';
import { fieldsFromParameter, givenFields, HIDDEN_WITH_INPUT, hintsAtColumns } from './fieldsFrom';
import { previewedFirst, tellingOf } from './previewing';

const UPDATE_FIELDS = { name: 'updateFields', label: 'Update Fields' };

interface Plan extends Omit<Update, 'item'> {
	columns: Columns | undefined;
	leftAlone: LeftAlone;
}

/** Changes some fields of records and leaves all others as they are. */
export function update(type: WritableType): Operation {
	return operation<Plan>({
		option: {
			name: 'Update',
			value: 'update',
			description: `Change fields of a ${type.noun} and leave all others as they are`,
			action: `Update ${type.label}`,
		},
		parameters: () => [
			recordLocator(type, `The ${type.noun} to change`),
			fieldsFromParameter(type),
			{
				displayName: UPDATE_FIELDS.label,
				name: UPDATE_FIELDS.name,
				type: 'collection',
				placeholder: 'Add field',
				default: {},
				description: 'Fields to change. Fields left out here keep their values.',
				...HIDDEN_WITH_INPUT,
				options: setParameters(type),
			},
			clearFieldsParameter(type),
			...outputParameters(type),
			optionsParameter(
				type,
				[
					'addChanges',
					'emptyValues',
					'maxThrottleWait',
					'onlyIfUnchangedSince',
					'previewOnly',
					'readBack',
					'writeUnchanged',
				],
				{ readBack: { default: false } },
			),
		],
		plan: (parameters) => planned(type, parameters),
		carryOut: async (plans, session) => {
			hintsAt(
				type,
				plans.map(({ plan }) => plan),
			).forEach(session.hint);
			return await previewedFirst(plans, session, async (updates, one, outcomes) => {
				await putOut(await writeUpdates(updates, one, outcomes), one, outcomes);
			});
		},
	});
}

function planned(type: WritableType, parameters: ItemParameters): Plan {
	const given = givenFields(type, parameters, UPDATE_FIELDS);
	const changes = wantedChanges(type, {
		...given,
		clear: parameters.list('clearFields'),
		emptyValues: parameters.choice('emptyValues', ['ignore', 'clear']),
		timeZone: parameters.timeZone,
	});
	const telling = tellingOf(parameters);
	const usualReading = parameters.isOn('readBack', false) ? 'back' : 'ifOthersChanged';
	return {
		id: parameters.id(locatorName(type), titleOf(type)),
		changes,
		ifEmpty: {},
		collection: given.collection,
		onlyIfUnchangedSince: lastSeen(type, parameters, given.columns),
		unchanged: parameters.isOn('writeUnchanged', false) ? 'write' : 'skip',
		reading: telling === 'preview' ? 'none' : usualReading,
		output: outputChoice(type, parameters),
		telling,
		persistence: parameters.persistence(),
		columns: given.columns,
		leftAlone: leftAloneBy(type, given.values, changes),
	};
}

/** A table that was loaded before must not undo what was changed since. */
function lastSeen(
	type: WritableType,
	parameters: ItemParameters,
	columns: Columns | undefined,
): Moment | undefined {
	const option = parameters.moment('onlyIfUnchangedSince');
	if (option || !columns) return option;
	const field = fieldOf(type, 'UpdatedOn');
	return parameters.momentIn(cellOf(field, parameters.input), field.label);
}

function hintsAt(type: WritableType, plans: readonly Plan[]): string[] {
	const columns = plans.map((plan) => plan.columns);
	const leftAlone = plans
		.filter(({ unchanged }) => unchanged === 'skip')
		.map((plan) => plan.leftAlone);
	const advice = plans.some((plan) => plan.columns)
		? 'Call the columns of the input like the fields that they hold.'
		: `Give a field a value under '${UPDATE_FIELDS.label}'.`;
	return [...hintsAtColumns(columns), ...hintsAtLeftAlone(type, leftAlone, advice)];
}
