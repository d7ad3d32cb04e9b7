import { UserError } from 'n8n-workflow';
import type { Sandbox } from '../sandbox';
import { accessToken, startSandbox } from '../sandbox';

const items = [{ row: 1 }, { row: 2 }];
const list = { operation: 'getAll' };

describe('A credential', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	const missing = { values: {} };
	const none = 'No Nexudus credential is chosen for this node';

	it('that is missing stops the run in words', async () => {
		const { error } = await sandbox.run(list, { credentials: missing });
		expect(error?.message).toContain(none);
		expect(error?.description).toContain("choose a credential below 'Authentication'");
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'that is missing fails every item, under %s',
		async (onError) => {
			const run = await sandbox.run(list, { credentials: missing, items, onError });
			const failed = onError === 'continueErrorOutput' ? run.errorItems : run.items;
			expect(failed.map(({ json }) => json.error)).toEqual([
				expect.stringContaining(`${none} [item 0]`),
				expect.stringContaining(`${none} [item 1]`),
			]);
			expect(run.error).toBeUndefined();
		},
	);

	it.each<[string, Error, string]>([
		['was deleted', new UserError('Credential with ID "8Lm2" does not exist for type "nexudusApi".'), 'Credential with ID "8Lm2" does not exist'],
		['can’t be decrypted', new UserError('Credentials could not be decrypted.'), 'could not be decrypted ['],
		['fails for a reason that may hold anything', new Error('secret sandbox-token'), 'n8n could not load it ['],
	])('that %s stops the run, or fails every item', async (_, unreadable, reason) => {
		const credentials = {
			values: { nexudusApi: accessToken(sandbox.nexudus.url) },
			unreadable,
		};
		const stopped = await sandbox.run(list, { credentials });
		expect(stopped.error?.message).toContain("The Nexudus credential of this node can't be read: ");
		expect(stopped.error?.message).toContain(reason);
		expect(JSON.stringify(stopped.error)).not.toContain('sandbox-token');

		const onError = 'continueRegularOutput';
		const { json } = await sandbox.run(list, { credentials, items, onError });
		expect(json.map(({ error }) => error)).toEqual([
			expect.stringContaining(reason),
			expect.stringContaining('[item 1]'),
		]);
		expect(sandbox.nexudus.requests).toEqual([]);
	}); // prettier-ignore
});
