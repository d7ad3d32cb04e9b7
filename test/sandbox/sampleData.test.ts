import type { CoworkerContract } from '../../sandbox/nexudus/records/coworkerContract';
import {
	COMPLETE_CONTACT_ID,
	recordsWanted,
	sampleRecords,
} from '../../sandbox/nexudus/sampleData';
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

describe('The contracts of the sample', () => {
	const { contacts, contracts, plans } = sampleRecords('sample');
	const NOW = '2026-11-26T00:00:00Z';
	const peopleOf = (contract: CoworkerContract) =>
		contacts.filter(({ CoworkerContractId }) => CoworkerContractId === contract.Id);
	const hasDirector = (contract: CoworkerContract, statuses: number[]) =>
		peopleOf(contract).some(
			({ ContractContactType, AmlCheckStatus }) =>
				ContractContactType === 1 && statuses.includes(AmlCheckStatus),
		);
	const ANY = [0, 1, 2, 3, 4, 5, 6];
	const CLEARED = [2, 6];

	it.each([
		['run', ({ Active, Cancelled }) => Active && !Cancelled],
		['have ended', ({ Active, CancellationDate }) => !Active && (CancellationDate ?? '9') < NOW],
		['are to end', ({ Active, CancellationDate }) => Active && (CancellationDate ?? '') > NOW],
		['are desks', ({ TariffName }) => TariffName?.endsWith('Desk') === true],
		['are meeting rooms', ({ TariffName }) => TariffName?.startsWith('Meeting Room') === true],
		['have a PO box', ({ PoBoxNumber }) => PoBoxNumber !== null],
		['have a custom field', ({ CustomFields }) => CustomFields !== null],
		['run without a contact', (one) => one.Active && peopleOf(one).length === 0],
		['have contacts and no director', (one) => peopleOf(one).length > 0 && !hasDirector(one, ANY)],
		['have no cleared director', (one) => hasDirector(one, ANY) && !hasDirector(one, CLEARED)],
		['have a cleared director', (one) => hasDirector(one, CLEARED)],
	] satisfies ReadonlyArray<[string, (contract: CoworkerContract) => boolean]>)(
		'are several that %s',
		(_words, passes) => {
			expect(contracts.filter(passes).length).toBeGreaterThan(2);
		},
	);

	it('are spread over locations and plans, and all their plans exist', () => {
		const planIds = plans.map(({ Id }) => Id);

		expect(new Set(contracts.map(({ IssuedById }) => IssuedById)).size).toBe(5);
		expect(new Set(contracts.map(({ TariffId }) => TariffId))).toEqual(new Set(planIds));
	});

	it.each([
		['10000', 10_000, 2_021],
		['10000/5000', 10_000, 5_000],
		['none', 0, 87],
	])('asked for as %s make %s contacts and %s contracts', (text, contactCount, contractCount) => {
		const made = sampleRecords(recordsWanted(text));

		expect([made.contacts.length, made.contracts.length]).toEqual([contactCount, contractCount]);
	});

	it.each(['', '-1', '5/', 'many'])('can’t be asked for as "%s"', (text) => {
		expect(() => recordsWanted(text)).toThrow('10000/5000');
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
