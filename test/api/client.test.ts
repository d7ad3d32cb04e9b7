import { contractContact } from '../../nodes/recordTypes/contractContact';
import { Client } from '../../nodes/api/client';
import { Pace } from '../../nodes/api/pace';
import type { NexudusAnswer, NexudusRequest, Silence } from '../../nodes/api/exchange';
import { NoAnswer, SignInFailed } from '../../nodes/api/exchange';
import { Failure } from '../../nodes/record/failure';
import {
	answered,
	createRequest,
	deleteRequest,
	readRequest,
	throttledAnswer,
	updateRequest,
	writtenAnswer,
} from './answers';
import { VirtualClock } from './virtualClock';

const PATIENT = { throttleWait: 120_000, advice: 'Run the node again then.' };
const WRITES = [createRequest, updateRequest(1042), deleteRequest];

/** A client whose server answers as scripted, 50 ms after each request; the last answer stays. */
function scripted(...script: Array<NexudusAnswer | Error>) {
	const clock = new VirtualClock();
	const sent: Array<NexudusRequest & { at: number }> = [];
	const client = new Client(
		async (request) => {
			sent.push({ ...request, at: clock.now() - clock.startedAt });
			await clock.passes(50);
			const answer = script.length > 1 ? script.shift() : script[0];
			if (answer instanceof Error || answer === undefined) throw answer;
			return answer;
		},
		clock,
		contractContact,
		new Pace().join(clock),
	);
	const outcome = async (request: NexudusRequest, persistence = PATIENT): Promise<unknown> =>
		await client.request(request, persistence).catch((error: unknown) => error);
	return { clock, sent, client, outcome };
}

function failure(outcome: unknown): Failure {
	if (outcome instanceof Failure) return outcome;
	throw new Error(`not a Failure: ${String(outcome)}`);
}

describe('A request whose fate is unknown', () => {
	const losses: Array<[string, NexudusAnswer | Error]> = [
		['lost', new NoAnswer('lost')],
		['timed out', new NoAnswer('timedOut')],
		['of an unknown error', new TypeError('socket hang up')],
		['500', answered('<html>', 500)],
		['503', answered('', 503)],
		['cut off', answered('{"Status":200,"Val')],
	];

	it.each(losses)('is never sent again where it writes: %s', async (_name, answer) => {
		for (const request of WRITES) {
			const { clock, sent, outcome } = scripted(answer, writtenAnswer(1042));
			const { details, message } = failure(await clock.until(outcome(request)));
			expect(sent).toHaveLength(1);
			expect(details.mayBeWritten).toBe(true);
			expect(`${message} ${details.description}`).toMatch(/may have been (creat|updat|delet)ed/);
		}
	});

	it.each(losses)('is sent again where it reads: %s', async (_name, answer) => {
		const { clock, sent, outcome } = scripted(answer, answer, answered({ Id: 1042 }));
		expect(await clock.until(outcome(readRequest))).toEqual({ Id: 1042 });
		expect(sent).toHaveLength(3);
	});

	it('is read four times in all, with growing pauses, and then given up', async () => {
		const { clock, sent, outcome } = scripted(new NoAnswer('lost'));
		const { details } = failure(await clock.until(outcome(readRequest)));
		expect(sent).toHaveLength(4);
		expect(details.mayBeWritten).toBeUndefined();
		const gaps = sent.slice(1).map(({ at }, index) => at - sent[index].at);
		expect(gaps[1]).toBeGreaterThan(gaps[0]);
		expect(gaps[2]).toBeGreaterThan(gaps[1]);
	});
});

describe('A request that was certainly not carried out', () => {
	it.each(WRITES.map((request): [string, NexudusRequest] => [request.method, request]))(
		'is sent again though it is a %s: never connected, or throttled',
		async (_method, request) => {
			const { clock, sent, outcome } = scripted(
				new NoAnswer('unreachable'),
				throttledAnswer(1),
				throttledAnswer(undefined, 429),
				writtenAnswer(1042),
			);
			expect(await clock.until(outcome(request))).toMatchObject({ WasSuccessful: true });
			expect(sent).toHaveLength(4);
		},
	);

	it.each<Silence>(['untrusted', 'cancelled'])('is given up at once when %s', async (silence) => {
		const { clock, sent, outcome } = scripted(new NoAnswer(silence));
		failure(await clock.until(outcome(readRequest)));
		expect(sent).toHaveLength(1);
	});

	it('waits as long as Nexudus asks', async () => {
		const { clock, sent, outcome } = scripted(throttledAnswer(7), answered({ Id: 1042 }));
		await clock.until(outcome(readRequest));
		expect(sent[1].at).toBeGreaterThanOrEqual(7_050);
		expect(sent[1].at).toBeLessThan(7_500);
	});
});

