import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { byId, column, filtersSent, idsThatMatch, list, pagesAsked, valueOf } from './listing';
import { is, isOneOf } from './matching';

const STATUS = 'ContractContact_AmlCheckStatus';
const POTENTIAL_MATCH = 3;

describe('The value of a filter', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	it.each([
		{ given: { amlOpenSanctionsScore: '0.11' }, sent: '0.11' },
		{ given: { amlOpenSanctionsScoreFrom: ' 0.50 ' }, sent: '0.5' },
		{ given: { amlOpenSanctionsScoreTo: 0 }, sent: '0' },
		{ given: { coworkerContractQuantity: '2' }, sent: '2' },
		{ given: { coworkerContractQuantityFrom: '03' }, sent: '3' },
		{ given: { coworkerActive: 'TRUE' }, sent: 'true' },
		{ given: { coworkerActive: 'false' }, sent: 'false' },
		{ given: { coworkerContractId: ' 2380307 ' }, sent: '2380307' },
		{ given: { phoneNumber: 44 }, sent: '44' },
	])('may come as text or number: $given is sent as $sent', async ({ given, sent }) => {
		const { requests, error } = await list(sandbox, { filters: given });

		expect(error).toBeUndefined();
		expect(filtersSent(requests).map(([, value]) => value)).toEqual([sent]);
	});

	it.each([
		POTENTIAL_MATCH,
		'3',
		'PotentialMatch',
		'Potential Match',
		'potential match',
		' POTENTIALMATCH ',
	])('may name a status as %j, alone or in a list', async (given) => {
		const expected = idsThatMatch(sandbox, is('AmlCheckStatus', POTENTIAL_MATCH));

		for (const amlCheckStatus of [given, [given], `={{ ${JSON.stringify(given)} }}`]) {
			const { ids, requests } = await list(sandbox, { filters: { amlCheckStatus } });
			expect(filtersSent(requests)).toEqual([[STATUS, '3']]);
			expect(ids).toEqual(expected);
		}
	});

	it('takes what the simplified output says of type and status', async () => {
		const [contact] = (await list(sandbox, { filters: { amlCheckStatus: [POTENTIAL_MATCH] } }))
			.json;

		const { ids } = await list(
			sandbox,
			{
				filters: {
					amlCheckStatus: '={{ $json.AmlCheckStatus }}',
					contractContactType: '={{ [$json.ContractContactType] }}',
				},
			},
			{ items: [contact] },
		);

		expect(contact.AmlCheckStatus).toBe('PotentialMatch');
		expect(ids).toContain(contact.Id);
	});

	it('lists several statuses one by one and merges them by Id', async () => {
		const { ids, requests } = await list(sandbox, {
			filters: { amlCheckStatus: [4, 'PotentialMatch', '5'] },
		});

		expect(pagesAsked(requests).map((request) => valueOf(request, STATUS))).toEqual([
			'4',
			'3',
			'5',
		]);
		expect(ids).toEqual(idsThatMatch(sandbox, isOneOf('AmlCheckStatus', [3, 4, 5])));
	});

	it('asks once for a status that is named twice', async () => {
		const { requests } = await list(sandbox, {
			filters: { amlCheckStatus: [3, 'PotentialMatch', 'potential match'] },
		});
		expect(pagesAsked(requests)).toHaveLength(1);
	});

	it('asks for each pair of a type and a status', async () => {
		const { ids, requests } = await list(sandbox, {
			filters: { amlCheckStatus: [3, 4], contractContactType: [1, 2] },
		});

		expect(pagesAsked(requests)).toHaveLength(4);
		expect(ids).toEqual(
			idsThatMatch(
				sandbox,
				(contact) =>
					isOneOf('AmlCheckStatus', [3, 4])(contact) &&
					isOneOf('ContractContactType', [1, 2])(contact),
			),
		);
	});

	it('merges several lists in the chosen order, ties by Id, and then cuts at the limit', async () => {
		const { json } = await list(sandbox, {
			returnAll: false,
			limit: 20,
			filters: { amlCheckStatus: [3, 4, 5] },
			sort: { by: { field: 'AmlCheckDate', direction: 'desc' } },
			output: 'raw',
		});

		const expected = sandbox.nexudus.contacts
			.all()
			.filter(isOneOf('AmlCheckStatus', [3, 4, 5]))
			.sort(
				(one, other) =>
					String(other.AmlCheckDate).localeCompare(String(one.AmlCheckDate), 'en') ||
					one.Id - other.Id,
			)
			.slice(0, 20);
		expect(column(json, 'Id')).toEqual(column(expected as unknown as IDataObject[], 'Id'));
	});

	it('orders the texts of several lists by code unit', async () => {
		const { json } = await list(sandbox, {
			filters: { contractContactType: [2, 3] },
			sort: { by: { field: 'FullName', direction: 'asc' } },
		});
		const names = column(json, 'FullName').map(String);
		const sorted = [...names].sort();

		expect(names).toEqual(sorted);
		expect(sorted).not.toEqual([...names].sort((one, other) => one.localeCompare(other)));
	});

	it('may be a locator or a plain id', async () => {
		const expected = idsThatMatch(sandbox, is('CoworkerContractId', 2380307));
		const fromList = { __rl: true, mode: 'list', value: 2380307, cachedResultName: 'Chosen' };

		for (const coworkerContractId of [byId('2380307'), fromList, 2380307, '2380307']) {
			const { ids, requests } = await list(sandbox, { filters: { coworkerContractId } });
			expect(filtersSent(requests)).toEqual([['ContractContact_CoworkerContract', '2380307']]);
			expect(ids).toEqual(expected);
		}
	});
});
