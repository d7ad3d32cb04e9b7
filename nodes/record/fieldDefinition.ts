/** How a property's values are read, compared, filtered and shown. */
export type FieldType =
	| 'text'
	| 'json'
	| 'integer'
	| 'number'
	| 'boolean'
	| 'enumeration'
	| 'reference'
	| 'calendarDate'
	| 'instant'
	| 'asRead';

/** One value of an enumeration: the number that travels, the API's name, the text people read. */
export interface Choice {
	value: number;
	name: string;
	label: string;
	/** What it means for people, where the label alone does not tell. */
	note?: string;
}

/** One property of a record: everything the node knows about it, once. */
export interface Field {
	property: string;
	label: string;
	type: FieldType;
	/** What the property is, as a phrase without an article or a full stop. */
	meaning: string;
	/** The name of its equality filter, without the record type's prefix. */
	filter?: string;
	/** Whether `from_` and `to_` filters exist. */
	range?: true;
	writable?: 'required' | 'optional';
	/** Whether list rows come without it, so that only a full record tells its value. */
	leftOutOfLists?: true;
	/** The values of an enumeration. */
	choices?: readonly Choice[];
	/** What a parameter starts with, where the type's own default would mislead. */
	initial?: number | boolean;
	/** Whether its entries have names, by which people see their values. */
	holdsNamedValues?: true;
	/** What its filter looks at where people may take it for another; whole sentences. */
	filterNote?: string;
	/** The list search that fills the picker of a reference. */
	search?: string;
	/** Property whose value the API works out anew when this one changes. */
	decidesOthers?: true;
	/** Whether blanks around its text are taken off: it is matched on, or identifies somebody. */
	trimmed?: true;
	/** Shows a text box of several lines. */
	multiline?: true;
	placeholder?: string;
}
