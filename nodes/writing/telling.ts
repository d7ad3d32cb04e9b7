import type { Action, Change } from '../record/change';
import { changesBetween } from '../record/change';
import type { NexudusRecord, RecordType } from '../record/field';
import type { Output } from '../record/output';
import { shaperOf } from '../record/output';
import { isImagined } from './rehearsal';

/**
 * What is told of a write: its record, with what was done before it, also with what changed after
 * it; or what a write would do that is not carried out.
 */
export type Telling = 'record' | 'action' | 'changes' | 'preview';

/** What was done for an item. The changes are there where they are told. */
export interface Done {
	action: Action;
	changes: readonly Change[];
}

/** What an item wants to be told. */
interface Listener {
	telling: Telling;
	output: Output;
}

/** What a write did to a record: its state before and after, and the properties that differ. */
interface Write {
	action: Action;
	from: NexudusRecord;
	to: NexudusRecord;
	properties: readonly string[];
}

/** Gives what was done, as far as it is told. */
export function doneOf(type: RecordType, { telling, output }: Listener, write: Write): Done {
	const { action, properties } = write;
	if (telling !== 'changes' && telling !== 'preview') return { action, changes: [] };
	return { action, changes: changesBetween(type, output, properties, write) };
}

/** Gives what comes out of the whole record that a write left, or would leave. */
export function shownRecord(
	type: RecordType,
	{ telling, output }: Listener,
	done: Done,
	record: NexudusRecord,
): NexudusRecord {
	return telling === 'preview' ? previewOf(type, done, record) : shaperOf(type, output)(record);
}

/** Gives a record that comes out with what is told besides. */
export function withNews(
	record: NexudusRecord,
	{ telling, done: { action, changes } }: { telling: Telling; done: Done },
): NexudusRecord {
	if (telling === 'action') return { action, ...record };
	return telling === 'changes' ? { action, ...record, changes } : record;
}

/** A record that is not there yet has no Id, and one that could not be read has no name. */
function previewOf(
	type: RecordType,
	{ action, changes }: Done,
	record: NexudusRecord,
): NexudusRecord {
	const id = isImagined(Number(record.Id)) ? {} : { Id: record.Id };
	return { preview: true, action, ...id, ...nameIn(type, record), changes };
}

/** Gives what a record is called, as simplified output shows it; nothing where it was not loaded. */
export function nameIn(type: RecordType, record: NexudusRecord): NexudusRecord {
	const { nameProperty } = type;
	if (!nameProperty || !(nameProperty in record)) return {};
	return { [nameProperty]: shaperOf(type, { kind: 'simplified' })(record)[nameProperty] };
}
