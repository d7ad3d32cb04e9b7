import { ADMINISTRATOR_EMAIL } from '../../sandbox/nexudus/accounts';
import { COMPLETE_CONTACT_ID } from '../../sandbox/nexudus/sampleData';
import { CONTACTS, json, withNexudus } from './nexudus';

const NOON = '2026-11-20T12:00:00Z';

describe('Writing contract contacts', () => {
	const client = withNexudus({ now: () => new Date('2026-11-20T12:00:00.789Z') });
	const contract = () => client().nexudus.contracts[0];
	const required = () => ({
		CoworkerContractId: contract().Id,
		FullName: 'Ada Byron',
		ContractContactType: 1,
		AmlCheckStatus: 0,
	});
	const post = (body: unknown) => client().send('POST', CONTACTS, body);
	const put = (body: unknown) => client().send('PUT', CONTACTS, body);

	it('creates a record and answers with its Id only', async () => {
		const reply = await post({ ...required(), DateOfBirth: '1980-02-03', Email: 'a@b.example' });

		const { Value, ...envelope } = json<{ Value: { Id: number } }>(reply);
		expect(envelope).toEqual({
			Status: 200,
			Message: expect.any(String),
			OpenInDialog: false,
			OpenInWindow: false,
			RedirectURL: null,
			JavaScript: null,
			UpdatedOn: NOON,
			UpdatedBy: ADMINISTRATOR_EMAIL,
			Errors: null,
			WasSuccessful: true,
		});
		expect(client().nexudus.contacts.get(Value.Id)).toMatchObject({
			...required(),
			DateOfBirth: '1980-02-03T00:00:00Z',
			Email: 'a@b.example',
			CoworkerContractTariffName: contract().TariffName,
			CoworkerId: null,
			Notes: null,
			CreatedOn: NOON,
			UpdatedOn: NOON,
			UpdatedBy: ADMINISTRATOR_EMAIL,
			IsNew: false,
			ToStringText: 'Ada Byron',
		});
	});

	it('takes a record sent back as it was read, and stamps it', async () => {
		const before = client().nexudus.contacts.get(COMPLETE_CONTACT_ID);
		const reply = await put(before);

		expect(json(reply)).toMatchObject({ Value: { Id: COMPLETE_CONTACT_ID }, UpdatedOn: NOON });
		expect(client().nexudus.contacts.get(COMPLETE_CONTACT_ID)).toEqual({
			...before,
			UpdatedOn: NOON,
			UpdatedBy: ADMINISTRATOR_EMAIL,
		});
	});

	it('copies the names of the records referred to, whatever the body says of them', async () => {
		const [, coworker] = client().nexudus.coworkers;
		const country = client().nexudus.countries.find(({ TwoDigitsCode }) => TwoDigitsCode === 'US');
		await put({
			...required(),
			Id: COMPLETE_CONTACT_ID,
			CoworkerId: coworker.Id,
			CountryId: country?.Id,
			CountryName: 'Atlantis',
			CoworkerFullName: 'Nobody',
			UpdatedBy: 'nobody@nowhere.example',
		});

		expect(client().nexudus.contacts.get(COMPLETE_CONTACT_ID)).toMatchObject({
			CountryName: country?.Name,
			CoworkerFullName: coworker.FullName,
			CoworkerCompanyName: coworker.CompanyName,
			CoworkerBillingName: coworker.BillingName,
			CoworkerEmail: coworker.Email,
			CoworkerActive: coworker.Active,
			UpdatedBy: ADMINISTRATOR_EMAIL,
		});
	});

	it('clears a field that is sent as null and keeps an empty text', async () => {
		const record = client().nexudus.contacts.get(COMPLETE_CONTACT_ID);
		await put({ ...record, Notes: null, AmlNotes: '' });

		expect(client().nexudus.contacts.get(COMPLETE_CONTACT_ID)).toMatchObject({
			Notes: null,
			AmlNotes: '',
		});
	});

	it('stores custom fields, without a second one of the same name', async () => {
		const entry = (Value: string) => ({ Name: 'Shelf', Value });
		const reply = await post({ ...required(), CustomFields: { Data: [entry('A'), entry('B')] } });
		const { Value } = json<{ Value: { Id: number } }>(reply);

		expect(client().nexudus.contacts.get(Value.Id)?.CustomFields).toEqual({
			Data: [{ Name: 'Shelf', Value: 'A', JsonValue: '"A"', Type: 'string' }],
		});
	});

	it('refuses in the documented shape, one entry per property and no Status', async () => {
		const reply = await post({ ...required(), FullName: '' });

		expect(reply.status).toBe(400);
		expect(json(reply)).toEqual({
			Message: 'FullName: is a required field',
			Value: null,
			Errors: [{ AttemptedValue: '', Message: 'is a required field', PropertyName: 'FullName' }],
			WasSuccessful: false,
		});
	});

	it.each([
		['CoworkerContractId', 12, 'CoworkerContract'],
		['CoworkerContractId', 0, 'CoworkerContract'],
		['CoworkerId', 12, 'Coworker'],
		['CountryId', 12, 'Country'],
		['CountryId', '1221', 'Country'],
		['FullName', 12, 'FullName'],
		['ContractContactType', 4, 'ContractContactType'],
		['ContractContactType', '1', 'ContractContactType'],
		['AmlCheckStatus', null, 'AmlCheckStatus'],
		['AmlCheckDate', 'soon', 'AmlCheckDate'],
		['AmlOpenSanctionsScore', '0.5', 'AmlOpenSanctionsScore'],
		['AmlOpenSanctionsResponse', { results: [] }, 'AmlOpenSanctionsResponse'],
		['Notes', true, 'Notes'],
		['CustomFields', [], 'CustomFields'],
	])('refuses %s %j under the name %s', async (property, value, name) => {
		const count = client().nexudus.contacts.count;
		const reply = await post({ ...required(), [property]: value });

		expect(reply.status).toBe(400);
		expect(json(reply)).toMatchObject({
			Errors: [{ AttemptedValue: value, PropertyName: name }],
			WasSuccessful: false,
		});
		expect(client().nexudus.contacts.count).toBe(count);
	});

	it.each(['{"FullName":', '[]', 'null', '"text"', ''])('refuses the body %s', async (body) => {
		expect((await post(body)).status).toBe(400);
		expect((await put(body)).status).toBe(400);
	});

	it('asks an update for its Id', async () => {
		const reply = await put(required());

		expect(reply.status).toBe(400);
		expect(json(reply)).toMatchObject({ Errors: [{ PropertyName: 'Id' }] });
	});

	it('deletes for good, and answers 404 from then on', async () => {
		const path = `${CONTACTS}/${COMPLETE_CONTACT_ID}`;
		const first = await client().send('DELETE', path);
		const second = await client().send('DELETE', path);

		expect(json(first)).toMatchObject({ Value: { Id: COMPLETE_CONTACT_ID }, WasSuccessful: true });
		expect([second.status, second.text]).toEqual([404, '"Not found"']);
		expect(client().nexudus.contacts.get(COMPLETE_CONTACT_ID)).toBeUndefined();
	});
});

