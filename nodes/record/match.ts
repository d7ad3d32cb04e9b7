/** What tells that a record is the one an item means. */
export interface Match {
	/** Properties that may hold the value; the first is the record's own. */
	properties: readonly string[];
	value: string | number;
}
