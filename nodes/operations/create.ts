import type { Operation } from '../n8n/operation';
import { operation } from '../n8n/operation';
import { outputChoice } from '../n8n/outputChoice';
import { setParameters, topParameter } from '../parameters/fieldParameters';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { wantedChanges } from '../record/changes';
import type { WritableType } from '../record/writableType';
import { Outcomes } from '../run/outcomes';
import type { Creation } from '../writing/creations';
import { writeCreations } from '../writing/creations';
import { putOut } from '../writing/putOut';
import { requiredValues } from './requiredValues';

type Plan = Omit<Creation, 'item'>;

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
			...type.askedFirst.map((property) => topParameter(type, property)),
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add field',
				default: {},
				options: setParameters(type, type.askedFirst),
			},
			...outputParameters(type),
			optionsParameter(type, ['maxThrottleWait', 'readBack']),
		],
		plan: (parameters) => {
			const required = requiredValues(type, type.askedFirst, parameters);
			return {
				parent: Number(required[type.parent.property]),
				body: {
					...required,
					...wantedChanges(type, {
						values: parameters.collection('additionalFields', 'Additional Fields'),
						except: type.askedFirst,
						clear: [],
						emptyValues: 'ignore',
						collection: 'Additional Fields',
						timeZone: parameters.timeZone,
					}),
				},
				reading: parameters.isOn('readBack', true) ? 'back' : 'none',
				output: outputChoice(type, parameters),
				persistence: parameters.persistence(),
			};
		},
		carryOut: async (planned, session) => {
			const outcomes = new Outcomes(session);
			const creations = planned.map(({ item, plan }) => ({ ...plan, item }));
			const finished = await writeCreations(creations, session, outcomes);
			await putOut(finished, session, outcomes);
			return outcomes.list();
		},
	});
}
