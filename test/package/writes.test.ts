import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '../../nodes/api/client';
import type { NexudusRequest } from '../../nodes/api/exchange';
import { Pace } from '../../nodes/api/pace';
import { Records } from '../../nodes/api/records';
import type { RecordType } from '../../nodes/record/field';
import { contractContact } from '../../nodes/recordTypes/contractContact';
import { coworkerContract } from '../../nodes/recordTypes/coworkerContract';
import { answered, writtenAnswer } from '../api/answers';
import { VirtualClock } from '../api/virtualClock';
import { root } from './packageFolder';

const PATIENT = { throttleWait: 120_000, advice: 'Run the node again then.' };
const RECORD = { Id: 2380115, Active: false };

/** Everything that can be asked of the records of a type, and arguments that would do. */
const CALLS: Record<string, (records: Records) => Promise<unknown>> = {
	page: async (records) => await records.page([], 1, 1000, PATIENT),
	read: async (records) => await records.read(RECORD.Id, PATIENT),
	readMany: async (records) => await records.readMany([RECORD.Id, RECORD.Id + 3], PATIENT),
	leftOut: async (records) => await records.leftOut([RECORD.Id, RECORD.Id + 3], PATIENT),
	create: async (records) => await records.create(RECORD, PATIENT),
	update: async (records) => await records.update(RECORD, PATIENT, () => false),
	delete: async (records) => await records.delete(RECORD.Id, PATIENT),
};

/** What asks for nothing. */
const SILENT = [
	'constructor',
	'listPage',
	'idsAtOnce',
	'assureWritable',
	'endWrites',
	'noteUnknownFate',
];

function answerTo({ method, path: target }: NexudusRequest) {
	if (method !== 'GET') return writtenAnswer(RECORD.Id);
	if (target.includes('/?id=')) return answered([RECORD]);
	return answered(target.endsWith(`/${RECORD.Id}`) ? RECORD : { Records: [RECORD] });
}

/** The methods of the requests that all calls together bring forth. */
async function methodsSent(type: RecordType): Promise<Set<string>> {
	const methods = new Set<string>();
	const clock = new VirtualClock();
	const send = async (request: NexudusRequest) => {
		methods.add(request.method);
		return answerTo(request);
	};
	for (const call of Object.values(CALLS)) {
		const records = new Records(new Client(send, clock, type, new Pace().join(clock)), type);
		await clock.until(call(records).catch((error: unknown) => error));
	}
	return methods;
}

function filesWith(words: RegExp, folder: string): string[] {
	const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
	return files
		.filter((file) => file.endsWith('.ts'))
		.filter((file) => words.test(readFileSync(path.join(root, folder, file), 'utf8')))
		.map((file) => path.posix.join(folder, file.split(path.sep).join('/')));
}

describe('A contract, which bills people,', () => {
	it('is only read, whatever is called for it', async () => {
		expect(await methodsSent(coworkerContract)).toEqual(new Set(['GET']));
	});

	it('is told apart from contacts, which the same calls write', async () => {
		expect(await methodsSent(contractContact)).toEqual(new Set(['GET', 'POST', 'PUT', 'DELETE']));
	});

	it('has no call that was not tried here', () => {
		const all = Object.getOwnPropertyNames(Records.prototype);
		expect(all.sort()).toEqual([...Object.keys(CALLS), ...SILENT].sort());
	});

	it('can’t be reached by another way: writes are made in one place, and the sign-in', () => {
		const writing = /method:\s*['"`](POST|PUT|DELETE|PATCH)/;
		const found = ['nodes', 'credentials'].flatMap((folder) => filesWith(writing, folder));
		expect(found.sort()).toEqual(['nodes/api/records.ts', 'nodes/n8n/login.ts']);
	});
});
