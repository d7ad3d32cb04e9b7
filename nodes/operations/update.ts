import type { Operation } from '../n8n/operation';
import { operation } from '../n8n/operation';
import { outputChoice } from '../n8n/outputChoice';
import { setParameters } from '../parameters/fieldParameters';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { locatorName, recordLocator, titleOf } from '../parameters/recordLocator';
import { clearFieldsParameter } from '../parameters/writeParameters';
import { wantedChanges } from '../record/changes';
import type { WritableType } from '../record/writableType';
import { Outcomes } from '../run/outcomes';
import { putOut } from '../writing/putOut';
import type { Update } from '../writing/update';
import { writeUpdates } from '../writing/updates';

type Plan = Omit<Update, 'item'>;

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
			{
				displayName: 'Update Fields',
				name: 'updateFields',
				type: 'collection',
				placeholder: 'Add field',
				default: {},
				description: 'Fields to change. Fields left out here keep their values.',
				options: setParameters(type),
			},
			clearFieldsParameter(type),
			...outputParameters(type),
			optionsParameter(
				type,
				['emptyValues', 'maxThrottleWait', 'onlyIfUnchangedSince', 'readBack', 'writeUnchanged'],
				{ readBack: { default: false } },
			),
		],
		plan: (parameters) => ({
			id: parameters.id(locatorName(type), titleOf(type)),
			changes: wantedChanges(type, {
				values: parameters.collection('updateFields', 'Update Fields'),
				clear: parameters.list('clearFields'),
				emptyValues: parameters.choice('emptyValues', ['ignore', 'clear']),
				collection: 'Update Fields',
				timeZone: parameters.timeZone,
			}),
			ifEmpty: {},
			collection: 'Update Fields',
			onlyIfUnchangedSince: parameters.moment('onlyIfUnchangedSince'),
			unchanged: parameters.isOn('writeUnchanged', false) ? 'write' : 'skip',
			reading: parameters.isOn('readBack', false) ? 'back' : 'ifOthersChanged',
			output: outputChoice(type, parameters),
			persistence: parameters.persistence(),
		}),
		carryOut: async (planned, session) => {
			const outcomes = new Outcomes(session);
			const updates = planned.map(({ item, plan }) => ({ ...plan, item }));
			const finished = await writeUpdates(updates, session, outcomes);
			await putOut(finished, session, outcomes);
			return outcomes.list();
		},
	});
}
