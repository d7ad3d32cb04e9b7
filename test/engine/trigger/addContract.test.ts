import type { Sandbox } from '../sandbox';
import { accessToken, startSandbox } from '../sandbox';
import { ActiveTrigger } from './polling';

const ROLES = ['ContractContact-List', 'CoworkerContract-List'] as const;
const EMAIL = 'watch@northlight-workspaces.example';

describe('The trigger with Add Contract', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
		sandbox.nexudus.addUser({ email: EMAIL, password: 'none', accessToken: 'watch', roles: ROLES });
	});

	afterEach(async () => await sandbox.close());

	function trigger(options = {}): ActiveTrigger {
		return new ActiveTrigger({
			parameters: { event: 'created', options: { addContract: true }, ...options },
			credentials: { values: { nexudusApi: accessToken(sandbox.nexudus.url, 'watch') } },
		});
	}

	it('gives each new contact its contract', async () => {
		const active = trigger({ output: 'selected', outputFields: ['FullName'] });
		await active.poll();
		const [first, second] = sandbox.nexudus.contracts;
		for (const { Id } of [first, second, first]) {
			sandbox.nexudus.contacts.add({ CoworkerContractId: Id, FullName: `Ida ${Id}` });
		}
		const events = await active.poll();
		expect(events).toHaveLength(3);
		for (const [index, contract] of [first, second, first].entries()) {
			expect(events?.[index]).toMatchObject({
				FullName: `Ida ${contract.Id}`,
				CoworkerContract: {
					Id: contract.Id,
					CoworkerCompanyName: contract.CoworkerCompanyName,
					Active: contract.Active,
				},
			});
		}
	});

	it('asks for no contract where nothing happened', async () => {
		const active = trigger();
		await active.poll();
		sandbox.nexudus.clearRequests();
		expect(await active.poll()).toBeNull();
		const paths = sandbox.nexudus.requests.map(({ path }) => path);
		expect(paths.filter((path) => path.includes('coworkercontracts'))).toEqual([]);
	});

	it('loses no event while the contract can’t be had', async () => {
		const active = trigger();
		await active.poll();
		const { Id } = sandbox.nexudus.contacts.add({ FullName: 'Ida Late' });
		sandbox.nexudus.setRoles(EMAIL, ['ContractContact-List']);
		await expect(active.poll()).rejects.toThrow('coworker contract');
		sandbox.nexudus.setRoles(EMAIL, ROLES);
		expect(await active.poll()).toMatchObject([{ Id, CoworkerContract: expect.anything() }]);
		expect(await active.poll()).toBeNull();
	});
});
