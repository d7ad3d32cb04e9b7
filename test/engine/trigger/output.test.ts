import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Watched } from './watched';
import { startWatched } from './watched';

const SIMPLIFIED = [
	'Id',
	'FullName',
	'ContractContactType',
	'AmlCheckStatus',
	'AmlCheckDate',
	'CoworkerCompanyName',
	'CoworkerContractTariffName',
	'CoworkerContractId',
	'Email',
	'UpdatedOn',
];
const LEFT_OUT = [
	'Address',
	'PostCode',
	'CityName',
	'State',
	'Notes',
	'AmlOpenSanctionsResponse',
	'AmlPappersResponse',
];

describe('The output of the trigger', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => await watched.close());

	/** Changes the contact that has every field filled in, and gives what comes out. */
	async function outputOf(parameters: { [name: string]: string | string[] | object }) {
		const trigger = await watched.activated({ event: 'createdOrUpdated', ...parameters });
		watched.pass(30);
		const record = watched.nexudus.contacts.change(COMPLETE_CONTACT_ID, { Notes: 'New notes' });
		const [output] = (await trigger.poll()) ?? [];
		return { output, record };
	}

	it('is ten short fields by default', async () => {
		const { output } = await outputOf({});
		expect(Object.keys(output)).toEqual(SIMPLIFIED);
	});

	it.each(['absent', 'null'] as const)(
		'raw is the row without what lists leave out, however the server shows that (%s)',
		async (leftOutKeys) => {
			watched.nexudus.assume({ leftOutKeys });
			const { output, record } = await outputOf({ output: 'raw' });
			const row = Object.fromEntries(
				Object.entries(record).filter(([name]) => !LEFT_OUT.includes(name)),
			);
			expect(output).toEqual(row);
		},
	);

	it('raw with full records is the record exactly as Nexudus has it', async () => {
		const { output, record } = await outputOf({ output: 'raw', options: { fullRecords: true } });
		expect(output).toEqual(record);
	});

	it('loads the full record where a chosen field is left out of lists', async () => {
		const { output } = await outputOf({ output: 'selected', outputFields: ['Notes', 'FullName'] });
		expect(Object.keys(output)).toEqual(['Id', 'Notes', 'FullName']);
		expect(output.Notes).toBe('New notes');
	});

	it('leaves out a contact that is gone before its full record is loaded', async () => {
		const trigger = await watched.activated({ event: 'created', options: { fullRecords: true } });
		watched.pass(30);
		const [gone, there] = [watched.nexudus.contacts.add(), watched.nexudus.contacts.add()];
		watched.nexudus.fail({
			when: { path: /\?id=/, nth: 1 },
			how: { status: 200, body: [watched.nexudus.contacts.get(there.Id)] },
		});
		watched.nexudus.fail({
			when: { path: new RegExp(`\\?id=\\[${gone.Id}\\]|/${gone.Id}$`) },
			how: { status: 404 },
		});
		const output = await trigger.poll();
		expect(output?.map(({ Id }) => Id)).toEqual([there.Id]);
	});
});
