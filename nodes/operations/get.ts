import { operation } from '../n8n/operation';
import { Outcomes } from '../run/outcomes';
import { outputChoice } from '../n8n/outputChoice';
import type { Planned } from '../run/outcome';
import type { Session } from '../run/session';
import { readForItems } from '../reading/readForItems';
import type { Persistence } from '../api/client';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import type { Output } from '../record/output';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { contactLocator, CONTACT_LABEL } from '../parameters/recordLocator';
import { contractContact } from '../recordTypes/contractContact';

interface Plan {
	id: number;
	output: Output;
	persistence: Persistence;
}

/** Loads contacts by ID, many in one request. */
export const get = operation<Plan>({
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one contact with all its fields',
		action: 'Get contract contact',
	},
	parameters: [
		contactLocator('Contact to load'),
		...outputParameters(contractContact),
		optionsParameter(['maxThrottleWait']),
	],
	plan: (parameters) => ({
		id: parameters.id('contractContactId', CONTACT_LABEL),
		output: outputChoice(contractContact, parameters),
		persistence: parameters.persistence(),
	}),
	carryOut: async (planned, session) => {
		const outcomes = new Outcomes(session);
		const read = await readAll(planned, session);
		for (const { item, plan } of planned) {
			const found = read.get(item);
			if (found instanceof Failure) outcomes.fail(item, found, plan.id);
			else if (found) outcomes.succeed(item, [found]);
		}
		return outcomes.list();
	},
});

async function readAll(
	planned: ReadonlyArray<Planned<Plan>>,
	{ records }: Session,
): Promise<Map<number, NexudusRecord | Failure>> {
	if (planned.length === 0) return new Map();
	const wanted = planned.map(({ item, plan: { id, output } }) => ({ item, id, output }));
	try {
		return await readForItems(records, wanted, planned[0].plan.persistence);
	} catch (error) {
		const failure = asFailure(error);
		return new Map(planned.map(({ item }) => [item, failure]));
	}
}
