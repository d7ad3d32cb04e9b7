import type { FaultAnswer } from '../../../sandbox/nexudus/faults';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { everythingIn, formsOf, loginOf, logIns, OFFICER } from './signingIn';

const TOKEN = '/api/token';

const throttles: Array<[string, FaultAnswer, number]> = [
	['409 with Retry-After', { status: 409, headers: { 'Retry-After': '5' } }, 5_000],
	['429 with Retry-After', { status: 429, headers: { 'Retry-After': '4' }, body: 'Busy' }, 4_000],
	['429 and words', { status: 429, body: 'Wait 5 seconds' }, 5_000],
	['409 and words', { status: 409, body: { Message: 'Please wait 4 seconds.' } }, 4_000],
];

describe('A log-in that is throttled', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator' });
	});

	afterEach(async () => await sandbox.close());

	const credentials = () => loginOf(sandbox.nexudus.url, OFFICER.email, OFFICER.password);
	const throttleLogIns = (how: FaultAnswer, times = 1) =>
		sandbox.nexudus.fail({ when: { path: TOKEN, times }, how });
	const note = (options = {}) => ({
		authentication: 'login',
		operation: 'update',
		contractContactId: byId(COMPLETE_CONTACT_ID),
		updateFields: { notes: 'Moved' },
		options,
	});

	/** Milliseconds from the answer to the first log-in until the second one came. */
	function pause(): number {
		const [first, second] = sandbox.nexudus.requests.filter(({ path }) => path === TOKEN);
		return second.arrivedAt - Number(first.answeredAt);
	}

	it.each(throttles)('by %s waits for as long as it is asked to', async (_how, how, wait) => {
		throttleLogIns(how);
		const { error } = await sandbox.run(note(), { credentials: credentials() });
		expect(error).toBeUndefined();
		expect(sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID)?.Notes).toBe('Moved');
		expect(logIns(sandbox.nexudus)).toBe(2);
		expect(pause()).toBeGreaterThanOrEqual(wait - 5);
	});

	it('waits no longer than Max Throttle Wait, and says until when', async () => {
		throttleLogIns({ status: 429, headers: { 'Retry-After': '60' } }, 100);
		const { error } = await sandbox.run(note({ maxThrottleWait: 10 }), {
			credentials: credentials(),
		});
		expect(error?.message).toContain('it asks to wait 60 seconds');
		expect(error?.description).toContain("raise 'Longest Wait (Seconds)'");
		for (const secret of formsOf(OFFICER.password)) {
			expect(everythingIn(error)).not.toContain(secret);
		}
		expect(logIns(sandbox.nexudus)).toBe(1);
	});

	it('ends its waiting when the execution is cancelled', async () => {
		throttleLogIns({ status: 409, headers: { 'Retry-After': '8' } }, 100);
		const started = Date.now();
		await sandbox.run(note(), { credentials: credentials(), cancelAfter: 300 });
		expect(sandbox.nexudus.requests).toHaveLength(1);
		expect(Date.now() - started).toBeLessThan(3_000);
		expect(logIns(sandbox.nexudus)).toBe(1);
	});

	it('is not a log-in for each of many items', async () => {
		throttleLogIns({ status: 409, headers: { 'Retry-After': '1' } });
		const { error, json } = await sandbox.run(
			{ authentication: 'login', operation: 'getAll', limit: 1 },
			{ credentials: credentials(), items: Array(20).fill({}) },
		);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(20);
		expect(logIns(sandbox.nexudus)).toBe(2);
	});
});
