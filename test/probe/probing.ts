import type { Clock } from '../../nodes/api/clock';
import type { Answers, Findings } from '../../probe/findings';
import { probe } from '../../probe/probe';
import { sendTo } from '../../probe/send';
import { ADMINISTRATOR_TOKEN } from '../../sandbox/nexudus/accounts';
import type { NexudusOptions, PracticeNexudus } from '../../sandbox/nexudus/server';
import { startPracticeNexudus } from '../../sandbox/nexudus/server';

/** A clock on which what is slept has passed at once. */
export function skippingClock(): Clock {
	let skipped = 0;
	return {
		now: () => Date.now() + skipped,
		sleep: async (duration) => {
			skipped += duration;
		},
		isCancelled: () => false,
	};
}

/** Asks a Nexudus all questions, with the administrator's token unless another is given. */
export async function findingsOf(baseUrl: string, token = ADMINISTRATOR_TOKEN): Promise<Findings> {
	return await probe(sendTo({ baseUrl, token }), skippingClock());
}

/** Starts a practice Nexudus, prepares it, asks it all questions and ends it. */
export async function answersOf(
	options: NexudusOptions,
	prepare: (nexudus: PracticeNexudus) => void = () => undefined,
): Promise<Answers> {
	const nexudus = await startPracticeNexudus(options);
	try {
		prepare(nexudus);
		const { answers } = await findingsOf(nexudus.url);
		expectHarmless(nexudus, answers);
		return answers;
	} finally {
		await nexudus.close();
	}
}

/** Only GET, 60 at the most, and every one of them counted. */
export function expectHarmless(nexudus: PracticeNexudus, { requests }: Answers): void {
	expect(new Set(nexudus.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
	expect(nexudus.requests).toHaveLength(requests);
	expect(requests).toBeLessThanOrEqual(60);
}

/** Takes contacts away until so many are left. */
export function keepOnly(count: number): (nexudus: PracticeNexudus) => void {
	return ({ contacts }) => {
		for (const { Id } of contacts.all().slice(count)) contacts.remove(Id);
	};
}
