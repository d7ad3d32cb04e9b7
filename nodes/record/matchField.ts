/** A field that tells which records mean the same. */
export interface MatchField {
	/** The record's own property. */
	property: string;
	/** A property of a linked record that counts as well. */
	alsoIn?: string;
	/** Only an email address tells who is meant. */
	isEmail?: true;
}

/** Gives the properties whose values are compared; the first is the record's own. */
export function matchedProperties({ property, alsoIn }: MatchField): string[] {
	return alsoIn ? [property, alsoIn] : [property];
}
