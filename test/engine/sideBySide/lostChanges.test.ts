import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { carriedOut, deletionsOf, noted, notesFor, someIds, writesOf } from '../faults/observing';
import type { Sandbox } from '../sandbox';
import { accessToken, startSandbox } from '../sandbox';
import { updateOf } from '../update/updating';

const LATENCY = 100;

async function after(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe('Two executions on one contact', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;
	let id: number;

	beforeEach(async () => {
		sandbox = await startSandbox({ latency: LATENCY });
		nexudus = sandbox.nexudus;
		[id] = someIds(nexudus, 1);
	});

	afterEach(async () => await sandbox.close());

	it.each([0, 60, 120, 180, 240])(
		'that change different fields %i ms apart both keep their change',
		async (apart) => {
			const letter = sandbox.run(updateOf(id, { notes: 'Letterbox 14' }));
			await after(apart);
			const move = sandbox.run(
				updateOf(id, { cityName: 'Galway', phoneNumber: '+353 91 555 0170' }),
			);
			const results = await Promise.all([letter, move]);
			expect(results.map(({ error }) => error)).toEqual([undefined, undefined]);
			expect(nexudus.contacts.get(id)).toMatchObject({
				Notes: 'Letterbox 14',
				CityName: 'Galway',
				PhoneNumber: '+353 91 555 0170',
			});
			expect(carriedOut(nexudus, 'PUT')).toHaveLength(2);
		},
	);

	it('of which one has another credential of the same Nexudus both keep their change', async () => {
		nexudus.addUser({
			email: 'night.shift@northlight-workspaces.example',
			password: 'sandbox',
			accessToken: 'night-shift-token',
			roles: 'administrator',
		});
		const credentials = { values: { nexudusApi: accessToken(nexudus.url, 'night-shift-token') } };
		const results = await Promise.all([
			sandbox.run(updateOf(id, { notes: 'Letterbox 14' })),
			sandbox.run(updateOf(id, { cityName: 'Galway' }), { credentials }),
		]);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(nexudus.contacts.get(id)).toMatchObject({ Notes: 'Letterbox 14', CityName: 'Galway' });
	});

	it('of which the first was refused by Nexudus leave the second its way', async () => {
		nexudus.fail({
			when: { method: 'PUT', nth: 1 },
			how: { status: 400, body: { Message: 'The request is invalid.' } },
		});
		const results = await Promise.all([
			sandbox.run(updateOf(id, { notes: 'Letterbox 14' })),
			sandbox.run(updateOf(id, { cityName: 'Galway' })),
		]);
		const failed = results.filter(({ error }) => error);
		expect(failed).toHaveLength(1);
		expect(carriedOut(nexudus, 'PUT')).toHaveLength(1);
		const { Notes, CityName } = nexudus.contacts.get(id) ?? {};
		expect([Notes === 'Letterbox 14', CityName === 'Galway'].sort()).toEqual([false, true]);
	});

	it('of which the first is cancelled while its write hangs let the second write at once', async () => {
		nexudus.fail({ when: { method: 'PUT', nth: 1 }, how: 'never answers' });
		const first = sandbox.run(updateOf(id, { notes: 'Letterbox 14' }), { cancelAfter: 600 });
		await after(400);
		const startedAt = Date.now();
		const { error } = await sandbox.run(updateOf(id, { cityName: 'Galway' }));
		expect(error).toBeUndefined();
		expect(Date.now() - startedAt).toBeLessThan(1_500);
		expect(nexudus.contacts.get(id)?.CityName).toBe('Galway');
		await first;
	});

	it('of which one answer was lost after the write keep both changes', async () => {
		nexudus.fail({ when: { method: 'PUT', nth: 1 }, how: 'cut after' });
		const results = await Promise.all([
			sandbox.run(updateOf(id, { notes: 'Letterbox 14' })),
			sandbox.run(updateOf(id, { cityName: 'Galway' })),
		]);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(nexudus.contacts.get(id)).toMatchObject({ Notes: 'Letterbox 14', CityName: 'Galway' });
	});

	it('of which one deletes it only if it is unchanged keep the contact and the change', async () => {
		const seen = String(nexudus.contacts.get(id)?.UpdatedOn);
		const change = sandbox.run(updateOf(id, { notes: 'Letterbox 14' }));
		await after(150);
		const [parameters, items] = deletionsOf([id], { onlyIfUnchangedSince: seen });
		const { error } = await sandbox.run(parameters, { items });
		expect((await change).error).toBeUndefined();
		expect(error?.message).toContain("was changed after the time in 'Only If Unchanged Since'");
		expect(nexudus.contacts.get(id)?.Notes).toBe('Letterbox 14');
	});

	it('of which one deletes it leave it deleted, whatever the other says', async () => {
		const change = sandbox.run(updateOf(id, { notes: 'Letterbox 14' }));
		await after(150);
		const [parameters, items] = deletionsOf([id]);
		const { error } = await sandbox.run(parameters, { items });
		await change;
		expect(error).toBeUndefined();
		expect(nexudus.contacts.get(id)).toBeUndefined();
	});
});

describe('A batch of 40 beside a single update', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox({ latency: LATENCY });
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	it.each([0, 250, 700])('on one of them %i ms later loses neither', async (apart) => {
		const ids = someIds(nexudus, 40);
		const [parameters, items] = notesFor(ids);
		const batch = sandbox.run(parameters, { items });
		await after(apart);
		const last = ids[39];
		const single = await sandbox.run(updateOf(last, { phoneNumber: '+353 91 555 0170' }));
		const { error } = await batch;
		expect([error, single.error]).toEqual([undefined, undefined]);
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(nexudus.contacts.get(last)?.PhoneNumber).toBe('+353 91 555 0170');
	});

	it('does not hold up one on another contact', async () => {
		const ids = someIds(nexudus, 41);
		const [parameters, items] = notesFor(ids.slice(0, 40));
		const batch = sandbox.run(parameters, { items });
		await after(400);
		const startedAt = Date.now();
		await sandbox.run(updateOf(ids[40], { notes: `Letter ${ids[40]}` }));
		expect(Date.now() - startedAt).toBeLessThan(1_000);
		await batch;
		expect(noted(nexudus, ids)).toEqual(ids);
	});

	it('in the opposite order of another batch ends, with the changes of both', async () => {
		const ids = someIds(nexudus, 20);
		const [parameters, items] = notesFor(ids);
		const cities = updateOf('={{ $json.id }}', { cityName: 'Galway' });
		const results = await Promise.all([
			sandbox.run(parameters, { items }),
			sandbox.run(cities, { items: [...items].reverse() }),
		]);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(ids.map((id) => nexudus.contacts.get(id)?.CityName)).toEqual(ids.map(() => 'Galway'));
	});

	it('goes on while a request of another execution never answers', async () => {
		const ids = someIds(nexudus, 12);
		const [first, ...others] = ids;
		nexudus.fail({ when: { method: 'PUT', nth: 1 }, how: 'never answers' });
		const hung = sandbox.run(updateOf(first, { notes: 'Hung' }), { cancelAfter: 5_000 });
		await after(350);
		const [parameters, items] = notesFor(others);
		const startedAt = Date.now();
		const { error } = await sandbox.run(parameters, { items });
		expect(error).toBeUndefined();
		expect(Date.now() - startedAt).toBeLessThan(3_000);
		expect(noted(nexudus, others)).toEqual(others);
		expect(writesOf(nexudus)).toHaveLength(12);
		await hung;
	});
});
