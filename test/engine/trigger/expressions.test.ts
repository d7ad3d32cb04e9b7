import type { Sandbox } from '../sandbox';
import { accessToken, startSandbox } from '../sandbox';
import { ActiveTrigger } from './polling';

describe('The trigger', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	const bad = "={{ 'n/a'.toDateTime() }}";

	it.each([
		[{ filters: { coworkerContractId: bad } }, "'Filters' can't be worked out: cannot convert to"],
		[{ options: { maxThrottleWait: bad } }, "'Options' can't be worked out: cannot convert to"],
		[{ authentication: bad }, "'Authentication' can't be worked out: cannot convert to"],
	])('names the parameter whose expression can’t be worked out: %j', async (more, message) => {
		const trigger = new ActiveTrigger({
			parameters: { event: 'created', ...more },
			credentials: { values: { nexudusApi: accessToken(sandbox.nexudus.url) } },
		});
		await expect(trigger.poll()).rejects.toThrow(message);
	});

	it('says that its credential is missing', async () => {
		const trigger = new ActiveTrigger({
			parameters: { event: 'created' },
			credentials: { values: {} },
		});
		await expect(trigger.poll()).rejects.toThrow('No Nexudus credential is chosen for this node');
	});
});
