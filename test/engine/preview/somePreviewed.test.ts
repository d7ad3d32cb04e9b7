import { sent, someIds } from '../faults/observing';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { updateOf } from '../update/updating';

const UNKNOWN = 87_999_999;

describe('A run that previews some items and writes others', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	it('writes the others alone, and none where a preview ends it', async () => {
		const [one, other] = someIds(sandbox.nexudus, 2);
		const parameters = updateOf(
			'={{ $json.id }}',
			{ notes: 'Moved' },
			{ options: { previewOnly: '={{ $json.preview }}' }, output: 'raw' },
		);
		const failed = await sandbox.run(parameters, {
			items: [
				{ id: one, preview: false },
				{ id: UNKNOWN, preview: true },
			],
		});
		expect(failed.error?.message).toContain('it does not exist [item 1]');
		expect(sent(sandbox.nexudus, 'PUT')).toBe(0);
		const { json } = await sandbox.run(parameters, {
			items: [
				{ id: one, preview: false },
				{ id: other, preview: true },
			],
		});
		expect(json).toMatchObject([
			{ Id: one, Notes: 'Moved' },
			{ Id: other, preview: true },
		]);
		expect(sandbox.nexudus.contacts.get(other)?.Notes).not.toBe('Moved');
		expect(sent(sandbox.nexudus, 'PUT')).toBe(1);
	});
});
