import { operation } from '../../execution/operation';
import { Outcomes } from '../../execution/outcomes';
import { outputChoice } from '../../execution/outputChoice';
import { wantedChanges } from '../../record/changes';
import type { Output } from '../../record/output';
import { shaped } from '../../record/output';
import { setParameters } from '../../ui/fieldParameters';
import { optionsParameter } from '../../ui/optionParameters';
import { outputParameters } from '../../ui/outputParameters';
import { clearFieldsParameter } from '../../ui/writeParameters';
import type { Update } from '../../writing/updates';
import { writeAndReadBack } from '../../writing/updatesWithReading';
import { CONTACT_LABEL, contactLocator } from '../contactLocator';
import { contractContact } from '../fields';

interface Plan {
	update: Omit<Update, 'item'>;
	output: Output;
}

/** Changes some fields of contacts and leaves all others as they are. */
export const update = operation<Plan>({
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change fields of a contact and leave all others as they are',
		action: 'Update a contract contact',
	},
	parameters: [
		contactLocator('Contact to change'),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			description: 'Fields to change. Fields left out here keep their values.',
			options: setParameters(contractContact),
		},
		clearFieldsParameter(contractContact),
		optionsParameter(
			['emptyValues', 'maxThrottleWait', 'onlyIfUnchangedSince', 'readBack', 'writeUnchanged'],
			{ readBack: { default: false } },
		),
		...outputParameters(contractContact),
	],
	plan: (parameters) => ({
		update: {
			id: parameters.id('contractContactId', CONTACT_LABEL),
			changes: wantedChanges(contractContact, {
				values: parameters.collection('updateFields', 'Update Fields'),
				clear: parameters.list('clearFields'),
				emptyValues: parameters.choice('emptyValues', 'Empty Values', ['ignore', 'clear']),
				collection: 'Update Fields',
				timeZone: parameters.timeZone,
			}),
			onlyIfUnchangedSince: parameters.moment('onlyIfUnchangedSince', 'Only If Unchanged Since'),
			unchanged: parameters.isOn('writeUnchanged', 'Write Unchanged', false) ? 'write' : 'skip',
			reading: parameters.isOn('readBack', 'Read Back', false) ? 'back' : 'ifOthersChanged',
			persistence: parameters.persistence(),
		},
		output: outputChoice(contractContact, parameters),
	}),
	carryOut: async (planned, session) => {
		const outcomes = new Outcomes(session);
		const outputs = new Map(planned.map(({ item, plan }) => [item, plan.output]));
		const updates = planned.map(({ item, plan }) => ({ ...plan.update, item }));
		for (const { item, record } of await writeAndReadBack(updates, session, outcomes)) {
			outcomes.succeed(item, [
				shaped(contractContact, record, outputs.get(item) ?? { kind: 'simplified' }),
			]);
		}
		return outcomes.list();
	},
});
