import { connect } from 'node:net';
import { Inbox } from '../../sandbox/inbox/inbox';
import { startMailServer } from '../../sandbox/inbox/mailServer';
import { slackWebhook, SLACK_PATH } from '../../sandbox/inbox/slackWebhook';
import { COMPLETE_CONTACT_ID } from '../../sandbox/nexudus/sampleData';
import { pageRoutes } from '../../sandbox/page/pageRoutes';
import type { PracticeNexudus } from '../../sandbox/nexudus/server';
import { type Client, CONTACTS, json, withNexudus } from './nexudus';

const NORTHLIGHT_CONTRACT = 2_380_346;

interface Overview {
	readonly contactCount: number;
	readonly foundCount: number;
	readonly contacts: Array<Record<string, unknown> & { id: number }>;
	readonly requestCount: number;
	readonly n8nRequestCount: number;
	readonly requests: Array<{ from: string; address: string }>;
	readonly slackMessages: Array<{ text: string; pieces: unknown[] }>;
	readonly emails: Array<{ subject: string; text: string; html?: string }>;
}

/** A practice Nexudus with its page, as `npm start` has it. */
function withPage(): { client: () => Client; inbox: Inbox; seen: SeeOverview } {
	const inbox = new Inbox();
	let nexudus: PracticeNexudus | undefined;
	const running = () => {
		if (!nexudus) throw new Error('No practice Nexudus is running');
		return nexudus;
	};
	const client = withNexudus({
		extraRoutes: [slackWebhook(inbox), ...pageRoutes(running, inbox)],
	});
	beforeEach(() => {
		nexudus = client().nexudus;
		inbox.clear();
	});
	const seen = async (query: Record<string, string> = {}) =>
		json<Overview>(await client().get(`/sandbox/overview?${new URLSearchParams(query)}`));
	return { client, inbox, seen };
}

type SeeOverview = (query?: Record<string, string>) => Promise<Overview>;

describe('The page', () => {
	const { client } = withPage();

	it('brings everything that it is made of, and may load nothing from elsewhere', async () => {
		const page = await client().get('/');
		const own = [...page.text.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)].map(([, path]) => path);
		const modules = await imported(client(), own);

		expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(page.text).not.toMatch(/https?:/);
		expect(modules.length).toBeGreaterThan(5);
		for (const path of modules) expect((await client().get(path)).status).toBe(200);
	});

	it('hands out no other file', async () => {
		for (const path of ['/page/nothing.js', '/page/..%2foverview.js', '/page/overview.ts']) {
			expect((await client().get(path)).status).toBe(404);
		}
	});
});

/** These files and those that they import, and so on. */
async function imported(client: Client, paths: readonly string[]): Promise<string[]> {
	const all = new Set(paths);
	for (const path of all) {
		const { text } = await client.get(path);
		for (const [, name] of text.matchAll(/from '\.\/(\w+\.js)'/g)) all.add(`/page/${name}`);
	}
	return [...all];
}

describe('The contacts on the page', () => {
	const { client, seen } = withPage();

	it("come with their contract's company, the type in words and the newest changes first", async () => {
		client().nexudus.contacts.change(COMPLETE_CONTACT_ID, { Notes: 'Moved.' });
		const { contacts, contactCount } = await seen();

		expect(contactCount).toBe(320);
		expect(contacts[0]).toMatchObject({
			id: COMPLETE_CONTACT_ID,
			name: "Siobhán O'Neill-García",
			company: 'Harbour & Finch Ltd',
			plan: 'Domiciliation commerciale',
			type: 'Director',
			amlStatus: 'Manually Cleared',
			hasMatch: false,
		});
	});

	it('that are linked to nobody show the company of their contract all the same', async () => {
		const { contacts, contracts } = client().nexudus;
		const alone = contacts.all().find(({ CoworkerId }) => CoworkerId === null);
		const contract = contracts.find(({ Id }) => Id === alone?.CoworkerContractId);
		const { contacts: found } = await seen({ search: String(alone?.Id) });

		expect(alone?.CoworkerCompanyName).toBeNull();
		expect(contract?.CoworkerCompanyName).toMatch(/\S/);
		expect(found[0].company).toBe(contract?.CoworkerCompanyName);
	});

	it.each([
		['siobhan harbour', 1],
		['HARBOUR & FINCH potential', 2],
		['nobody of that name', 0],
	])('are searched for %p: %i found', async (search, count) => {
		const { foundCount, contacts } = await seen({ search });

		expect([foundCount, contacts.length]).toEqual([count, count]);
	});
});

