import type { IDataObject } from 'n8n-workflow';
import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import { AML_STATUSES } from '../../../sandbox/nexudus/records/contractContact';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { list } from './listing';

const LEFT_OUT = [
	'Address',
	'PostCode',
	'CityName',
	'State',
	'Notes',
	'AmlOpenSanctionsResponse',
	'AmlPappersResponse',
];

describe('The output of Get Many', () => {
	let sandbox: Sandbox;
	let all: IDataObject[];

	beforeAll(async () => {
		sandbox = await startSandbox();
		all = sandbox.nexudus.contacts.all() as unknown as IDataObject[];
	});

	afterEach(() => sandbox.nexudus.assume(DOCUMENTED));

	afterAll(async () => await sandbox.close());

	it('is ten flat fields when nothing is said', async () => {
		const { json } = await list(sandbox, { filters: { email: 'siobhan.oneill@' } });

		expect(json).toEqual([
			{
				Id: COMPLETE_CONTACT_ID,
				FullName: "Siobhán O'Neill-García",
				Email: 'siobhan.oneill@harbour-finch-ltd.example',
				ContractContactType: 'Director',
				AmlCheckStatus: 'ManuallyCleared',
				AmlCheckDate: '2025-02-05T10:21:33Z',
				CoworkerContractId: 2380115,
				CoworkerContractTariffName: 'Domiciliation commerciale',
				CoworkerCompanyName: 'Harbour & Finch Ltd',
				UpdatedOn: '2025-02-07T15:02:10Z',
			},
		]);
	});

	it('takes name and email from the coworker where the contact has none of its own', async () => {
		const { json } = await list(sandbox, { filters: { coworkerId: 1210610 } });

		expect(json.find(({ Id }) => Id === 87000015)).toMatchObject({
			FullName: 'Ifeoma García Márquez',
			Email: 'ifeoma.garcia.marquez.31@bleu-rouge-import-export-sarl.example',
		});
	});

	it.each(['absent', 'null'] as const)(
		'raw has every field of a list row as Nexudus has it, where left-out ones are %s there',
		async (leftOutKeys) => {
			sandbox.nexudus.assume({ leftOutKeys });
			const { json, requests } = await list(sandbox, { output: 'raw' });
			const expected = all.map((record) =>
				Object.fromEntries(Object.entries(record).filter(([name]) => !LEFT_OUT.includes(name))),
			);

			expect(json).toEqual(expected);
			for (const name of LEFT_OUT) expect(json[0]).not.toHaveProperty(name);
			expect(requests).toHaveLength(1);
		},
	);

	it('raw keeps null where the record has nothing', async () => {
		const { json } = await list(sandbox, { output: 'raw' });
		expect(json[1]).toMatchObject({ Id: 87000008, CoworkerId: null, PhoneNumber: null });
	});

	it.each(['absent', 'null'] as const)(
		'raw is every record in full with Full Records, a hundred a request (%s)',
		async (leftOutKeys) => {
			sandbox.nexudus.assume({ leftOutKeys });
			const { json, requests } = await list(sandbox, {
				output: 'raw',
				options: { fullRecords: true },
			});

			expect(json).toEqual(all);
			expect(requests).toHaveLength(1 + 4);
		},
	);

	it.each(['absent', 'failing'] as const)(
		'raw is in full even where the read of several records is %s',
		async (batchRoute) => {
			sandbox.nexudus.assume({ batchRoute });
			const { json, error } = await list(sandbox, {
				returnAll: false,
				limit: 5,
				output: 'raw',
				options: { fullRecords: true },
			});
			expect(error).toBeUndefined();
			expect(json).toEqual(all.slice(0, 5));
		},
	);

	it('is the chosen fields, and Id always with them', async () => {
		const { json, requests } = await list(sandbox, {
			returnAll: false,
			limit: 3,
			output: 'selected',
			outputFields: ['PhoneNumber', 'AmlCheckStatus', 'CustomFields'],
		});

		expect(json).toEqual(
			all.slice(0, 3).map(({ Id, PhoneNumber, AmlCheckStatus, CustomFields }) => ({
				Id,
				PhoneNumber,
				AmlCheckStatus: AML_STATUSES[Number(AmlCheckStatus)],
				CustomFields,
			})),
		);
		expect(requests).toHaveLength(1);
	});

	it.each(['FullName', 'Id'])(
		'shows chosen fields as Simplified does, sorted by %s or not',
		async (field) => {
			const sort = { by: { field, direction: 'asc' } };
			const simplified = await list(sandbox, { sort });
			const outputFields = Object.keys(simplified.json[0]);
			const selected = await list(sandbox, { sort, output: 'selected', outputFields });

			expect(selected.json).toEqual(simplified.json);
			expect(selected.requests).toHaveLength(1);
			const lent = all.filter((row) => !row.FullName || !row.Email).map(({ Id }) => Id);
			expect(selected.json.filter(({ Id, Email }) => Email && lent.includes(Id))).not.toEqual([]);
		},
	);

	it('is only the Id where no field is chosen', async () => {
		const { json } = await list(sandbox, { output: 'selected', outputFields: [] });
		expect(json).toEqual(all.map(({ Id }) => ({ Id })));
	});

	it.each(LEFT_OUT)('loads the full records by itself when %s is chosen', async (property) => {
		const { json, requests } = await list(sandbox, {
			returnAll: false,
			limit: 30,
			output: 'selected',
			outputFields: [property],
		});

		expect(json).toEqual(
			all.slice(0, 30).map((record) => ({ Id: record.Id, [property]: record[property] })),
		);
		expect(requests).toHaveLength(2);
	});

	it('is refused where a chosen field does not exist', async () => {
		const { error, requests } = await list(sandbox, {
			output: 'selected',
			outputFields: ['FullName', 'ShoeSize'],
		});
		expect(error?.message).toContain("'Fields to Output'");
		expect(requests).toEqual([]);
	});

	it('leaves out a contact that was deleted while the full records were read', async () => {
		const gone = sandbox.nexudus.contacts.add({ FullName: 'Gone Soon' });
		sandbox.nexudus.fail({
			when: { path: new RegExp(`/${gone.Id}$`) },
			how: { status: 404, body: { Message: 'Not found' } },
		});
		sandbox.nexudus.assume({ batchRoute: 'absent' });

		const { ids, error } = await list(sandbox, {
			returnAll: false,
			limit: 2,
			filters: { fullName: 'Gone Soon' },
			options: { fullRecords: true },
		});
		sandbox.nexudus.clearFaults();
		sandbox.nexudus.contacts.remove(gone.Id);

		expect(error).toBeUndefined();
		expect(ids).toEqual([]);
	});
});
