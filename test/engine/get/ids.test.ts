import type { IDataObject } from 'n8n-workflow';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';

describe('The ID of a contract contact', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	beforeEach(() => sandbox.nexudus.clearRequests());

	const get = (contractContactId: unknown) => ({
		operation: 'get',
		contractContactId: contractContactId as string,
		output: 'raw',
	});

	const accepted: Array<[string, unknown]> = [
		['a number in a locator', byId(COMPLETE_CONTACT_ID)],
		['a numeric string in a locator', byId(String(COMPLETE_CONTACT_ID))],
		['a numeric string with spaces around it', byId(` ${COMPLETE_CONTACT_ID} `)],
		['chosen from the list', { ...byId(COMPLETE_CONTACT_ID), mode: 'list' }],
		['an expression in a locator', byId('={{ $json.id }}')],
		['an expression that gives text', byId('={{ String($json.id) }}')],
		['an expression in place of the locator', '={{ $json.id }}'],
		['a bare number', COMPLETE_CONTACT_ID],
	];

	it.each(accepted)('is taken as %s', async (_what, id) => {
		const { json, error } = await sandbox.run(get(id), { items: [{ id: COMPLETE_CONTACT_ID }] });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ Id: COMPLETE_CONTACT_ID }]);
	});

	const refused: Array<[unknown, string]> = [
		['12/../x', ''],
		['../coworkercontracts', ''],
		[`${COMPLETE_CONTACT_ID}?x=1`, ''],
		[`${COMPLETE_CONTACT_ID}/`, ''],
		['%31', ''],
		['1,2', ' (it holds several numbers; give one ID)'],
		['1e3', ''],
		['0x10', ''],
		['１２', ''],
		['1.5', ' (it has decimals)'],
		['-1', ''],
		['abc', ''],
		['0', ''],
		[1.5, ' (it has decimals)'],
		[-1, ''],
		[0, ''],
		[true, ''],
		['9007199254740993', ''],
		[9_007_199_254_740_992, ' (it was rounded; give it as text)'],
		[[1, 2], ' (it holds a list; give one ID)'],
		[{ Id: 1 }, ' (it holds an object; choose one of its fields)'],
		[
			`https://spaces.nexudus.com/c/${COMPLETE_CONTACT_ID}`,
			' (it holds a link; give the number alone)',
		],
		[
			`'${COMPLETE_CONTACT_ID}`,
			' (it begins with an apostrophe, as tables mark text; give the digits alone)',
		],
	];

	it.each(refused)('is refused before anything is sent where it is %j', async (id, came) => {
		const isQuoted = typeof id === 'string' || typeof id === 'number';
		const quoted = isQuoted ? `, not '${id}'` : '';
		for (const given of [byId('={{ $json.id }}'), '={{ $json.id }}']) {
			const { error } = await sandbox.run(get(given), { items: [{ id } as IDataObject] });
			expect(error?.message).toBe(
				`'Contract Contact' must be an ID: a whole number of at least 1${came}${quoted} [item 0]`,
			);
		}
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it.each([`${COMPLETE_CONTACT_ID}.0`, `${COMPLETE_CONTACT_ID}\u200B\n`])(
		'may come from a table as %j',
		async (id) => {
			const { json } = await sandbox.run(get(byId('={{ $json.id }}')), { items: [{ id }] });
			expect(json).toMatchObject([{ Id: COMPLETE_CONTACT_ID }]);
			expect(sandbox.nexudus.requests.map(({ path }) => path)).toEqual([
				`/api/billing/contractcontacts/${COMPLETE_CONTACT_ID}`,
			]);
			sandbox.nexudus.clearRequests();
		},
	);

	it.each(['', null, undefined])('is refused as empty where it comes out as %j', async (id) => {
		const { error } = await sandbox.run(get(byId('={{ $json.id }}')), { items: [{ id }] });
		expect(error?.message).toContain("'Contract Contact' is empty");
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it('is refused where it was left empty', async () => {
		await expect(sandbox.run(get(byId('')))).rejects.toThrow('"Contract Contact" is required');
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it('that is wrong in one of many items stops the run before anything is sent', async () => {
		const { error } = await sandbox.run(get(byId('={{ $json.id }}')), {
			items: [{ id: COMPLETE_CONTACT_ID }, { id: '12/../x' }],
		});
		expect(error?.message).toContain('[item 1]');
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it('that is wrong fails its own item when the workflow goes on', async () => {
		const { json } = await sandbox.run(get(byId('={{ $json.id }}')), {
			items: [{ id: '12/../x' }, { id: COMPLETE_CONTACT_ID }],
			onError: 'continueRegularOutput',
		});
		expect(json[0].error).toContain("'Contract Contact' must be an ID");
		expect(json[1]).toMatchObject({ Id: COMPLETE_CONTACT_ID });
	});
});
