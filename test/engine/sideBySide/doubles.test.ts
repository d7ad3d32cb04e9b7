import type { IDataObject } from 'n8n-workflow';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { carriedOut } from '../faults/observing';
import type { NodeRunResult } from '../engine';
import type { Sandbox } from '../sandbox';
import { accessToken, startSandbox } from '../sandbox';
import { upsertOf } from '../upsert/upserting';

const LATENCY = 100;
const AOIFE = { fullName: 'Aoife Brennan', email: 'aoife.brennan@lantern-quay.example' };

async function after(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe('Sign-ups side by side', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;
	let contract: number;

	beforeEach(async () => {
		sandbox = await startSandbox({ latency: LATENCY });
		nexudus = sandbox.nexudus;
		contract = nexudus.contracts[2].Id;
	});

	afterEach(async () => await sandbox.close());

	function idsWith(email: string): number[] {
		const all = nexudus.contacts.all();
		return all.filter(({ Email }) => Email === email).map(({ Id }) => Id);
	}

	async function signUp(person: IDataObject, more: IDataObject = {}): Promise<NodeRunResult> {
		return await sandbox.run(upsertOf(contract, person, more));
	}

	it.each([0, 40, 90, 130, 180, 250])(
		'of one form that is submitted twice %i ms apart make one contact',
		async (apart) => {
			const first = signUp(AOIFE);
			await after(apart);
			const results = await Promise.all([
				first,
				signUp(AOIFE, { additionalFields: { notes: 'Asked for a tour' } }),
			]);
			expect(results.map(({ error }) => error)).toEqual([undefined, undefined]);
			const ids = idsWith(AOIFE.email);
			expect(ids).toHaveLength(1);
			expect(results.map(({ json }) => json[0].Id)).toEqual([ids[0], ids[0]]);
			expect(nexudus.contacts.get(ids[0])?.Notes).toBe('Asked for a tour');
		},
	);

	it('written in another case, and with another credential, make one contact', async () => {
		nexudus.addUser({
			email: 'night.shift@northlight-workspaces.example',
			password: 'sandbox',
			accessToken: 'night-shift-token',
			roles: 'administrator',
		});
		const credentials = { values: { nexudusApi: accessToken(nexudus.url, 'night-shift-token') } };
		const shouted = { ...AOIFE, email: AOIFE.email.toUpperCase() };
		const results = await Promise.all([
			signUp(AOIFE),
			sandbox.run(upsertOf(contract, shouted), { credentials }),
		]);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(carriedOut(nexudus, 'POST')).toHaveLength(1);
	});

	it('ten of four people make four contacts', async () => {
		const people = ['Aoife', 'Bartosz', 'Chiara', 'Dmitri'].map((name) => ({
			fullName: `${name} Brennan`,
			email: `${name.toLowerCase()}@lantern-quay.example`,
		}));
		const all = Array.from({ length: 10 }, (_, index) => people[index % 4]);
		const results = await Promise.all(all.map(async (person) => await signUp(person)));
		expect(results.map(({ error }) => error)).toEqual(all.map(() => undefined));
		expect(people.map(({ email }) => idsWith(email).length)).toEqual([1, 1, 1, 1]);
		expect(carriedOut(nexudus, 'POST')).toHaveLength(4);
	});

	it('of the same person on two contracts make two contacts, one on each', async () => {
		const other = nexudus.contracts[3].Id;
		await Promise.all([signUp(AOIFE), sandbox.run(upsertOf(other, AOIFE))]);
		const contracts = idsWith(AOIFE.email).map(
			(id) => nexudus.contacts.get(id)?.CoworkerContractId,
		);
		expect(contracts.sort()).toEqual([contract, other].sort());
	});

	it('make one contact where the answer to its creation was lost', async () => {
		nexudus.fail({ when: { method: 'POST', nth: 1 }, how: 'cut after' });
		const results = await Promise.all([signUp(AOIFE), signUp(AOIFE)]);
		expect(results.filter(({ error }) => error)).toHaveLength(1);
		expect(idsWith(AOIFE.email)).toHaveLength(1);
	});

	it('make one contact where the first was refused', async () => {
		nexudus.fail({ when: { method: 'POST', nth: 1 }, how: 'ooops' });
		const results = await Promise.all([signUp(AOIFE), signUp(AOIFE)]);
		expect(results.filter(({ error }) => error)).toHaveLength(1);
		expect(idsWith(AOIFE.email)).toHaveLength(1);
	});

	it('do not add whom somebody else added while the throttle made the list old', async () => {
		nexudus.fail({
			when: { method: 'POST', nth: 1 },
			how: { status: 409, headers: { 'Retry-After': '5.3' } },
		});
		const run = signUp(AOIFE, { additionalFields: { notes: 'Asked for a tour' } });
		await after(2_000);
		const contact = { CoworkerContractId: contract, Email: AOIFE.email };
		const response = await fetch(`${nexudus.url}/sandbox/contacts`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(contact),
		});
		expect(response.ok).toBe(true);
		const { error, json } = await run;
		expect(error).toBeUndefined();
		const ids = idsWith(AOIFE.email);
		expect(ids).toEqual([json[0].Id]);
		expect(nexudus.contacts.get(ids[0])?.Notes).toBe('Asked for a tour');
	});

	it('several of one batch look at what was listed for another of them', async () => {
		const people = [AOIFE, { fullName: 'Bartosz Brennan', email: 'bartosz@lantern-quay.example' }];
		const batch = sandbox.run(
			upsertOf(contract, { fullName: '={{ $json.fullName }}', email: '={{ $json.email }}' }),
			{ items: people },
		);
		const singles = people.map(async (person) => await signUp(person));
		const results = await Promise.all([batch, ...singles]);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(people.map(({ email }) => idsWith(email).length)).toEqual([1, 1]);
	});
});
