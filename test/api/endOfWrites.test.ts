import fc from 'fast-check';
import { contractContact } from '../../nodes/recordTypes/contractContact';
import { Client } from '../../nodes/api/client';
import { Pace } from '../../nodes/api/pace';
import type { NexudusAnswer, NexudusRequest } from '../../nodes/api/exchange';
import { NoAnswer } from '../../nodes/api/exchange';
import { Failure } from '../../nodes/record/failure';
import { answered, createRequest, deleteRequest, updateRequest, writtenAnswer } from './answers';
import { VirtualClock } from './virtualClock';

const PATIENT = { throttleWait: 120_000, advice: 'Run the node again then.' };

type Answer = NexudusAnswer | Error;

const FORBIDDEN = answered({ Message: 'Forbidden' }, 403);
const PAGE = answered('<!DOCTYPE html><title>Request blocked</title>', 403);
const INVALID = answered({ Message: 'FullName: is too long', WasSuccessful: false }, 400);
const LOST = new NoAnswer('lost');
const WRITTEN = writtenAnswer(1);

/** Sends writes one after the other, each with its answer, and gives what came of them. */
async function outcomesOf(writes: ReadonlyArray<[NexudusRequest, Answer]>) {
	const clock = new VirtualClock();
	let answer: Answer = WRITTEN;
	let sent = 0;
	const client = new Client(
		async () => {
			sent++;
			await clock.passes(50);
			if (answer instanceof Error) throw answer;
			return answer;
		},
		clock,
		contractContact,
		new Pace().join(clock),
	);
	const failures: Array<Failure | undefined> = [];
	for (const [request, next] of writes) {
		answer = next;
		const outcome = await clock.until(
			client.request(request, PATIENT).catch((error: unknown) => error),
		);
		failures.push(outcome instanceof Failure ? outcome : undefined);
	}
	return { sent, failures };
}

const updates = (...answers: Answer[]): Array<[NexudusRequest, Answer]> =>
	answers.map((answer, index) => [updateRequest(index + 1), answer]);
const creations = (...answers: Answer[]): Array<[NexudusRequest, Answer]> =>
	answers.map((answer) => [{ ...createRequest }, answer]);

describe('A refusal of one write with 403', () => {
	it('as a firewall’s page never ends other writes', async () => {
		const { sent, failures } = await outcomesOf(updates(...Array(12).fill(PAGE), WRITTEN));
		expect(sent).toBe(13);
		expect(failures.at(-1)).toBeUndefined();
	});

	it.each([
		['updates', updates(FORBIDDEN, FORBIDDEN, FORBIDDEN, WRITTEN, WRITTEN)],
		['creations', creations(FORBIDDEN, FORBIDDEN, FORBIDDEN, WRITTEN, WRITTEN)],
		[
			'writes of each kind',
			[
				...creations(FORBIDDEN),
				[deleteRequest, FORBIDDEN],
				...updates(FORBIDDEN, WRITTEN, WRITTEN),
			],
		],
	] as Array<[string, Array<[NexudusRequest, Answer]>]>)(
		'ends the writes after three %s of different records in a row',
		async (_kind, writes) => {
			const { sent, failures } = await outcomesOf(writes);
			expect(sent).toBe(3);
			const [last] = failures.slice(-1);
			expect(last?.message).toContain('Nexudus does not let this user');
			expect(last?.message).toContain(writes[writes.length - 1][0].purpose);
		},
	);

	it('counts one record once, however often it is written', async () => {
		const again = Array.from({ length: 6 }, (): [NexudusRequest, Answer] => [
			updateRequest(7),
			FORBIDDEN,
		]);
		const { sent, failures } = await outcomesOf([...again, ...updates(WRITTEN)]);
		expect(sent).toBe(7);
		expect(failures.at(-1)).toBeUndefined();
	});

	it.each([
		['a success', WRITTEN],
		['a refusal of values', INVALID],
	])('starts to count anew after %s', async (_what, between) => {
		const answers = [FORBIDDEN, FORBIDDEN, between, FORBIDDEN, FORBIDDEN, WRITTEN];
		const { sent } = await outcomesOf(updates(...answers));
		expect(sent).toBe(6);
	});

	it('goes on counting over a firewall’s page', async () => {
		const { sent } = await outcomesOf(updates(FORBIDDEN, FORBIDDEN, PAGE, FORBIDDEN, WRITTEN));
		expect(sent).toBe(4);
	});
});

describe('A refusal of one write with 401', () => {
	it('ends all writes at once', async () => {
		const { sent } = await outcomesOf(updates(answered('', 401), WRITTEN));
		expect(sent).toBe(1);
	});
});

describe('Creations of unknown fate', () => {
	it.each([
		['lost', LOST],
		['timed out', new NoAnswer('timedOut')],
		['answered with 503', answered('', 503)],
		['answered without an Id', answered({ WasSuccessful: true, Value: null })],
	] as Array<[string, Answer]>)(
		'end the writes after four in a row that were %s, and say that nothing was sent',
		async (_how, answer) => {
			const { sent, failures } = await outcomesOf(creations(...Array(9).fill(answer)));
			expect(sent).toBe(4);
			expect(failures.slice(0, 4).every((one) => one?.details.mayBeWritten)).toBe(true);
			for (const one of failures.slice(4)) {
				expect(one?.details.mayBeWritten).toBeUndefined();
				expect(one?.details.description).toContain('Nothing was sent for this item.');
			}
		},
	);

	it('are counted anew after one that was carried out, or refused', async () => {
		const answers = [LOST, LOST, LOST, WRITTEN, LOST, LOST, LOST, INVALID, LOST, WRITTEN];
		const { sent } = await outcomesOf(creations(...answers));
		expect(sent).toBe(10);
	});
});

describe('Whatever the answers', () => {
	it('no write is sent after four lost creations, three 403 or one 401 in a row, and all others are', async () => {
		const answer = fc.constantFrom<Answer>(WRITTEN, INVALID, PAGE, LOST, FORBIDDEN);
		await fc.assert(
			fc.asyncProperty(fc.array(answer, { maxLength: 25 }), async (answers) => {
				const { sent } = await outcomesOf(creations(...answers));
				const words = answers.map((one) =>
					one === WRITTEN || one === INVALID ? '.' : one === LOST ? 'l' : one === PAGE ? 'p' : 'f',
				);
				const ends = [/(?:f[lp]*){3}/, /(?:l[pf]*){4}/].flatMap((row) => {
					const found = row.exec(words.join(''));
					return found ? [endOf(found)] : [];
				});
				expect(sent).toBe(Math.min(answers.length, ...ends));
			}),
			{ numRuns: 150 },
		);
	});
});

/** How many writes are sent until the row is full: what comes between no longer counts at its end. */
function endOf({ index, 0: row }: RegExpExecArray): number {
	const last = Math.max(row.lastIndexOf(row.startsWith('f') ? 'f' : 'l'));
	return index + last + 1;
}
