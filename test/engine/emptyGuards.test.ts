import type { INodeParameters } from 'n8n-workflow';
import { COMPLETE_CONTACT_ID } from '../../sandbox/nexudus/sampleData';
import type { NodeRun } from './engine';
import type { Sandbox } from './sandbox';
import { byId, startSandbox } from './sandbox';

const one = { contractContactId: byId(COMPLETE_CONTACT_ID) };
const update = { ...one, operation: 'update', updateFields: { notes: 'Moved' } };
const since = (value: unknown): INodeParameters =>
	({ options: { onlyIfUnchangedSince: value } }) as INodeParameters;

describe('An option that protects records', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	it.each<[string, INodeParameters, Partial<Omit<NodeRun, 'parameters'>>]>([
		['Only If Unchanged Since', { ...update, ...since('') }, {}],
		['Only If Unchanged Since', { ...update, ...since('={{ $json.seen }}') }, {}],
		['Only If Unchanged Since', { ...update, ...since('={{ null }}') }, {}],
		['Only If Unchanged Since', { ...one, operation: 'delete', ...since('={{ $json.seen }}') }, {}],
		['Only If Unchanged Since', { ...update, ...since("={{ $fromAI('seen', '', 'string') }}") }, { type: 'n8n-nodes-nexudus.contractContactTool', items: [{ seen: 'null' }] }],
		['Text Match', { operation: 'getAll', filters: { email: 'a@b.example' }, options: { textMatch: '={{ $json.unheardOf }}' } }, {}],
		['Text Match', { operation: 'getAll', options: { textMatch: '' } }, {}],
])('is refused before anything is sent where it came out empty: %s, %j', async (label, parameters, more) => {
		const { error, json } = await sandbox.run(parameters, more);

		expect(error?.message).toContain(`'${label}' under 'Options' is empty`);
		expect(error?.message).toContain('[item 0]');
		expect(json).toEqual([]);
		expect(sandbox.nexudus.requests).toEqual([]);
	}); // prettier-ignore

	it('fails its item alone where others hold it', async () => {
		const { UpdatedOn } = sandbox.nexudus.contacts.all().find(({ Id }) => Id === COMPLETE_CONTACT_ID)!;
		const run = await sandbox.run(
			{ ...update, ...since('={{ $json.seen }}') },
			{ items: [{}, { seen: UpdatedOn }], onError: 'continueErrorOutput' },
		);
		expect(run.errorItems).toHaveLength(1);
		expect(run.json).toEqual([expect.objectContaining({ Id: COMPLETE_CONTACT_ID })]);
	}); // prettier-ignore
});

describe('Another option that came out empty', () => {
	it('counts as not added', async () => {
		const sandbox = await startSandbox();
		const options = { writeUnchanged: '={{ $json.a }}', emptyValues: '', maxThrottleWait: '={{ null }}' };
		const { error, json } = await sandbox.run({ ...update, options });
		await sandbox.close();
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1);
	}); // prettier-ignore
});
