import { ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD } from '../../../sandbox/nexudus/accounts';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import { CONTACTS, json, type Listed, type Reply, type Row, withNexudus } from '../nexudus';
import { differences, example } from './examples';

const CONTRACTS = '/api/billing/coworkercontracts';
const LEFT_OUT = ['Address', 'PostCode', 'CityName', 'State', 'Notes'];
const LEFT_OUT_SINCE = ['AmlOpenSanctionsResponse', 'AmlPappersResponse'];

describe("The documents' own examples", () => {
	const client = withNexudus();
	const current = example('listCurrent') as Listed;
	const older = example('listOlder') as Listed;
	const required = () => ({
		CoworkerContractId: client().nexudus.contracts[0].Id,
		FullName: 'Orla Kavanagh',
		ContractContactType: 1,
		AmlCheckStatus: 0,
	});
	const send = async (method: string, body: object) =>
		json(await client().send(method, CONTACTS, body));
	/** Legacy contacts of a coworker have no name of their own, which no example shows. */
	const isNamed = ({ FullName }: Row) => FullName !== null;

	it('of the current list have the keys and types that come', async () => {
		const answer = await client().list({ size: 400, orderBy: 'FullName' });
		const rows = answer.Records.filter(isNamed);

		expect(rows.length).toBeGreaterThan(300);
		expect(differences(current, { ...answer, Records: rows }).slice(0, 3)).toEqual([]);
	});

	it('of the older list have keys that come all, with null where a row leaves them out', async () => {
		client().nexudus.assume({ leftOutKeys: 'null', sortDirection: 'oneMinusOne' });
		const { Records, ...envelope } = await client().list({ size: 15, dir: 1, orderBy: 'FullName' });
		const { Records: rows, ...wanted } = older;
		const known = new Set([...Object.keys(rows[0]), ...Object.keys(current.Records[0])]);
		const given = Object.keys(Records[0]);

		expect(given).toEqual(expect.arrayContaining(Object.keys(rows[0])));
		expect(given.filter((key) => !known.has(key))).toEqual(LEFT_OUT_SINCE);
		expect(LEFT_OUT.map((key) => Records.every((row) => row[key] === null))).not.toContain(false);
		expect(differences(wanted, envelope)).toEqual([]);
	});

	it('of the list have, in a full record, the seven keys besides', async () => {
		const record = json(await client().get(`${CONTACTS}/${COMPLETE_CONTACT_ID}`));
		const wanted = [...Object.keys(current.Records[0]), ...LEFT_OUT, ...LEFT_OUT_SINCE];

		expect(Object.keys(record).sort()).toEqual(wanted.sort());
	});

	it.each([
		['create', 'POST', {}],
		['createOlder', 'POST', {}],
		['update', 'PUT', { Id: COMPLETE_CONTACT_ID }],
	])('of %s have the keys, types and constants that come', async (name, method, more) => {
		const answer = await send(method, { ...required(), ...more });
		const wanted = example(name) as Row;

		expect(differences(wanted, answer)).toEqual([]);
		expect({ ...answer, Value: 0, UpdatedOn: 0, UpdatedBy: 0 }).toEqual({
			...wanted,
			Value: 0,
			UpdatedOn: 0,
			UpdatedBy: 0,
		});
	});

	it.each([
		['createRefused', 'POST', {}],
		['createOlderRefused', 'POST', {}],
		['updateRefused', 'PUT', { Id: COMPLETE_CONTACT_ID }],
	])('of %s are what a missing name gets, to the letter', async (name, method, more) => {
		const { FullName, ...unnamed } = required();

		expect(await send(method, { ...unnamed, ...more })).toEqual(example(name));
		expect(FullName).not.toBe('');
	});

	it('of a deletion have the keys and types that come', async () => {
		const reply = await client().send('DELETE', `${CONTACTS}/${COMPLETE_CONTACT_ID}`);

		expect(differences(example('delete'), json(reply))).toEqual([]);
	});

	it('of a sign-in have the keys and types that come', async () => {
		const signIn = (password: string): Promise<Reply> =>
			client().signIn({ grant_type: 'password', username: ADMINISTRATOR_EMAIL, password });
		const granted = json(await signIn(ADMINISTRATOR_PASSWORD));

		expect(differences(example('token'), granted)).toEqual([]);
		expect(granted).toMatchObject({ token_type: 'bearer', expires_in: 604_799 });
		expect(json(await signIn('guess'))).toEqual(example('tokenRefused'));
	});

	it('of a contract are the properties that come, in their order', async () => {
		const ids = client().nexudus.contracts.map(({ Id }) => Id);
		const records = json<Row[]>(await client().get(`${CONTRACTS}/?id=[${ids}]`));
		const one = json(await client().get(`${CONTRACTS}/${ids[0]}`));

		expect(records).toHaveLength(ids.length);
		expect(differences([example('contract')], [one, ...records]).slice(0, 3)).toEqual([]);
	});
});

describe('The comparison with an example', () => {
	const row = { Id: 1, UpdatedOn: '2025-01-15T10:30:00Z', Notes: null };

	it.each([
		[{ Id: '1', UpdatedOn: '2025-01-15T10:30:00Z', Notes: null }, 'Id is string'],
		[{ Id: 1, UpdatedOn: '2025-01-15 10:30', Notes: null }, 'UpdatedOn is string'],
		[{ Id: 1, UpdatedOn: '2025-01-15T10:30:00Z' }, 'has the keys Id,UpdatedOn'],
		[{ ...row, More: 1 }, 'has the keys Id,UpdatedOn,Notes,More'],
	])('sees that %j is something else', (actual, words) => {
		expect(differences(row, actual)).toEqual([expect.stringContaining(words)]);
	});

	it('takes any value for null', () => {
		expect(differences(row, { ...row, Notes: 'Call first.' })).toEqual([]);
	});
});
