import { inParallel } from '../../execution/inParallel';
import { operation } from '../../execution/operation';
import { Outcomes } from '../../execution/outcomes';
import { asFailure } from '../../record/failure';
import { outputChoice } from '../../execution/outputChoice';
import type { Planned } from '../../execution/outcome';
import type { Persistence } from '../../nexudus/client';
import { wantedChanges } from '../../record/changes';
import type { Changes, NexudusRecord } from '../../record/field';
import { fieldOf } from '../../record/field';
import type { Output } from '../../record/output';
import { shaped } from '../../record/output';
import { setParameter, setParameters } from '../../ui/fieldParameters';
import { optionsParameter } from '../../ui/optionParameters';
import { outputParameters } from '../../ui/outputParameters';
import { readBack } from '../../writing/readBack';
import { contractContact } from '../fields';
import { requiredValues } from '../requiredValues';

interface Plan {
	body: Changes;
	reading: 'back' | 'none';
	output: Output;
	persistence: Persistence;
}

const onTop = ['CoworkerContractId', 'FullName', 'ContractContactType', 'AmlCheckStatus'];

/** Adds contacts to contracts. */
export const create = operation<Plan>({
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a contact to a virtual office contract',
		action: 'Create a contract contact',
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
		optionsParameter(['maxThrottleWait', 'readBack']),
		...outputParameters(contractContact),
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
		const created: Array<{ item: number; plan: Plan; record: NexudusRecord }> = [];
		const work = async ({ item, plan }: Planned<Plan>): Promise<void> => {
			try {
				const stamp = await session.records.create(plan.body, plan.persistence);
				created.push({ item, plan, record: { ...plan.body, ...stamp } });
			} catch (error) {
				outcomes.fail(item, asFailure(error));
			}
		};
		await inParallel(planned, work, () => outcomes.goesOn());
		const ids = created
			.filter(({ plan }) => plan.reading === 'back')
			.map(({ record }) => Number(record.Id));
		const read = await readBack(ids, session, planned[0].plan.persistence);
		for (const { item, plan, record } of created) {
			const known = read.get(Number(record.Id)) ?? record;
			outcomes.succeed(item, [shaped(contractContact, known, plan.output)]);
		}
		return outcomes.list();
	},
});
