import type { Persistence } from '../api/client';
import type { RecordsByName } from '../reading/recordsByName';
import { recordsByName } from '../reading/recordsByName';
import { asFailure, Failure, parameterFailure } from '../record/failure';
import type { NamedBy, RecordType } from '../record/field';
import { parameterName } from '../record/field';
import { quoted, trimmed } from '../record/text';
import { unwrapped } from '../record/values';
import type { Session } from '../run/session';

/** A word, and no number, address or list. */
const NAME = /^\p{L}[^/\\:;{}[\]=]*$/u;

/** What a name stands for as long as nobody knows its Id: any Id at all passes the checks. */
const ANY_ID = 1;

/** A field that refers to a record which can also be given by its name. */
interface NamedField {
	label: string;
	namedBy: NamedBy;
	/** By name, once they were asked for: the records, or why they can't be had. */
	known?: RecordsByName | Failure;
	persistence?: Persistence;
}

/**
 * The names that items give in the place of Ids. All items are checked before the first request, so
 * names are only noted at first; once their records are listed, the items are read again.
 */
export class NamedReferences {
	private readonly fields: ReadonlyMap<string, NamedField>;

	constructor(type: Pick<RecordType, 'fields' | 'namedBy'>) {
		const named = Object.entries(type.namedBy ?? {});
		this.fields = new Map(
			named.map(([property, namedBy]) => {
				const label = type.fields.find((field) => field.property === property)?.label ?? property;
				return [parameterName(property), { label, namedBy }];
			}),
		);
	}

	/** Whether a name was given whose record is not known yet. */
	get areWanted(): boolean {
		return this.wanted().length > 0;
	}

	/**
	 * Gives values with Ids in the place of names. Throws a Failure for a name that no record goes by,
	 * that several go by, or whose records could not be listed.
	 */
	resolved(
		values: Record<string, unknown>,
		persistence: () => Persistence,
	): Record<string, unknown> {
		const named = Object.entries(values).flatMap(([name, value]): Array<[string, number]> => {
			const field = this.fields.get(name);
			const text = trimmedText(value);
			if (!field || text === undefined || !NAME.test(text)) return [];
			field.persistence ??= persistence();
			return [[name, idOfName(field, text)]];
		});
		return named.length > 0 ? { ...values, ...Object.fromEntries(named) } : values;
	}

	/** Lists the records that names were given for, each type once. */
	async load({ recordsOf }: Pick<Session, 'recordsOf'>): Promise<void> {
		for (const field of this.wanted()) {
			const { type, properties } = field.namedBy;
			try {
				field.known = await recordsByName(recordsOf(type), properties, field.persistence);
			} catch (error) {
				field.known = unlisted(asFailure(error), type);
			}
		}
	}

	private wanted(): Array<NamedField & { persistence: Persistence }> {
		return [...this.fields.values()].filter(isWanted);
	}
}

function isWanted(field: NamedField): field is NamedField & { persistence: Persistence } {
	return field.persistence !== undefined && field.known === undefined;
}

function trimmedText(value: unknown): string | undefined {
	const held = unwrapped(value);
	return typeof held === 'string' ? trimmed(held) : undefined;
}

function idOfName({ label, namedBy: { type }, known }: NamedField, name: string): number {
	if (!known) return ANY_ID;
	if (known instanceof Failure) throw known;
	const ids = known.idsOf(name);
	if (ids.length === 1) return ids[0];
	if (ids.length === 0) {
		throw parameterFailure(
			label,
			`is no ${type.noun} that Nexudus has: ${quoted(name)}`,
			`Give its ID, its code, or its name as Nexudus writes it.`,
		);
	}
	throw parameterFailure(
		label,
		`may be several ${type.nouns}: ${quoted(name)} is the name of those with the IDs ${ids.join(', ')}`,
		'Give the ID of the right one.',
	);
}

function unlisted({ message, details }: Failure, { noun, nouns }: RecordType): Failure {
	return new Failure(message, {
		...details,
		description: `${details.description} To find a ${noun} by its name the ${nouns} are listed; by its ID it works without that.`,
	});
}
