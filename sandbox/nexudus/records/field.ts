/** One entry of a record's free-form custom fields; every value is text (custom-fields page). */
export interface CustomField {
	Name: string;
	Value: string | null;
	JsonValue: string | null;
	Type: string;
}

export interface CustomFields {
	Data: CustomField[];
}

export type Value = string | number | boolean | readonly number[] | CustomFields | null;

interface KindValues {
	integer: number;
	number: number;
	choice: number;
	text: string;
	boolean: boolean;
	dateTime: string;
	ids: readonly number[];
	customFields: CustomFields;
	nothing: null;
}

export type Entity =
	| 'ContractContact'
	| 'CoworkerContract'
	| 'Coworker'
	| 'Country'
	| 'Business'
	| 'Tariff';

/** The state of the documents from which on a property must be sent with a write. */
export type DocumentVersion = 'oldest' | 'middle' | 'current';

export interface Field {
	readonly property: string;
	readonly kind: keyof KindValues;
	/** Never null in a stored record. */
	readonly filled?: true;
	/** Name of the equality filter, after `{Entity}_`. */
	readonly filter?: string;
	/** Has `from_{Entity}_{property}` and `to_{Entity}_{property}`. */
	readonly range?: true;
	/** Not returned in the rows of a list. */
	readonly leftOut?: true;
	readonly writable?: true;
	readonly requiredSince?: DocumentVersion;
	/** What a writable field holds that a write did not send; null where not given. */
	readonly whenOmitted?: number | false;
	/** Not every record has it, and not every tenant knows it. */
	readonly optional?: true;
	/** The property is the id of a record of this entity. */
	readonly refersTo?: Entity;
	/** Read-only copy of a property of the record that another property refers to. */
	readonly copies?: { readonly by: string; readonly property: string };
	/** The date-time property that this one repeats on the location's clock. */
	readonly localOf?: string;
	/** Names of the values of an enumeration, by value. */
	readonly choices?: Readonly<Record<number, string>>;
	/** The one custom field that is looked at, of all that the property holds. */
	readonly customField?: string;
}

type ValueOf<F extends Field> = KindValues[F['kind']] | (F extends { filled: true } ? never : null);

type Optional = { readonly optional: true };

/** The record type that a field table describes. */
export type RecordOf<Fields extends readonly Field[]> = {
	[F in Exclude<Fields[number], Optional> as F['property']]: ValueOf<F>;
} & {
	[F in Extract<Fields[number], Optional> as F['property']]?: ValueOf<F>;
};

export type StoredRecord = { [property: string]: Value | undefined } & { Id: number };

/** The given field table, with its literal types kept so that `RecordOf` can read them. */
export function fieldTable<const Fields extends readonly Field[]>(fields: Fields): Fields {
	return fields;
}
