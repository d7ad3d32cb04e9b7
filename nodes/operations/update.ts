import { operation } from '../n8n/operation';
import { Outcomes } from '../run/outcomes';
import { outputChoice } from '../n8n/outputChoice';
import { wantedChanges } from '../record/changes';
import { setParameters } from '../parameters/fieldParameters';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { clearFieldsParameter } from '../parameters/writeParameters';
import { putOut } from '../writing/putOut';
import type { Update } from '../writing/update';
import { writeUpdates } from '../writing/updates';
import { CONTACT_LABEL, contactLocator } from '../parameters/recordLocator';
import { contractContact } from '../recordTypes/contractContact';

type Plan = Omit<Update, 'item'>;

/** Changes some fields of contacts and leaves all others as they are. */
export const update = operation<Plan>({
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change fields of a contact and leave all others as they are',
		action: 'Update contract contact',
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
		...outputParameters(contractContact),
		optionsParameter(
			['emptyValues', 'maxThrottleWait', 'onlyIfUnchangedSince', 'readBack', 'writeUnchanged'],
			{ readBack: { default: false } },
		),
	],
	plan: (parameters) => ({
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
		output: outputChoice(contractContact, parameters),
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
