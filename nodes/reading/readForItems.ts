import type { Persistence } from '../api/client';
import type { RecordRequests } from '../api/records';
import { Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import type { Output } from '../record/output';
import { shaperOf } from '../record/output';

/** One item that wants a record, and the form in which it is to come out. */
export interface WantedRecord {
	item: number;
	id: number;
	output: Output;
}

/** What is kept of a record whose output was made: full records would take many times its memory. */
const NOTHING: NexudusRecord = {};

/**
 * Gives what comes out of the full record of each item, or why there is none, by item. Records are
 * brought into form as they arrive, so that only those of the requests under way are held whole;
 * `look` sees each of them first.
 * Throws a Failure where none could be read at all.
 */
export async function readForItems(
	records: RecordRequests,
	wanted: readonly WantedRecord[],
	persistence: Persistence,
	look: (record: NexudusRecord, id: number) => void = () => undefined,
): Promise<Map<number, NexudusRecord | Failure>> {
	const byId = groupedById(wanted);
	const forms = new Map<number, NexudusRecord | Failure>();
	const found = await records.readMany([...byId.keys()], persistence, (record, id) => {
		look(record, id);
		for (const { item, output } of byId.get(id) ?? []) {
			forms.set(item, shaperOf(records.type, output)(record));
		}
		return NOTHING;
	});
	for (const [id, record] of found) {
		if (!(record instanceof Failure)) continue;
		for (const { item } of byId.get(id) ?? []) forms.set(item, record);
	}
	return forms;
}

function groupedById(wanted: readonly WantedRecord[]): Map<number, WantedRecord[]> {
	const byId = new Map<number, WantedRecord[]>();
	for (const one of wanted) {
		const others = byId.get(one.id);
		if (others) others.push(one);
		else byId.set(one.id, [one]);
	}
	return byId;
}