describe('The store behind the API', () => {
	const client = withNexudus({ now: () => new Date(NOON) });

	it('hands out copies', () => {
		const { contacts } = client().nexudus;
		contacts.get(COMPLETE_CONTACT_ID)?.CustomFields?.Data.splice(0);
		contacts.all()[0].CustomFields?.Data.splice(0);

		expect(contacts.get(COMPLETE_CONTACT_ID)?.CustomFields?.Data).toHaveLength(2);
	});

	it('stamps a change with the clock, with a time given, or not at all', () => {
		const { contacts } = client().nexudus;
		const { Id, UpdatedOn } = contacts.add({ UpdatedOn: '2026-01-02T03:04:05Z' });
		const kept = contacts.change(Id, { AmlCheckStatus: 3 }, { keepUpdatedOn: true });
		const given = contacts.change(Id, {}, { UpdatedOn: '2026-02-02T03:04:05Z' });
		const stamped = contacts.change(Id, { FullName: 'New Name' });

		expect(kept).toMatchObject({ UpdatedOn, AmlCheckStatus: 3 });
		expect(given.UpdatedOn).toBe('2026-02-02T03:04:05Z');
		expect(stamped).toMatchObject({ UpdatedOn: NOON, ToStringText: 'New Name' });
	});

	it('never gives an id twice', () => {
		const { contacts } = client().nexudus;
		const { Id } = contacts.add();
		contacts.remove(Id);

		expect(contacts.add().Id).toBeGreaterThan(Id);
	});
});
