import type { Operation } from '../n8n/operation';
import { operation } from '../n8n/operation';
import { optionsParameter } from '../parameters/optionParameters';
import { locatorName, recordLocator, titleOf } from '../parameters/recordLocator';
import type { WritableType } from '../record/writableType';
import type { Deletion } from '../writing/deletions';
import { writeDeletions } from '../writing/deletions';
import { previewedFirst, tellingOf } from './previewing';

type Plan = Omit<Deletion, 'item'>;

/** Deletes records for good. */
export function deletion(type: WritableType): Operation {
	return operation<Plan>({
		option: {
			name: 'Delete',
			value: 'delete',
			description: `Remove a ${type.noun} for good`,
			action: `Delete ${type.label}`,
		},
		parameters: () => [
			recordLocator(type, `The ${type.noun} to delete`),
			optionsParameter(type, [
				'ignoreMissing',
				'maxThrottleWait',
				'onlyIfUnchangedSince',
				'previewOnly',
			]),
		],
		plan: (parameters) => ({
			id: parameters.id(locatorName(type), titleOf(type)),
			onlyIfUnchangedSince: parameters.moment('onlyIfUnchangedSince'),
			missing: parameters.isOn('ignoreMissing', false) ? 'deleted' : 'failure',
			persistence: parameters.persistence(),
			telling: tellingOf(parameters),
		}),
		carryOut: async (planned, session) => await previewedFirst(planned, session, writeDeletions),
	});
}