describe('A wait beyond the patience', () => {
	const ASKED = 3_600;

	it('is told at once, with the time to go on', async () => {
		const { clock, outcome } = scripted(throttledAnswer(ASKED));
		const { message, details } = failure(await clock.until(outcome(updateRequest(1))));
		expect(message).toContain('update contract contact 1');
		expect(message).toContain('3600 seconds');
		expect(details.description).toContain('2026-05-17T10:30:00Z');
		expect(details).toMatchObject({ cause: 'rate-limited', retryAfter: 3_600_000 });
		expect(clock.now() - clock.startedAt).toBe(50);
	});

	it('fails all writes not yet sent, without sending them or waiting', async () => {
		const { clock, sent, outcome } = scripted(writtenAnswer(1), throttledAnswer(ASKED));
		await clock.until(outcome(updateRequest(1)));
		const requests = Array.from({ length: 40 }, (_, index) => updateRequest(index + 2));
		const outcomes = await clock.until(Promise.all(requests.map((request) => outcome(request))));
		expect(sent).toHaveLength(3);
		expect(clock.now() - clock.startedAt).toBeLessThan(1_000);
		outcomes.forEach((one, index) => {
			expect(failure(one).message).toContain(`update contract contact ${index + 2}:`);
		});
		const late = failure(await clock.until(outcome(createRequest)));
		expect(late.details.cause).toBe('rate-limited');
		expect(sent).toHaveLength(3);
	});

	it('fails reads as well while it lasts, and lets them through after it', async () => {
		const { clock, sent, outcome } = scripted(throttledAnswer(ASKED), answered({ Id: 1042 }));
		failure(await clock.until(outcome(readRequest)));
		failure(await clock.until(outcome(readRequest)));
		expect(clock.now() - clock.startedAt).toBe(50);
		expect(sent).toHaveLength(1);
		await clock.until(clock.passes(ASKED * 1000 * 1.06));
		expect(await clock.until(outcome(readRequest))).toEqual({ Id: 1042 });
	});

	it('is one that adds up, too', async () => {
		const { clock, outcome } = scripted(throttledAnswer(4));
		failure(await clock.until(outcome(readRequest, { ...PATIENT, throttleWait: 30_000 })));
		expect(clock.now() - clock.startedAt).toBeGreaterThan(10_000);
		expect(clock.now() - clock.startedAt).toBeLessThanOrEqual(31_500);
	});

	it('of absurd length is a failure in words like any other', async () => {
		for (const seconds of [9e15, Number('9'.repeat(400))]) {
			const { clock, outcome } = scripted(throttledAnswer(seconds));
			expect(failure(await clock.until(outcome(readRequest))).details.cause).toBe('rate-limited');
		}
	});
});

describe('The throttle and many requests', () => {
	/** One request each 500 ms, as 120 a minute; the others are told to wait a second. */
	function slowServer(clock: VirtualClock) {
		let freeFrom = 0;
		const sent: number[] = [];
		const client = new Client(
			async ({ path }) => {
				sent.push(clock.now());
				await clock.passes(20);
				if (clock.now() < freeFrom) return throttledAnswer(1);
				freeFrom = clock.now() + 500;
				return answered({ path });
			},
			clock,
			contractContact,
			new Pace().join(clock),
		);
		return { client, sent };
	}

	it('lets all through whose turn comes, though together they wait longer than any may', async () => {
		const clock = new VirtualClock();
		const { client, sent } = slowServer(clock);
		const requests = Array.from({ length: 400 }, (_, index) => ({
			...readRequest,
			path: `/contact/${index}`,
		}));
		const bodies = await clock.until(
			Promise.all(
				requests.map(
					async (one) => await client.request(one, { ...PATIENT, throttleWait: 30_000 }),
				),
			),
		);
		expect(bodies).toEqual(requests.map(({ path }) => ({ path })));
		expect(clock.now() - clock.startedAt).toBeGreaterThan(200_000);
		expect(sent.length).toBeLessThan(800);
	});
});

describe('A refused token', () => {
	const refusals: Array<[string, NexudusAnswer | Error]> = [
		['401', answered('', 401)],
		['a refused sign-in', new SignInFailed(new Failure('Wrong password', { description: '' }))],
	];

	it.each(refusals)('of a write refuses all further writes unsent: %s', async (_name, answer) => {
		const { clock, sent, outcome } = scripted(answer, writtenAnswer(1));
		const first = failure(await clock.until(outcome(updateRequest(1))));
		const second = failure(await clock.until(outcome(updateRequest(22))));
		expect(sent).toHaveLength(1);
		expect(second.message).toBe(first.message.replace('contact 1', 'contact 22'));
		expect(second.details).toEqual(first.details);
	});

	it('of a write says nothing about reads, and that of a read nothing about writes', async () => {
		const { clock, outcome } = scripted(answered('', 401), answered({ Id: 1042 }));
		failure(await clock.until(outcome(updateRequest(1))));
		expect(await clock.until(outcome(readRequest))).toEqual({ Id: 1042 });
		const other = scripted(answered('', 401), writtenAnswer(1));
		failure(await other.clock.until(other.outcome(readRequest)));
		await expect(other.clock.until(other.outcome(updateRequest(1)))).resolves.toBeDefined();
	});
});
