import type { FaultKind } from '../../../sandbox/nexudus/faults';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { updateOf } from './updating';

const ROLE = 'ContractContact-Read';

describe('A reading back that fails', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	const update = updateOf(
		COMPLETE_CONTACT_ID,
		{ notes: 'Moved' },
		{ options: { readBack: true, maxThrottleWait: 1 } },
	);

	it.each([
		['with 503', { status: 503 }],
		['with 404', { status: 404, body: 'Not found' }],
		['with a page of a firewall', 'html 403'],
		['with a throttle answer', { status: 409, headers: { 'Retry-After': '30' } }],
	] as Array<[string, FaultKind]>)('%s speaks of no role', async (_what, how) => {
		sandbox.nexudus.fail({ when: { method: 'GET', after: 1 }, how });
		const { json, hints, error } = await sandbox.run(update);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ Id: COMPLETE_CONTACT_ID, Notes: 'Moved' });
		expect(hints).toEqual([expect.stringContaining('could not be read back')]);
		expect(hints[0]).not.toContain('role');
	});

	it.each([401, 403] as const)('with %s names the role', async (status) => {
		sandbox.nexudus.fail({
			when: { method: 'GET', after: 1 },
			how: { status, body: { Message: 'Forbidden' } },
		});
		const { hints } = await sandbox.run(update);
		expect(hints).toEqual([expect.stringContaining(`Reading them needs the role ${ROLE}.`)]);
		expect(sandbox.nexudus.requests.at(-1)?.method).toBe('GET');
	});
});
