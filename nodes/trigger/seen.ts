const MINUTE = 60_000;
const RADIX = 36;
const SEPARATOR = '.';

/** What was seen of one record. */
interface Entry {
	version: string;
	/** First minute since 1970 in which the record can't be read again. */
	until: number;
}

/**
 * Remembers which version of a record was seen, for as long as the record's stamps lie in the
 * part of the columns that is read again.
 */
export class Seen {
	private readonly entries: Map<string, Entry>;

	constructor(stored: Record<string, string>) {
		this.entries = new Map(Object.entries(stored).map(([id, text]) => [id, entryOf(text)]));
	}

	versionOf(id: number): string | undefined {
		return this.entries.get(String(id))?.version;
	}

	/** Remembers a version; `latest` is the record's last stamp in a watched column. */
	remember(id: number, version: string, latest: number): void {
		const until = Math.floor(latest / MINUTE) + 1;
		this.entries.set(String(id), { version, until });
	}

	/** Gives what is still needed when the columns are read from this instant on. */
	storedFrom(from: number): Record<string, string> {
		const first = Math.floor(from / MINUTE);
		const needed = [...this.entries].filter(([, { until }]) => until > first);
		return Object.fromEntries(needed.map(([id, entry]) => [id, textOf(entry)]));
	}
}

function textOf({ version, until }: Entry): string {
	return until.toString(RADIX) + SEPARATOR + version;
}

function entryOf(text: string): Entry {
	const [until, version = ''] = text.split(SEPARATOR);
	return { version, until: Number.parseInt(until, RADIX) };
}
