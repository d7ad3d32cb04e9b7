import { operation } from '../n8n/operation';
import { Outcomes } from '../run/outcomes';
import { outputChoice } from '../n8n/outputChoice';
import { wantedChanges } from '../record/changes';
import { fieldOf } from '../record/field';
import { setParameter, setParameters } from '../parameters/fieldParameters';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import type { Creation } from '../writing/creations';
import { writeCreations } from '../writing/creations';
import { putOut } from '../writing/putOut';
import { contractContact } from '../recordTypes/contractContact';
import { requiredValues } from './requiredValues';

type Plan = Omit<Creation, 'item'>;

const onTop = ['CoworkerContractId', 'FullName', 'ContractContactType', 'AmlCheckStatus'];

/** Adds contacts to contracts. */
export const create = operation<Plan>({
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a contact to a virtual office contract',
		action: 'Create contract contact',
	},
	parameters: [
		...onTop.map((property) => ({
			...setParameter(fieldOf(contractContact, property)),
			required: true,
		})),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: setParameters(contractContact, onTop),
		},
		...outputParameters(contractContact),
		optionsParameter(['maxThrottleWait', 'readBack']),
	],
	plan: (parameters) => ({
		body: {
			...requiredValues(contractContact, onTop, parameters),
			...wantedChanges(contractContact, {
				values: parameters.collection('additionalFields', 'Additional Fields'),
				except: onTop,
				clear: [],
				emptyValues: 'ignore',
				collection: 'Additional Fields',
				timeZone: parameters.timeZone,
			}),
		},
		reading: parameters.isOn('readBack', 'Read Back', true) ? 'back' : 'none',
		output: outputChoice(contractContact, parameters),
		persistence: parameters.persistence(),
	}),
	carryOut: async (planned, session) => {
		const outcomes = new Outcomes(session);
		const creations = planned.map(({ item, plan }) => ({ ...plan, item }));
		const finished = await writeCreations(creations, session, outcomes);
		await putOut(finished, session, outcomes);
		return outcomes.list();
	},
});
