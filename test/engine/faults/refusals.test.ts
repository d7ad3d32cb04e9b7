import { sleep } from 'n8n-workflow';
import { ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD } from '../../../sandbox/nexudus/accounts';
import type { Role } from '../../../sandbox/nexudus/accounts';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import {
	carriedOut,
	deletionsOf,
	newDirectors,
	newNames,
	noted,
	notesFor,
	readsOf,
	sent,
	someIds,
	timesStored,
} from './observing';

const READING: Role[] = ['ContractContact-List', 'ContractContact-Read'];

describe('A refusal halfway', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	/** Waits until so many writes were carried out, and then lets the user read only. */
	async function takeRightsAfter(writes: number, method: string): Promise<void> {
		while (carriedOut(nexudus, method).length < writes) await sleep(2);
		nexudus.setRoles(ADMINISTRATOR_EMAIL, READING);
	}

	it.each([
		[401, 'Nexudus refused to update contract contact', 4],
		// Three in a row, and those under way beside the third.
		[403, 'Nexudus does not let this user update contract contact', 6],
	] as const)(
		'by a role that is taken away (%s) ends all writes',
		async (missingRole, message, most) => {
			nexudus.assume({ missingRole });
			nexudus.setLatency(10);
			const ids = someIds(nexudus, 60);
			const [parameters, items] = notesFor(ids);
			const [{ json }] = await Promise.all([
				sandbox.run(parameters, { items, onError: 'continueRegularOutput' }),
				takeRightsAfter(10, 'PUT'),
			]);
			const written = noted(nexudus, ids);
			expect(written.length).toBeGreaterThanOrEqual(10);
			expect(written).toHaveLength(carriedOut(nexudus, 'PUT').length);
			expect(sent(nexudus, 'PUT') - written.length).toBeLessThanOrEqual(most);
			ids.forEach((id, item) => {
				if (written.includes(id)) expect(json[item]).toEqual(nexudus.contacts.get(id));
				else expect(json[item].error).toContain(`${message} ${id} [item ${item}]`);
			});
		},
	);

	it('ends creations and deletions as well', async () => {
		nexudus.setLatency(5);
		const goOn = { onError: 'continueRegularOutput' } as const;
		const [parameters, items] = newDirectors(nexudus, 20);
		const [created] = await Promise.all([
			sandbox.run(parameters, { items, ...goOn }),
			takeRightsAfter(5, 'POST'),
		]);
		const there = timesStored(nexudus, newNames(20));
		expect(created.json.map(({ error }) => (error ? 0 : 1))).toEqual(there);
		expect(sent(nexudus, 'POST')).toBeLessThanOrEqual(carriedOut(nexudus, 'POST').length + 4);

		const ids = someIds(nexudus, 10);
		const [ofContacts, contacts] = deletionsOf(ids);
		const deleted = await sandbox.run(ofContacts, { items: contacts, ...goOn });
		expect(deleted.json.map(({ error }) => error)).toEqual(
			ids.map(
				(id, item) =>
					`Nexudus refused to delete contract contact ${id} [item ${item}]. The sign-in was refused: the access token is wrong or has run out, or the user lacks the role ContractContact-Delete. Check the credential, then ask a Nexudus administrator for that role.`,
			),
		);
		expect(sent(nexudus, 'DELETE')).toBe(1);
	});

	it('with an HTML page and 403 is told as what it is, and nothing is written', async () => {
		nexudus.fail({ when: { method: 'PUT' }, how: 'html 403' });
		const ids = someIds(nexudus, 3);
		const [parameters, items] = notesFor(ids);
		const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		expect(json.map(({ error }) => error)).toEqual(
			ids.map((id, item) =>
				expect.stringContaining(
					`Nexudus could not update contract contact ${id}: a firewall turned the request away [item ${item}]. The answer was a web page`,
				),
			),
		);
		expect(noted(nexudus, ids)).toEqual([]);
	});

	it('with an HTML page and 403 ends a list with words', async () => {
		nexudus.fail({ when: { method: 'GET', nth: 2 }, how: 'html 403' });
		const { error } = await sandbox.run({
			operation: 'getAll',
			returnAll: true,
			options: { pageSize: 100 },
		});
		expect(error?.message).toContain('a firewall turned the request away');
	});

	it('that hides behind status 200 fails its item only, whatever the write', async () => {
		for (const method of ['PUT', 'POST', 'DELETE']) {
			nexudus.fail({ when: { method, nth: 2 }, how: 'unsuccessful 200' });
		}
		const ids = someIds(nexudus, 5);
		for (const [parameters, items] of [notesFor(ids), newDirectors(nexudus, 5), deletionsOf(ids)]) {
			const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
			const failures = json.flatMap(({ error }, item) => (error ? [{ error, item }] : []));
			expect(failures).toHaveLength(1);
			expect(failures[0].error).toContain('The record could not be saved.');
			expect(failures[0].error).toContain(`[item ${failures[0].item}]`);
		}
		expect(timesStored(nexudus, newNames(5)).filter((times) => times === 1)).toHaveLength(4);
		expect(ids.filter((id) => nexudus.contacts.get(id))).toHaveLength(1);
		expect(['PUT', 'POST', 'DELETE'].map((method) => sent(nexudus, method))).toEqual([5, 5, 5]);
	});

	it('of a token that ran out is met by logging in again, and nothing is lost', async () => {
		const values = {
			nexudusLoginApi: {
				email: ADMINISTRATOR_EMAIL,
				password: ADMINISTRATOR_PASSWORD,
				baseUrl: nexudus.url,
			},
		};
		nexudus.expireTokensAfter(15);
		const ids = someIds(nexudus, 40);
		const credentials = { values };
		const [parameters, items] = notesFor(ids);
		const signedIn = { authentication: 'login' };
		const updated = await sandbox.run({ ...parameters, ...signedIn }, { items, credentials });
		expect(updated.error).toBeUndefined();
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(updated.json).toEqual(ids.map((id) => nexudus.contacts.get(id)));
		expect(carriedOut(nexudus, 'PUT')).toHaveLength(40);

		nexudus.expireTokensAfter(6);
		const listed = await sandbox.run(
			{ operation: 'getAll', returnAll: true, options: { pageSize: 30 }, ...signedIn },
			{ credentials },
		);
		expect(listed.error).toBeUndefined();
		expect(listed.json.map(({ Id }) => Id)).toEqual(nexudus.contacts.all().map(({ Id }) => Id));
	});

	it('of a token that nothing replaces fails what was not done, and says so', async () => {
		nexudus.addUser({
			email: 'sync@northlight-workspaces.example',
			password: 'unused',
			accessToken: 'short-lived',
			roles: 'administrator',
		});
		const credentials = {
			values: { nexudusApi: { accessToken: 'short-lived', baseUrl: nexudus.url } },
		};
		nexudus.setLatency(10);
		const ids = someIds(nexudus, 30);
		const [parameters, items] = notesFor(ids);
		const revoke = async () => {
			while (carriedOut(nexudus, 'PUT').length < 6) await sleep(2);
			nexudus.addUser({ email: 'sync@northlight-workspaces.example', password: '', roles: [] });
		};
		const [{ error }] = await Promise.all([
			sandbox.run(parameters, { items, credentials }),
			revoke(),
		]);
		const written = noted(nexudus, ids).length;
		expect(error?.message).toMatch(/^Nexudus refused to update contract contact \d+ \[item \d+\]$/);
		expect(error?.description).toContain(`${written} of 30 items were done before.`);
		expect(sent(nexudus, 'PUT')).toBeLessThanOrEqual(written + 4);
		expect(JSON.stringify(error)).not.toContain('short-lived');
	});

	it('to read fails every item of Get by its name', async () => {
		nexudus.setRoles(ADMINISTRATOR_EMAIL, ['ContractContact-List']);
		const ids = someIds(nexudus, 3);
		const [parameters, items] = readsOf(ids);
		const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		expect(json.map(({ error }) => error)).toEqual(
			ids.map((_id, item) =>
				expect.stringMatching(`^Nexudus refused to get .*item ${item}\\]. The sign-in was refused`),
			),
		);
		expect(nexudus.requests).toHaveLength(1);
	});
});
