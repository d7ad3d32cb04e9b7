import type { IDataObject } from 'n8n-workflow';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { createdBodies, creationOf } from './creating';

const everyField = ({ coworkers, countries }: PracticeNexudus): IDataObject => ({
	coworkerId: byId(coworkers[1].Id),
	email: 'nathan@smith-partners.example',
	dateOfBirth: '1980-05-17T00:00:00',
	address: '12 Baker Street\nFlat 3',
	postCode: 'NW1 6XE',
	cityName: 'London',
	state: 'Greater London',
	countryId: byId(String(countries[0].Id)),
	phoneNumber: '+44 20 7946 0123',
	notes: 'Collects post in person.',
	amlCheckDate: '2026-07-01T09:30:00',
	amlOpenSanctionsScore: 0.72,
	amlOpenSanctionsResponse:
		'={{ { status: 200, results: [{ caption: "N. Smith", score: 0.72 }] } }}',
	amlPappersResponse: 'Dirigeant trouvé : Nathan Smith',
	amlPappersStatus: 'Found',
	amlNotes: 'Another date of birth.',
	amlClearedBy: 'Harriet Lowe',
	amlClearedOn: '2026-07-02T23:45:10+02:00',
});

describe('The values of a new contact', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ records: 'none' });
	});

	afterEach(async () => await sandbox.close());

	it('arrive all 22, each as the kind of JSON that Nexudus takes', async () => {
		const { nexudus } = sandbox;
		const { json, error } = await sandbox.run(creationOf(nexudus, everyField(nexudus)));
		expect(error).toBeUndefined();
		const body = {
			CoworkerContractId: nexudus.contracts[2].Id,
			FullName: 'Nathan Smith',
			ContractContactType: 1,
			AmlCheckStatus: 0,
			CoworkerId: nexudus.coworkers[1].Id,
			Email: 'nathan@smith-partners.example',
			DateOfBirth: '1980-05-17T00:00:00Z',
			Address: '12 Baker Street\nFlat 3',
			PostCode: 'NW1 6XE',
			CityName: 'London',
			State: 'Greater London',
			CountryId: nexudus.countries[0].Id,
			PhoneNumber: '+44 20 7946 0123',
			Notes: 'Collects post in person.',
			AmlCheckDate: '2026-07-01T09:30:00Z',
			AmlOpenSanctionsScore: 0.72,
			AmlOpenSanctionsResponse: '{"status":200,"results":[{"caption":"N. Smith","score":0.72}]}',
			AmlPappersResponse: 'Dirigeant trouvé : Nathan Smith',
			AmlPappersStatus: 'Found',
			AmlNotes: 'Another date of birth.',
			AmlClearedBy: 'Harriet Lowe',
			AmlClearedOn: '2026-07-02T21:45:10Z',
		};
		expect(Object.keys(body)).toHaveLength(22);
		expect(createdBodies(nexudus)).toEqual([body]);
		expect(nexudus.contacts.all()).toEqual([expect.objectContaining(body)]);
		expect(json).toEqual(nexudus.contacts.all());
	});

	it('leave out what is empty', async () => {
		const empty = Object.keys(everyField(sandbox.nexudus)).map((name) => [
			name,
			'={{ $json.gap }}',
		]);
		for (const gap of ['', null, undefined]) {
			await sandbox.run(creationOf(sandbox.nexudus, Object.fromEntries(empty) as IDataObject), {
				items: [{ gap }],
			});
		}
		const bodies = createdBodies(sandbox.nexudus);
		expect(bodies).toHaveLength(3);
		for (const body of bodies) expect(Object.keys(body as object)).toHaveLength(4);
	});

	it('keep 0, also as text', async () => {
		await sandbox.run(creationOf(sandbox.nexudus, { amlOpenSanctionsScore: '={{ "0" }}' }));
		expect(createdBodies(sandbox.nexudus)).toMatchObject([{ AmlOpenSanctionsScore: 0 }]);
	});

	it('come through with every special character', async () => {
		const name = 'Zoë "Ζωή" O’Neill \\ <b>&amp;</b> 100% {{ x }} 李 😀';
		const notes = 'Line one\r\nLine two\t— "quoted" / \\backslash\\ \u00a0 null';
		const { json, error } = await sandbox.run(
			creationOf(
				sandbox.nexudus,
				{ notes: '={{ $json.notes }}' },
				{ fullName: '={{ $json.name }}' },
			),
			{ items: [{ name, notes }] },
		);
		expect(error).toBeUndefined();
		expect(sandbox.nexudus.contacts.all()).toMatchObject([{ FullName: name, Notes: notes }]);
		expect(json).toMatchObject([{ FullName: name, Notes: notes }]);
	});

	it('write numbers into texts as text', async () => {
		await sandbox.run(creationOf(sandbox.nexudus, { postCode: '={{ 10115 }}' }));
		expect(createdBodies(sandbox.nexudus)).toMatchObject([{ PostCode: '10115' }]);
	});

	it('take a JSON answer that is text already as it is', async () => {
		const text = '{ "status": 200 }';
		await sandbox.run(
			creationOf(sandbox.nexudus, { amlOpenSanctionsResponse: '={{ $json.text }}' }),
			{ items: [{ text }] },
		);
		expect(createdBodies(sandbox.nexudus)).toMatchObject([{ AmlOpenSanctionsResponse: text }]);
	});

	const wrong: Array<[string, unknown, string]> = [
		[
			'amlOpenSanctionsScore',
			'high',
			"'AML OpenSanctions Score' in 'Additional Fields' must be a number",
		],
		['dateOfBirth', '17/05/1980', "'Date of Birth' in 'Additional Fields' must be a date"],
		['dateOfBirth', '1980-02-30', "'Date of Birth' in 'Additional Fields' must be a date"],
		[
			'amlCheckDate',
			'yesterday',
			"'AML Check Date' in 'Additional Fields' must be a date and time",
		],
		['countryId', '12/../13', "'Country' in 'Additional Fields' must be an ID"],
		[
			'notes',
			{ text: 'x' },
			"'Notes' in 'Additional Fields' holds an object; choose one of its fields",
		],
	];

	it.each(wrong)('are refused unsent where %s is %j', async (name, value, message) => {
		const { error } = await sandbox.run(
			creationOf(sandbox.nexudus, { [name]: '={{ $json.value }}' }),
			{ items: [{ value: 0.5 }, { value } as IDataObject].slice(1) },
		);
		expect(error?.message).toContain(message);
		expect(error?.message).toContain('[item 0]');
		expect(sandbox.nexudus.requests).toEqual([]);
	});
});