describe('What the page changes', () => {
	const { client, seen } = withPage();
	const press = (id: number, what: string) =>
		client().send('POST', `/sandbox/page/contacts/${id}/${what}`);

	it('an AML match: a status, a date and an update that the API shows', async () => {
		const before = client().nexudus.contacts.get(COMPLETE_CONTACT_ID);
		await press(COMPLETE_CONTACT_ID, 'match');
		const after = json(await client().get(`${CONTACTS}/${COMPLETE_CONTACT_ID}`));

		expect(after).toMatchObject({
			AmlCheckStatus: 3,
			AmlClearedBy: null,
			Notes: before?.Notes,
			FullName: before?.FullName,
		});
		expect(after.UpdatedOn).not.toBe(before?.UpdatedOn);
		expect(after.AmlCheckDate).not.toBe(before?.AmlCheckDate);
		expect(after.AmlCheckDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		expect((await seen()).contacts[0]).toMatchObject({ id: COMPLETE_CONTACT_ID, hasMatch: true });
	});

	it('a match that is cleared: who and when, and the check stays dated as it was', async () => {
		const matched = json(await press(COMPLETE_CONTACT_ID, 'match'));
		const cleared = json(await press(COMPLETE_CONTACT_ID, 'clear'));

		expect(cleared).toMatchObject({ AmlCheckStatus: 6, AmlCheckDate: matched.AmlCheckDate });
		expect(cleared.AmlClearedBy).toMatch(/\S/);
		expect(cleared.AmlClearedOn).toMatch(/Z$/);
		expect((await press(5, 'match')).status).toBe(404);
	});

	it('a contact that is added, on a contract that the form offers', async () => {
		const offered = json<Array<{ id: number; name: string }>>(
			await client().get('/sandbox/page/contracts'),
		);
		const [contract] = offered.filter(({ name }) => name.startsWith('Northlight Ltd'));
		const form = { name: ' Ada Example ', email: '', contractId: String(contract.id), type: '3' };
		const added = json(await client().send('POST', '/sandbox/page/contacts', form));

		expect(contract.name).toBe(`Northlight Ltd – Virtual Office Plus (#${NORTHLIGHT_CONTRACT})`);
		expect(added).toMatchObject({
			FullName: 'Ada Example',
			Email: null,
			CoworkerContractId: NORTHLIGHT_CONTRACT,
			CoworkerContractTariffName: 'Virtual Office Plus',
			ContractContactType: 3,
			AmlCheckStatus: 0,
		});
		expect((await seen()).contacts[0].name).toBe('Ada Example');
	});

	it.each([
		[{ name: '  ' }, 'Enter the full name.'],
		[{ email: 'ada' }, 'Enter a whole email address, or none.'],
		[{ contractId: '7' }, 'Choose a contract.'],
		[{ type: '9' }, 'Choose a type.'],
	])('nothing, for a form with %j', async (wrong, message) => {
		const form = { name: 'Ada', email: '', contractId: '2380115', type: '1', ...wrong };
		const reply = await client().send('POST', '/sandbox/page/contacts', form);

		expect([reply.status, json(reply)]).toEqual([400, { Message: message }]);
		expect(client().nexudus.contacts.count).toBe(320);
	});
});

describe('The requests on the page', () => {
	const { client, seen } = withPage();
	const ask = async (agent: string, query = '') =>
		await fetch(`${client().nexudus.url}${CONTACTS}${query}`, { headers: { 'user-agent': agent } });

	it('come with who sent them, as the programs say themselves', async () => {
		for (const agent of ['n8n', 'curl/8.5.0', 'node', 'Mozilla/5.0 (X11)', 'n8nothing/1']) {
			await ask(agent);
		}
		const { requests, requestCount, n8nRequestCount } = await seen();

		expect(requests.map(({ from }) => from)).toEqual([
			'n8nothing',
			'a browser',
			'Node.js',
			'curl',
			'n8n',
		]);
		expect([requestCount, n8nRequestCount]).toEqual([5, 1]);
	});

	it('are those of n8n alone, or those of other programs, as wished', async () => {
		for (const agent of ['n8n', 'curl/8.5.0', 'n8n']) await ask(agent);
		const from = async (wish: string) =>
			(await seen({ from: wish })).requests.map((request) => request.from);

		expect(await from('n8n')).toEqual(['n8n', 'n8n']);
		expect(await from('others')).toEqual(['curl']);
	});

	it('are shown even with an address that is broken', async () => {
		await ask('curl/8', '?page=1%E0');
		const { requests } = await seen();

		expect(requests[0].address).toBe(`${CONTACTS}?page=1%E0`);
	});
});

describe('The messages on the page', () => {
	const { client, inbox, seen } = withPage();

	it.each([
		['AML *potential match*', ['AML ', { look: 'bold', text: 'potential match' }]],
		['R&amp;D &lt;new&gt;', ['R&D <new>']],
		[
			'<https://a.example/?x=1&amp;y=2|Report> _now_',
			[
				{ text: 'Report', link: 'https://a.example/?x=1&y=2' },
				' ',
				{ look: 'italic', text: 'now' },
			],
		],
		['<javascript:alert(1)|me>', ['<javascript:alert(1)|me>']],
		['Quill_and_Ink, 2 * 3 * 4, a*b*c', ['Quill_and_Ink, 2 * 3 * 4, a*b*c']],
	])('of Slack look as in Slack: %s', async (text, pieces) => {
		await client().send('POST', SLACK_PATH, { text });
		const [message] = (await seen()).slackMessages;

		expect(message.text).toBe(text);
		expect(message.pieces).toEqual(
			pieces.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)),
		);
	});

	it('by email keep their HTML, and plain ones their lines', async () => {
		const server = await startMailServer(inbox, 0);
		await deliver(server.port, 'text/html', '<p>Two <b>matches</b></p>');
		await deliver(server.port, 'text/plain', 'One\r\n  - two');
		await server.close();
		const [plain, html] = (await seen()).emails;

		expect(html.html).toContain('<b>matches</b>');
		expect(plain.html).toBeUndefined();
		expect(plain.text).toBe('One\n  - two');
	});
});

/** Sends an email as a mail program does, line by line. */
async function deliver(port: number, type: string, body: string): Promise<void> {
	const socket = connect(port, '127.0.0.1').setEncoding('utf8');
	const answer = async () =>
		await new Promise<string>((resolve, reject) => {
			socket.once('data', (text) => resolve(String(text)));
			socket.once('error', reject);
		});
	await answer();
	const head = `Subject: Report\r\nContent-Type: ${type}; charset=utf-8`;
	for (const line of [
		'EHLO localhost',
		'MAIL FROM:<n8n@northlight-workspaces.example>',
		'RCPT TO:<operations@northlight-workspaces.example>',
		'DATA',
		`${head}\r\n\r\n${body}\r\n.`,
	]) {
		socket.write(`${line}\r\n`);
		expect(await answer()).toMatch(/^[23]/);
	}
	socket.end();
}
