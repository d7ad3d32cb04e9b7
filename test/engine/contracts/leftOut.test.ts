import type { IDataObject } from 'n8n-workflow';
import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { leanProxy } from './leanProxy';
import { contractsThat, listContracts, simplifiedContract, withRoles } from './listing';

describe('What lists of contracts leave out', () => {
	let sandbox: Sandbox;
	let all: IDataObject[];

	beforeAll(async () => {
		sandbox = await startSandbox();
		all = sandbox.nexudus.contracts as unknown as IDataObject[];
	});

	afterEach(() => sandbox.nexudus.assume(DOCUMENTED));

	afterAll(async () => await sandbox.close());

	const positions = [
		{ contractLeftOut: ['Notes', 'PoBoxNumber', 'CustomFields', 'Active'] },
		{ contractLeftOut: ['Notes'], leftOutKeys: 'null' },
		{ contractLeftOut: [] },
		{ contractLeftOut: ['Notes', 'PoBoxNumber', 'CustomFields', 'Active'], batchRoute: 'absent' },
		{ contractLeftOut: ['Notes', 'PoBoxNumber'], batchRoute: 'failing', unknownId: 500 },
	] as const;

	it.each(positions)('is loaded for filters: %j', async (assumptions) => {
		sandbox.nexudus.assume({ ...assumptions, ignoredFilters: ['CoworkerContract_Notes'] });
		const filled = await listContracts(sandbox, { filters: { filledFields: ['Notes'] } });
		expect(filled.ids).toEqual(contractsThat(sandbox, ({ Notes }) => Notes !== null));
		const empty = await listContracts(sandbox, {
			filters: { emptyFields: 'Notes, PO Box Number' },
		});
		expect(empty.ids).toEqual(
			contractsThat(sandbox, (one) => one.Notes === null && one.PoBoxNumber === null),
		);
		const signed = await listContracts(sandbox, { filters: { notes: 'signed by', active: true } });
		expect(signed.ids).toEqual(
			contractsThat(sandbox, ({ Notes, Active }) => Active && /Signed by/.test(Notes ?? '')),
		);
	});

	it.each(positions)('is loaded for chosen fields, and for Simplified: %j', async (assumptions) => {
		sandbox.nexudus.assume(assumptions);
		const selected = await listContracts(sandbox, {
			output: 'selected',
			outputFields: ['Notes', 'PoBoxNumber'],
		});
		expect(selected.json).toEqual(
			all.map(({ Id, Notes, PoBoxNumber }) => ({ Id, Notes, PoBoxNumber })),
		);
		const { json } = await listContracts(sandbox, {});
		expect(json).toEqual(sandbox.nexudus.contracts.map(simplifiedContract));
	});

	it('is not loaded where nothing needs it', async () => {
		const { json, requests } = await listContracts(sandbox, { filters: { active: true } });
		expect(json.length).toBeGreaterThan(50);
		expect(requests).toHaveLength(1);
		const raw = await listContracts(sandbox, { output: 'raw' });
		expect(raw.json[0]).not.toHaveProperty('Notes');
		expect(raw.requests).toHaveLength(1);
	});

	it('is asked for once where the full records lack it too: this Nexudus doesn’t have it', async () => {
		const sandboxOfMany = await startSandbox({ records: { contacts: 100, contracts: 2_500 } });
		const strip = /"PoBoxNumber":("[^"]*"|null),?/g;
		const { url } = sandboxOfMany.nexudus;
		const lean = await leanProxy(url, strip);
		try {
			const { ids, requests, error } = await listContracts(
				sandboxOfMany,
				{ filters: { emptyFields: ['PoBoxNumber'] } },
				{ credentials: { values: { nexudusApi: { accessToken: 'sandbox-token', baseUrl: lean.url } } } },
			);
			expect(error).toBeUndefined();
			expect(ids).toHaveLength(sandboxOfMany.nexudus.contracts.length);
			expect(requests.filter(({ rawUrl }) => rawUrl.includes('/?id='))).toHaveLength(1);
		} finally {
			await lean.close();
			await sandboxOfMany.close();
		}
	}); // prettier-ignore

	it('comes with a hint, not a failure, where Simplified may not read it', async () => {
		sandbox.nexudus.assume({ contractLeftOut: ['PoBoxNumber'] });
		const listOnly = withRoles(sandbox, 'CoworkerContract-List');
		const { json, hints, error } = await listContracts(sandbox, {}, listOnly);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(all.length);
		expect(hints).toEqual([expect.stringContaining('CoworkerContract-Read')]);
		const chosen = await listContracts(
			sandbox,
			{ output: 'selected', outputFields: ['PoBoxNumber'] },
			listOnly,
		);
		expect(chosen.error?.description).toContain('CoworkerContract-Read');
	});
});
