import type { Persistence } from '../api/client';
import type { Operation } from '../n8n/operation';
import { operation } from '../n8n/operation';
import { linkedOptions, linkedOutput, outputChoice } from '../n8n/outputChoice';
import { failingWhenNothingFound, optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { locatorName, recordLocator, titleOf } from '../parameters/recordLocator';
import { missingAmong } from '../reading/missing';
import { readForItems } from '../reading/readForItems';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import type { Output } from '../record/output';
import { withLinked } from './joins';
import type { Planned } from '../run/outcome';
import { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';

interface Plan {
	id: number;
	output: Output;
	persistence: Persistence;
	whenNothingFound: 'fail' | 'emptyItem' | 'noItem';
}

/** Loads records by ID, many in one request. */
export function get(type: RecordType): Operation {
	return operation<Plan>({
		option: {
			name: 'Get',
			value: 'get',
			description: `Retrieve one ${type.noun}, by choosing it or by its ID`,
			action: `Get ${type.label}`,
		},
		parameters: () => [
			recordLocator(type, `The ${type.noun} to load`),
			...outputParameters(type),
			optionsParameter(type, [...linkedOptions(type), 'maxThrottleWait', 'whenNothingFound'], {
				whenNothingFound: failingWhenNothingFound,
			}),
		],
		plan: (parameters) => ({
			id: parameters.id(locatorName(type), titleOf(type)),
			output: linkedOutput(type, parameters, outputChoice(type, parameters)),
			persistence: parameters.persistence(),
			whenNothingFound: parameters.choice('whenNothingFound', ['fail', 'emptyItem', 'noItem']),
		}),
		carryOut: async (planned, session) => {
			const outcomes = new Outcomes(session);
			const own = await readAll(planned, session);
			const missing = await missingIds(planned, own, session);
			const read = await withLinked(planned, own, session);
			for (const { item, plan } of planned) {
				const found = read.get(item);
				if (missing.has(plan.id) && plan.whenNothingFound !== 'fail') {
					outcomes.succeed(item, plan.whenNothingFound === 'emptyItem' ? [{}] : []);
				} else if (found instanceof Failure) outcomes.fail(item, found, plan.id);
				else if (found) outcomes.succeed(item, [found]);
			}
			return outcomes.list();
		},
	});
}

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

/** Gives the ids that have no record, as far as an item wants to know. */
async function missingIds(
	planned: ReadonlyArray<Planned<Plan>>,
	read: ReadonlyMap<number, NexudusRecord | Failure>,
	{ records }: Session,
): Promise<ReadonlySet<number>> {
	const failures = new Map<number, Failure>();
	for (const { item, plan } of planned) {
		const found = read.get(item);
		const isAsked = plan.whenNothingFound !== 'fail';
		if (isAsked && found instanceof Failure) failures.set(plan.id, found);
	}
	if (failures.size === 0) return new Set();
	return await missingAmong(records, failures, planned[0].plan.persistence);
}
