import type { Operation } from '../n8n/operation';
import { operation } from '../n8n/operation';
import { outputChoice } from '../n8n/outputChoice';
import { setParameters, topParameter } from '../parameters/fieldParameters';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { wantedChanges } from '../record/changes';
import type { Columns } from '../record/inputColumns';
import type { WritableType } from '../record/writableType';
import type { Creation } from '../writing/creations';
import { writeCreations } from '../writing/creations';
import { putOut } from '../writing/putOut';
import {
	ADDITIONAL_FIELDS,
	fieldsFromParameter,
	givenFields,
	HIDDEN_WITH_INPUT,
	hintsAtColumns,
	isFromInput,
} from './fieldsFrom';
import { previewedFirst, tellingOf } from './previewing';
import { onTop, requiredValues } from './requiredValues';

interface Plan extends Omit<Creation, 'item'> {
	columns: Columns | undefined;
}

/** Adds records. */
export function create(type: WritableType): Operation {
	return operation<Plan>({
		option: {
			name: 'Create',
			value: 'create',
			description: `Add a ${type.noun} to a ${type.parent.label}`,
			action: `Create ${type.label}`,
		},
		parameters: () => [
			...onTop(type).map((property) => topParameter(type, property)),
			fieldsFromParameter(type),
			...Object.keys(type.newcomer).map((property) => ({
				...topParameter(type, property),
				...HIDDEN_WITH_INPUT,
			})),
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add field',
				default: {},
				...HIDDEN_WITH_INPUT,
				options: setParameters(type, type.askedFirst),
			},
			...outputParameters(type),
			optionsParameter(type, ['maxThrottleWait', 'previewOnly', 'readBack']),
		],
		plan: (parameters) => {
			const asked = isFromInput(parameters) ? onTop(type) : type.askedFirst;
			const required = requiredValues(type, asked, parameters);
			const given = givenFields(type, parameters, ADDITIONAL_FIELDS, asked);
			const telling = tellingOf(parameters);
			return {
				parent: Number(required[type.parent.property]),
				body: {
					...type.newcomer,
					...required,
					...wantedChanges(type, {
						...given,
						except: asked,
						clear: [],
						emptyValues: 'ignore',
						timeZone: parameters.timeZone,
					}),
				},
				reading: parameters.isOn('readBack', true) && telling !== 'preview' ? 'back' : 'none',
				output: outputChoice(type, parameters),
				telling,
				persistence: parameters.persistence(),
				columns: given.columns,
			};
		},
		carryOut: async (planned, session) => {
			hintsAtColumns(planned.map(({ plan }) => plan.columns)).forEach(session.hint);
			return await previewedFirst(planned, session, async (creations, one, outcomes) => {
				await putOut(await writeCreations(creations, one, outcomes), one, outcomes);
			});
		},
	});
}
