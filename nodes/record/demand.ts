import type { QueryPair } from './conditions';
import type { Sameness } from './duplicates';
import type { RowCondition } from './rowConditions';

/** What one filter asks for. */
export interface Demand {
	/** What the filter is called. */
	label: string;
	/** What the API is asked: each is a list of its own. None where it can't be asked. */
	queries: ReadonlyArray<readonly QueryPair[]>;
	/** What every row has to meet. */
	conditions: readonly RowCondition[];
	/** Of which duplicates the rows are. */
	sameness?: Sameness;
}

/** Gives a demand of which the API is not told anything: all is left to the node. */
export function untold(demand: Demand): Demand {
	return {
		...demand,
		queries: [],
		conditions: demand.conditions.map((condition) => ({ ...condition, mayCome: () => true })),
	};
}
