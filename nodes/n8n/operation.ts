import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Outcome, Planned } from '../run/outcome';
import type { Session } from '../run/session';
import { parameterFailure } from '../record/failure';
import type { ItemParameters } from './itemParameters';

/** How an operation looks in the editor. Its parameters are made only where they are shown. */
interface Look {
	option: INodePropertyOptions;
	parameters: () => INodeProperties[];
}

/** An operation: how it looks, how one item is read, and what is done for all items. */
interface Definition<Plan> extends Look {
	/** Reads and checks one item; throws a Failure before anything is sent. */
	plan: (parameters: ItemParameters) => Plan;
	/** Gives one outcome for each item. */
	carryOut: (
		planned: ReadonlyArray<Planned<Plan>>,
		session: Session,
	) => Promise<readonly Outcome[]>;
}

/** The items of one execution, planned one by one and then carried out together. */
export interface Work {
	/** Indexes of the items that were added. */
	readonly items: readonly number[];
	add: (item: number, parameters: ItemParameters) => void;
	carryOut: (session: Session) => Promise<readonly Outcome[]>;
}

/** An operation as the node knows it, whatever its plans look like. */
export interface Operation extends Look {
	start: () => Work;
}

/** Gives an operation whose plans stay typed inside. */
export function operation<Plan>(definition: Definition<Plan>): Operation {
	const { option, parameters, plan, carryOut } = definition;
	return {
		option,
		parameters,
		start: () => {
			const planned: Array<Planned<Plan>> = [];
			return {
				get items() {
					return planned.map(({ item }) => item);
				},
				add: (item, itemParameters) => planned.push({ item, plan: plan(itemParameters) }),
				carryOut: async (session) => await carryOut(planned, session),
			};
		},
	};
}

/** Gives the operation with this value. Throws a Failure where there is none. */
export function operationOf(operations: readonly Operation[], value: unknown): Operation {
	const operation = operations.find((candidate) => candidate.option.value === value);
	if (operation) return operation;
	const names = operations.map(({ option }) => option.value).join(', ');
	throw parameterFailure('Operation', `must be one of: ${names}`, "Choose it under 'Operation'.");
}
