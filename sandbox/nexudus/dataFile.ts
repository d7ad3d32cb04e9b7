import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RecordSet } from './records/recordSet';
import type { SavedRecords } from './savedRecords';

const SETTLE_MS = 150;

/** A file that holds all records: read once, then written shortly after changes. */
export class DataFile {
	private timer: NodeJS.Timeout | undefined;

	constructor(private readonly path: string) {}

	/** The records saved before, if there are any. */
	load(): SavedRecords | undefined {
		if (!existsSync(this.path)) return undefined;
		try {
			return JSON.parse(readFileSync(this.path, 'utf8')) as SavedRecords;
		} catch (error) {
			throw new Error(`The data file ${this.path} holds no saved records`, { cause: error });
		}
	}

	/** Saves once changes have settled for a moment. */
	saveSoon(records: () => RecordSet): void {
		this.timer ??= setTimeout(() => this.save(records()), SETTLE_MS).unref();
	}

	/** Replaces the file in one step: a crash leaves either the old records or the new ones. */
	save(records: RecordSet): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		mkdirSync(dirname(this.path), { recursive: true });
		const temporary = `${this.path}.${process.pid}.tmp`;
		writeFileSync(temporary, JSON.stringify(records));
		renameSync(temporary, this.path);
	}
}
