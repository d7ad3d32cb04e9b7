import type { enumerations } from './enumerations';

/** What a documented value is about, where its JSON type alone does not tell. */
export type Meaning =
	| 'date'
	| 'coworker contract'
	| 'coworker'
	| 'country'
	| 'location'
	| 'plan'
	| keyof typeof enumerations;

/** A value as the API's documents describe it: its JSON type, and what it is about. */
export interface DocumentedValue {
	type: 'boolean' | 'integer' | 'number' | 'string';
	means?: Meaning;
}
