import type { INodeParameters } from 'n8n-workflow';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { everythingIn, formsOf, loginOf, logIns, OFFICER } from './signingIn';

const update = {
	authentication: 'login',
	operation: 'update',
	contractContactId: byId(COMPLETE_CONTACT_ID),
	updateFields: { notes: 'Moved' },
};

function expectNoSecretIn(told: unknown, password: string): void {
	const everything = everythingIn(told);
	for (const secret of [OFFICER.email, password].flatMap(formsOf)) {
		expect(everything).not.toContain(secret);
	}
}

describe('A login that fails', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	async function expectWords(
		message: string,
		baseUrl = sandbox.nexudus.url,
		password: string = OFFICER.password,
	): Promise<void> {
		const credentials = loginOf(baseUrl, OFFICER.email, password);
		const { items, json } = await sandbox.run(update, {
			credentials,
			onError: 'continueRegularOutput',
		});
		expect(json).toHaveLength(1);
		expect(json[0].error).toContain(message);
		expectNoSecretIn(items, password);
		const sent = sandbox.nexudus.requests.filter(({ path }) => path !== '/api/token');
		expect(sent).toEqual([]);
	}

	it('says that the password is wrong', async () => {
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator' });
		await expectWords(
			'refused this email and password',
			sandbox.nexudus.url,
			'Wr0ng & "schlecht" Öl+%=',
		);
	});

	it('says that the user signs in with a second factor, and what to do', async () => {
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator', signIn: 'twoFactor' });
		await expectWords('signs in with two factors');
		await expectWords("use the credential 'Nexudus Access Token API'");
	});

	it('says that the user has to set a new password', async () => {
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator', signIn: 'mustResetPassword' });
		await expectWords('has to reset the password first');
	});

	it('says that the host was not reached', async () => {
		await expectWords('Nexudus was not reached to log in', 'http://127.0.0.1:9');
	});

	it('says that a host does not exist', async () => {
		await expectWords('Nexudus was not reached to log in', 'https://spaces.nexudus.invalid');
	});

	it('ends a run that stops at errors with the same words, and what to do', async () => {
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator', signIn: 'mustResetPassword' });
		const { error, thrown } = await sandbox.run(update, {
			credentials: loginOf(sandbox.nexudus.url, OFFICER.email, OFFICER.password),
		});
		expect(error?.message).toContain('has to reset the password first');
		expect(error?.description).toContain('enter the new password in the credential');
		expectNoSecretIn([error, thrown], OFFICER.password);
	});

	it('says that Nexudus takes no log-ins at status 500', async () => {
		sandbox.nexudus.fail({ when: { path: '/api/token' }, how: { status: 500, body: 'Busy' } });
		await expectWords('Nexudus takes no log-ins right now (500)');
	});

	it('says that no token came where a web page did', async () => {
		sandbox.nexudus.fail({
			when: { path: '/api/token' },
			how: { status: 200, body: '<html>Welcome</html>' },
		});
		await expectWords('Nexudus did not give a token for this email and password');
	});

	it('says so too when the connection broke while logging in', async () => {
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator' });
		sandbox.nexudus.fail({ when: { path: '/api/token' }, how: 'cut before' });
		await expectWords('Nexudus was not reached to log in');
	});

	it('refuses http to another address without sending the password', async () => {
		const { port } = new URL(sandbox.nexudus.url);
		const credentials = loginOf(`http://0.0.0.0:${port}`, OFFICER.email, OFFICER.password);
		const { error, thrown } = await sandbox.run(update, { credentials });
		expect(error?.message).toContain("'Base URL' must be an address that begins with https://");
		expect(sandbox.nexudus.requests).toEqual([]);
		expectNoSecretIn(thrown, OFFICER.password);
	});

	it.each([
		['Get Many', { operation: 'getAll', filters: { fullName: '={{ $json.name }}' } }],
		['Get', { operation: 'get', contractContactId: byId('={{ $json.id }}') }],
		[
			'Create or Update',
			{
				operation: 'upsert',
				coworkerContractId: byId('={{ $json.contract }}'),
				fullName: '={{ $json.name }}',
				email: '={{ $json.id }}@harbour-finch.example',
			},
		],
	] as Array<[string, INodeParameters]>)(
		'is tried once by %s over many items, in whatever order they read',
		async (_operation, parameters) => {
			const { json } = await sandbox.run(
				{ ...parameters, authentication: 'login' },
				{
					credentials: loginOf(sandbox.nexudus.url, OFFICER.email, 'an older password'),
					items: sandbox.nexudus.contacts
						.all()
						.slice(0, 20)
						.map(({ Id, FullName, CoworkerContractId }, item) => ({
							id: Id,
							name: `${FullName} ${item}`,
							contract: CoworkerContractId,
						})),
					onError: 'continueRegularOutput',
				},
			);
			expect(json).toHaveLength(20);
			for (const { error } of json) expect(error).toContain('refused this email and password');
			expect(logIns(sandbox.nexudus)).toBe(1);
			expect(sandbox.nexudus.requests).toHaveLength(1);
		},
	);

	it('is tried once, too, where a token stopped working and the user was suspended', async () => {
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator' });
		const credentials = loginOf(sandbox.nexudus.url, OFFICER.email, 'an older password');
		credentials.values.nexudusLoginApi.sessionToken = 'stopped-working';
		const { json } = await sandbox.run(
			{ operation: 'getAll', authentication: 'login', limit: 1 },
			{ credentials, items: Array(20).fill({}), onError: 'continueRegularOutput' },
		);
		expect(json).toHaveLength(20);
		expect(logIns(sandbox.nexudus)).toBe(1);
	});

	it('is tried once for many items, and none is written', async () => {
		const { json } = await sandbox.run(
			{ ...update, contractContactId: byId('={{ $json.id }}') },
			{
				credentials: loginOf(sandbox.nexudus.url, OFFICER.email, OFFICER.password),
				items: sandbox.nexudus.contacts
					.all()
					.slice(0, 50)
					.map(({ Id }) => ({ id: Id })),
				onError: 'continueRegularOutput',
			},
		);
		expect(json).toHaveLength(50);
		expect(logIns(sandbox.nexudus)).toBe(1);
	});
});
