import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { upsertOf } from '../upsert/upserting';
import { updateOf } from './updating';

describe('The message about a wrong value', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	async function messageOf(parameters: INodeParameters): Promise<string> {
		const { error } = await sandbox.run(parameters);
		expect(sandbox.nexudus.requests).toEqual([]);
		return `${error?.message} ${error?.description}`;
	}

	const set = (fields: IDataObject) => updateOf(COMPLETE_CONTACT_ID, fields);
	const filter = (filters: IDataObject) => ({ operation: 'getAll', filters }) as INodeParameters;

	const quoted: Array<[string, INodeParameters, string]> = [
		['an ID to update', updateOf('A-12', {}), ", not 'A-12'"],
		['an ID in a field', set({ coworkerId: byId('1.5') }), "(it has decimals), not '1.5'"],
		['a time', set({ amlCheckDate: 'last Monday' }), ", not 'last Monday'"],
		['an enumeration', set({ amlCheckStatus: 'Cleared' }), ", not 'Cleared'"],
		['a filter by ID', filter({ coworkerContractId: '12/34' }), ", not '12/34'"],
		['a filter by time', filter({ createdOnFrom: 'yesterday' }), ", not 'yesterday'"],
		['a filter by enumeration', filter({ amlCheckStatus: ['Cleared'] }), ", not 'Cleared'"],
	];

	it.each(quoted)('quotes it for %s', async (_what, parameters, end) => {
		const message = await messageOf(parameters);
		expect(message).toContain(end);
		expect(message.split(end)).toHaveLength(2);
	});

	it.each([
		['a birthday', set({ dateOfBirth: '17/05/1980' }), '1980,'],
		['a filter by a birthday', filter({ dateOfBirthFrom: '17/05/1980' }), '17/05'],
		['a number', set({ amlOpenSanctionsScore: '0,72 Smith' }), 'Smith'],
		['an object', set({ amlCheckDate: '={{ { name: "Smith" } }}' }), 'Smith'],
	])('does not quote %s', async (_what, parameters, part) => {
		expect(await messageOf(parameters)).not.toContain(part);
	});

	it('says that a limit has to be at least 1', async () => {
		expect(await messageOf({ operation: 'getAll', limit: 0 })).toContain(
			"'Limit' must be a number of at least 1",
		);
	});

	it.each([
		['email', "'Email' is empty"],
		['fullName', "'Full Name' is empty"],
	])('says that %s is needed to match on where it came empty', async (matchOn, start) => {
		const fields = { fullName: 'Orla Quinlan', email: 'orla@harbour.example', [matchOn]: ' ' };
		const message = await messageOf(upsertOf(2_380_307, fields, { matchOn }));
		expect(message).toContain(start);
		expect(message).toContain('It is needed to match on');
		expect(message).not.toContain('Nexudus requires it');
	});
});
