import type { Account } from '../account';
import type { Answers, Finding } from '../findings';
import { roleFailure } from '../refusals';
import { sampleOf } from './textMatch';

/** Requests that are left to the questions that come after the reading. */
const REQUESTS_KEPT = 5;
const MOST_SINGLE_READS = 20;
const MOST_BATCHES = 4;

/** Reads one contact that exists. Throws a ProbeFailure where the role for that is missing. */
export async function readKnown(account: Account): Promise<void> {
	const [id] = account.rows.keys();
	if (id === undefined) return;
	const { status } = await account.read(id);
	if (status === 403) throw roleFailure('Read');
}

/** Finds out how the read of an id that does not exist is answered. */
export async function askUnknownId(account: Account): Promise<Finding<Answers['unknownId']>> {
	const { status } = await account.asking.get(`${account.asking.type.path}/${account.unknownId()}`);
	if (status === 403 && account.isEmpty) throw roleFailure('Read');
	if (status === undefined) return { answer: 'unknown', seen: 'No answer came' };
	return { answer: status, seen: `An id far above all others: status ${status}` };
}

/** Loads further full records until one has notes that can be asked for, as far as requests go. */
export async function loadNotes(account: Account): Promise<void> {
	const most = account.idsAtOnce > 0 ? MOST_BATCHES : MOST_SINGLE_READS;
	for (let reads = 0; reads < most; reads++) {
		if (sampleOf(account, 'Notes') || account.asking.requestsLeft <= REQUESTS_KEPT) return;
		const unread = [...account.rows.keys()].filter((id) => !account.full.has(id));
		if (unread.length === 0) return;
		if (account.idsAtOnce > 0) await readBatch(account, unread.slice(0, account.idsAtOnce));
		else await readApart(account, unread, most);
	}
}

async function readBatch(account: Account, ids: readonly number[]): Promise<void> {
	const { body } = await account.asking.get(batchTarget(account, `[${ids.join(',')}]`));
	if (Array.isArray(body)) account.keepFull(body);
}

/** Neighbours are alike, such as those of one import: the reads go all over the table. */
async function readApart(account: Account, unread: readonly number[], most: number): Promise<void> {
	const done = account.full.size;
	await account.read(unread[Math.floor((unread.length * (done % most)) / most)]);
}

/** Gives path and query of the batch read, as they go over the wire. */
export function batchTarget(account: Account, ids: string): string {
	return `${account.asking.type.path}/?id=${ids}`;
}
