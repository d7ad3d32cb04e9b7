import { contractContact } from '../../nodes/recordTypes/contractContact';
import { Client } from '../../nodes/api/client';
import { Pace } from '../../nodes/api/pace';
import type { NexudusAnswer } from '../../nodes/api/exchange';
import { NoAnswer, Outdated } from '../../nodes/api/exchange';
import { Failure } from '../../nodes/record/failure';
import { answered, readRequest, throttledAnswer, updateRequest, writtenAnswer } from './answers';
import { VirtualClock } from './virtualClock';

const PATIENT = { throttleWait: 120_000, advice: 'Run the node again then.' };

/** A client of a server that always gives the same answer, 50 ms after each request. */
function answering(answer: NexudusAnswer | Error) {
	const clock = new VirtualClock();
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
	return { clock, client, sent: () => sent };
}

function settled<Value>(
	promises: Array<Promise<Value>>,
): Promise<Array<PromiseSettledResult<Value>>> {
	return Promise.allSettled(promises);
}

describe('Cancelling the execution', () => {
	it.each([
		['a throttle', throttledAnswer(60)],
		['a throttle that names no time', throttledAnswer(undefined)],
		['lost answers', new NoAnswer('lost')],
		['a server in trouble', answered('', 503)],
		['a server that works', answered({ Id: 1042 })],
	])('ends all waiting at once, under %s', async (_name, answer) => {
		const { clock, client, sent } = answering(answer);
		const requests = Array.from({ length: 200 }, async () => {
			for (;;) await client.request(readRequest, PATIENT);
		});
		clock.cancelAfter(310);
		const outcomes = await clock.until(settled(requests));
		expect(clock.now() - clock.startedAt).toBeLessThanOrEqual(360);
		const reasons = outcomes.map((outcome) =>
			outcome.status === 'rejected' ? outcome.reason : undefined,
		);
		expect(reasons.every((reason) => reason instanceof Failure)).toBe(true);
		const sentBefore = sent();
		await expect(clock.until(client.request(readRequest, PATIENT))).rejects.toThrow('cancelled');
		expect(sent()).toBe(sentBefore);
	});
});

describe('Ending the writes', () => {
	it('fails those that wait for the throttle at once, with the reason given', async () => {
		const { clock, client, sent } = answering(throttledAnswer(60));
		const updates = [1, 2, 3].map(async (id) => await client.request(updateRequest(id), PATIENT));
		const outcomes = settled(updates);
		await clock.until(clock.passes(1_000));
		client.endWrites(new Failure('Item 7 failed', { description: 'Look at item 7.' }));
		const reasons = (await clock.until(outcomes)).map((outcome) =>
			outcome.status === 'rejected' ? String(outcome.reason) : '',
		);
		expect(reasons).toEqual(Array(3).fill('Failure: Item 7 failed'));
		expect(sent()).toBe(1);
		expect(clock.now() - clock.startedAt).toBeLessThan(1_200);
	});
});

describe('A request that is outdated by the time of its turn', () => {
	it('is not sent, and tells how long it was throttled', async () => {
		const clock = new VirtualClock();
		const script = [throttledAnswer(10), writtenAnswer(1)];
		const client = new Client(
			async () => {
				await clock.passes(50);
				return script.shift() ?? writtenAnswer(1);
			},
			clock,
			contractContact,
			new Pace().join(clock),
		);
		const isOutdated = (): boolean => clock.now() - clock.startedAt > 5_000;
		const error = await clock
			.until(client.request({ ...updateRequest(1), isOutdated }, PATIENT))
			.catch((reason: unknown) => reason);
		if (!(error instanceof Outdated)) throw new Error(`not outdated: ${String(error)}`);
		expect(error.throttledFor).toBeGreaterThanOrEqual(10_000);
		expect(script).toHaveLength(1);
	});
});
