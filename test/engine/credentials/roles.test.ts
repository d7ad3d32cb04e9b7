import type { INodeParameters } from 'n8n-workflow';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Role } from '../../../sandbox/nexudus/accounts';
import type { Sandbox } from '../sandbox';
import { accessToken, byId, startSandbox } from '../sandbox';
import { everythingIn, formsOf, loginOf, OFFICER } from './signingIn';

const TOKEN = 'officer-token-4711';

const get = { operation: 'get', contractContactId: byId(COMPLETE_CONTACT_ID) };
const update = { ...get, operation: 'update', updateFields: { notes: 'Moved' } };
const create = {
	operation: 'create',
	coworkerContractId: byId(2_380_199),
	fullName: 'Nathan Smith',
};

const missing: Array<[Role, INodeParameters, Role[]]> = [
	['ContractContact-Read', get, ['ContractContact-List']],
	['ContractContact-Read', update, ['ContractContact-Edit']],
	['ContractContact-Edit', update, ['ContractContact-Read']],
	['ContractContact-Create', create, ['ContractContact-Read', 'ContractContact-Edit']],
	['ContractContact-List', { operation: 'getAll' }, ['ContractContact-Read']],
].map(([role, parameters, roles]) => [
	role as Role,
	parameters as INodeParameters,
	roles as Role[],
]);

describe.each([401, 403] as const)('A role that is missing, answered with %s', (missingRole) => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ assumptions: { missingRole } });
	});

	afterEach(async () => await sandbox.close());

	it.each(missing)('is named: %s for %j', async (role, parameters, roles) => {
		sandbox.nexudus.addUser({ ...OFFICER, accessToken: TOKEN, roles });
		const before = sandbox.nexudus.contacts.all();
		const { url } = sandbox.nexudus;
		const stores: Array<[string, ReturnType<typeof loginOf>]> = [
			['accessToken', { values: { nexudusApi: accessToken(url, TOKEN) } }],
			['login', loginOf(url, OFFICER.email, OFFICER.password)],
		];
		for (const [authentication, credentials] of stores) {
			const { error, thrown } = await sandbox.run(
				{ ...parameters, authentication },
				{ credentials },
			);
			expect(error?.description).toContain(role);
			expect(error?.message).toMatch(/^Nexudus (refused to|does not let this user) /);
			const issued = String(credentials.values.nexudusLoginApi?.sessionToken ?? TOKEN);
			for (const secret of [TOKEN, issued, OFFICER.password, OFFICER.email].flatMap(formsOf)) {
				expect(everythingIn([error, thrown])).not.toContain(secret);
			}
		}
		expect(sandbox.nexudus.contacts.all()).toEqual(before);
	});

	it('ends all writes once three records met it, as all would only meet the same', async () => {
		sandbox.nexudus.addUser({ ...OFFICER, accessToken: TOKEN, roles: ['ContractContact-Read'] });
		const named = sandbox.nexudus.contacts.all().filter(({ FullName }) => FullName);
		const { json } = await sandbox.run(
			{ ...update, contractContactId: byId('={{ $json.id }}') },
			{
				credentials: { values: { nexudusApi: accessToken(sandbox.nexudus.url, TOKEN) } },
				items: named.slice(0, 40).map(({ Id }) => ({ id: Id })),
				onError: 'continueRegularOutput',
			},
		);
		expect(json).toHaveLength(40);
		for (const { error } of json) expect(error).toMatch(/^Nexudus /);
		const writes = sandbox.nexudus.requests.filter(({ method }) => method === 'PUT');
		expect(writes.length).toBeLessThanOrEqual(missingRole === 401 ? 2 : 6);
	});
});
