import { operation } from '../n8n/operation';
import { Outcomes } from '../run/outcomes';
import { optionsParameter } from '../parameters/optionParameters';
import type { Deletion } from '../writing/deletions';
import { writeDeletions } from '../writing/deletions';
import { CONTACT_LABEL, contactLocator } from '../parameters/recordLocator';

type Plan = Omit<Deletion, 'item'>;

/** Deletes contacts for good. */
export const deleteContact = operation<Plan>({
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove a contact for good',
		action: 'Delete contract contact',
	},
	parameters: [
		contactLocator('Contact to delete'),
		optionsParameter(['ignoreMissing', 'maxThrottleWait', 'onlyIfUnchangedSince']),
	],
	plan: (parameters) => ({
		id: parameters.id('contractContactId', CONTACT_LABEL),
		onlyIfUnchangedSince: parameters.moment('onlyIfUnchangedSince', 'Only If Unchanged Since'),
		missing: parameters.isOn('ignoreMissing', 'Ignore Missing', false) ? 'deleted' : 'failure',
		persistence: parameters.persistence(),
	}),
	carryOut: async (planned, session) => {
		const outcomes = new Outcomes(session);
		const deletions = planned.map(({ item, plan }) => ({ ...plan, item }));
		await writeDeletions(deletions, session, outcomes);
		return outcomes.list();
	},
});
