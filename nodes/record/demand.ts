import type { Condition, QueryPair } from './conditions';
import type { Sameness } from './duplicates';
import type { Dependants, WithoutDependants } from './nodeFilter';
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
	/** What the record has to meet that the rows refer to. */
	ofLinked?: Condition;
	/** What must not belong to the rows. */
	lacking?: Lacking;
}

/** Records of a kind that must not belong to others, and how they name what they belong to. */
export interface Lacking extends Pick<WithoutDependants, 'belongBy' | 'advice'> {
	dependants: Dependants;
}

/** Gives a demand of which the API is not told anything: all is left to the node. */
export function untold(demand: Demand): Demand {
	return {
		...demand,
		queries: [],
		conditions: demand.conditions.map((condition) => ({ ...condition, mayCome: () => true })),
	};
}
