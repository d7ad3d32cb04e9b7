import { COMPLETE_CONTACT_ID, sampleRecords } from '../../sandbox/nexudus/sampleData';
import { startPracticeNexudus } from '../../sandbox/nexudus/server';
import { Client } from './nexudus';

describe('The sample', () => {
	const sample = sampleRecords('sample');
	const { contacts, contracts, coworkers } = sample;
	const distinct = <T>(values: readonly T[]) => new Set(values).size;

	it('is the same every time', () => {
		expect(sampleRecords('sample')).toEqual(sample);
	});

	it('is as large as a real operator of a few locations', () => {
		expect(contacts).toHaveLength(320);
		expect(distinct(contacts.map((contact) => contact.CoworkerContractId))).toBeGreaterThan(60);
		expect(distinct(coworkers.map((coworker) => coworker.CompanyName))).toBeGreaterThan(45);
		expect(contracts.some((contract) => contract.Cancelled)).toBe(true);
	});

	it('has every type and every status', () => {
		expect(distinct(contacts.map((contact) => contact.ContractContactType))).toBe(4);
		expect(distinct(contacts.map((contact) => contact.AmlCheckStatus))).toBe(7);
	});

	it('has unique ids that grow with the time of creation', () => {
		const ids = contacts.map(({ Id }) => Id);
		const days = contacts.map(({ CreatedOn }) => CreatedOn.slice(0, 10));

		expect(ids).toEqual([...new Set(ids)].sort((left, right) => left - right));
		expect(days).toEqual([...days].sort());
		expect(distinct(contacts.map(({ UniqueId }) => UniqueId))).toBe(320);
		expect(distinct(contacts.map(({ CreatedOn }) => CreatedOn.slice(0, 16)))).toBeLessThan(100);
	});

	it('never dates an update before the creation', () => {
		expect(contacts.filter(({ CreatedOn, UpdatedOn }) => UpdatedOn < CreatedOn)).toEqual([]);
	});

	it('has other scripts, accents, apostrophes and hard characters, and no emoji', () => {
		const names = contacts.map(({ FullName }) => FullName).join('\n');
		const companies = coworkers.map(({ CompanyName }) => CompanyName).join('\n');

		for (const script of [/\p{Script=Han}/u, /\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u]) {
			expect(names).toMatch(script);
		}
		expect(names).toMatch(/O'/);
		expect(names).toMatch(/\p{L}-\p{Lu}/u);
		for (const character of ['&', '+', '#', '"', 'é', '%', '_']) {
			expect(companies).toContain(character);
		}
		expect(names + companies).not.toMatch(/\p{Extended_Pictographic}/u);
	});

	it('uses addresses that cannot reach anybody', () => {
		const emails = [...contacts, ...coworkers].flatMap(({ Email }) => Email ?? []);

		expect(emails.filter((email) => !/^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(email))).toEqual([]);
	});

	it('links some contacts to coworkers, with and without a name and email of their own', () => {
		const linked = contacts.filter(({ CoworkerId }) => CoworkerId !== null);
		const withOwn = linked.filter(({ Email }) => Email !== null);
		const nameless = contacts.filter(({ FullName }) => FullName === null);

		expect(linked.length).toBeGreaterThan(40);
		expect(withOwn.length).toBeGreaterThan(10);
		expect(withOwn.length).toBeLessThan(linked.length);
		expect(nameless.length).toBeGreaterThan(1);
		expect(nameless.length).toBeLessThan(10);
	});

	it('has aliases without a date of birth, and responses that are JSON texts', () => {
		const aliases = contacts.filter(({ ContractContactType }) => ContractContactType === 2);
		const responses = contacts.flatMap(({ AmlOpenSanctionsResponse: text }) => text ?? []);

		expect(aliases.every(({ DateOfBirth }) => DateOfBirth === null)).toBe(true);
		expect(responses.length).toBeGreaterThan(100);
		for (const response of responses) expect(JSON.parse(response)).toHaveProperty('status', 200);
	});

	it('has one contact in which everything is filled', () => {
		const complete = contacts.find(({ Id }) => Id === COMPLETE_CONTACT_ID);
		const empty = Object.entries(complete ?? {}).filter(([, value]) => value === null);

		expect(empty).toEqual([['LocalizationDetails', null]]);
	});
});

describe('A table of 100,000 contacts', () => {
	it('is filtered, sorted and paged without a wait', async () => {
		const nexudus = await startPracticeNexudus({ records: { contacts: 100_000 } });
		const client = new Client(nexudus);
		await client.list({ size: 1000 });
		const page = await client.list({ size: 1000, page: 50 });
		const filtered = await client.list({
			ContractContact_FullName: "o'neill",
			orderBy: 'UpdatedOn',
			dir: 1,
		});
		await nexudus.close();

		expect([page.TotalItems, page.Records.length]).toEqual([100_000, 1000]);
		expect(Number(filtered.TotalItems)).toBeGreaterThan(500);
	}, 30_000);
});
