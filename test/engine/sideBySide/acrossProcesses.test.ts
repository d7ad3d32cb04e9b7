import type { IDataObject } from 'n8n-workflow';
import { ADMINISTRATOR_EMAIL } from '../../../sandbox/nexudus/accounts';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { accessToken, startSandbox } from '../sandbox';
import { updateOf } from '../update/updating';
import { lists, requestsWith, upsertOf } from '../upsert/upserting';

const SIGN_UP = { email: 'ines.roca@post.example', fullName: 'Inés Roca' };
const LATENCY = 60;

describe('Where another process writes in the same moment', () => {
	let sandbox: Sandbox;
	let contract: number;

	beforeEach(async () => {
		sandbox = await startSandbox({ latency: LATENCY });
		contract = sandbox.nexudus.contracts[3].Id;
	});

	afterEach(async () => await sandbox.close());

	const people = (): ContractContact[] =>
		sandbox.nexudus.contacts.all().filter(({ Email }) => Email === SIGN_UP.email);

	/** Waits until a request of this kind was answered, or has arrived. */
	async function until(isThere: () => boolean): Promise<void> {
		while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 5));
	}

	/** The other process was first: its contact has the smaller Id. */
	function createdElsewhere(more: Partial<ContractContact> = {}): number {
		const { Id } = sandbox.nexudus.contacts.add({
			Id: 86_000_001,
			CoworkerContractId: contract,
			Email: SIGN_UP.email,
			FullName: SIGN_UP.fullName,
			...more,
		});
		return Id;
	}

	const asSignUp = ({ Email, FullName }: ContractContact): IDataObject => ({
		email: Email,
		fullName: FullName,
	});

	async function signUp(more: object = {}, by?: { token: string; items: IDataObject[] }) {
		const run = sandbox.run(
			upsertOf(contract, SIGN_UP, {
				additionalFields: { phoneNumber: '+34 600 100 200' },
				...more,
			}),
			by && {
				items: by.items,
				credentials: { values: { nexudusApi: accessToken(sandbox.nexudus.url, by.token) } },
			},
		);
		await until(() => lists(sandbox.nexudus)[0]?.status === 200);
		return { run };
	}

	it('the contact just created gives way to the one with the smaller Id, and nothing is lost', async () => {
		const { run } = await signUp();
		const first = createdElsewhere({ AmlCheckStatus: 3, Notes: 'From the web form' });
		const { json, hints, error } = await run;
		expect(error).toBeUndefined();
		expect(people()).toMatchObject([
			{ Id: first, PhoneNumber: '+34 600 100 200', AmlCheckStatus: 3, Notes: 'From the web form' },
		]);
		expect(json).toMatchObject([{ Id: first, PhoneNumber: '+34 600 100 200' }]);
		const [{ body }] = requestsWith(sandbox.nexudus, 'POST');
		expect(body).toMatchObject({ AmlCheckStatus: 0 });
		expect(hints.join()).toContain(`#${first} was updated`);
		expect(hints.join()).toMatch(/#\d+, just created, was deleted again/);
	});

	it('a later one is left to the process that created it', async () => {
		const { run } = await signUp();
		await until(() => requestsWith(sandbox.nexudus, 'POST')[0]?.status === 200);
		sandbox.nexudus.contacts.add({ CoworkerContractId: contract, Email: SIGN_UP.email });
		const { hints, error } = await run;
		expect(error).toBeUndefined();
		expect(people()).toHaveLength(2);
		expect(hints).toEqual([]);
		expect(requestsWith(sandbox.nexudus, 'DELETE')).toEqual([]);
	});

	it('looks once more in a contract only where it created something there', async () => {
		const { run } = await signUp();
		await run;
		expect(lists(sandbox.nexudus)).toHaveLength(2);
		sandbox.nexudus.clearRequests();
		await sandbox.run(upsertOf(contract, SIGN_UP, { additionalFields: { cityName: 'Vigo' } }));
		expect(lists(sandbox.nexudus)).toHaveLength(1);
	});

	it('keeps both, and says so, without the role to delete; the other items go on', async () => {
		for (const missingRole of [401, 403] as const) {
			sandbox.nexudus.assume({ missingRole });
			sandbox.nexudus.addUser({
				email: 'n8n@northlight-workspaces.example',
				password: 'n8n',
				accessToken: 'no-deleting',
				roles: ['List', 'Read', 'Create', 'Edit'].map(
					(action) => `ContractContact-${action}` as 'ContractContact-List',
				),
			});
			sandbox.nexudus.clearRequests();
			const neighbour = sandbox.nexudus.contacts.add({
				CoworkerContractId: contract,
				Email: `neighbour.${missingRole}@post.example`,
				FullName: 'Aina Soler',
			});
			const { run } = await signUp(
				{ email: '={{ $json.email }}', fullName: '={{ $json.fullName }}' },
				{ token: 'no-deleting', items: [SIGN_UP, asSignUp(neighbour)] },
			);
			const first = createdElsewhere();
			const { json, hints, error } = await run;
			expect(error).toBeUndefined();
			expect(json).toMatchObject([
				{ Id: first, PhoneNumber: '+34 600 100 200' },
				{ Id: neighbour.Id, PhoneNumber: '+34 600 100 200' },
			]);
			expect(people()).toHaveLength(2);
			expect(hints.join()).toContain('deleting it needs the role ContractContact-Delete');
			for (const { Id } of people()) sandbox.nexudus.contacts.remove(Id);
		}
	});

	it('keeps the one just created where somebody has touched it', async () => {
		const { run } = await signUp();
		const first = createdElsewhere();
		await until(() => requestsWith(sandbox.nexudus, 'PUT')[0]?.status === 200);
		const created = people().find(({ Id }) => Id !== first);
		sandbox.nexudus.contacts.change(Number(created?.Id), { AmlCheckStatus: 1 });
		const { hints } = await run;
		expect(people()).toHaveLength(2);
		expect(hints.join()).toContain('somebody has changed it since');
	});

	it.each<[string, string, RegExp]>([
		['before the list', 'GET', /page=/],
		['before the winner is updated', 'PUT', /./],
		['before it is deleted', 'DELETE', /./],
	])(
		'a crash %s leaves a duplicate at worst, never a loss',
		async (_when, method, path) => {
			const { run } = await signUp();
			const first = createdElsewhere({ Notes: 'From the web form' });
			sandbox.nexudus.fail({ when: { method, path }, how: { status: 503, body: 'gone' } });
			const { json } = await run;
			expect(people().map(({ Id }) => Id)).toContain(first);
			expect(people().some(({ PhoneNumber }) => PhoneNumber === '+34 600 100 200')).toBe(true);
			expect(sandbox.nexudus.contacts.get(first)?.Notes).toBe('From the web form');
			expect(json).toHaveLength(1);
		},
		60_000,
	);

	describe('an update that is undone', () => {
		const notes = (): string | null | undefined =>
			sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID)?.Notes;

		async function undoneBy(UpdatedBy: string, readBack = true) {
			const before = sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID) as ContractContact;
			const run = sandbox.run(
				updateOf(COMPLETE_CONTACT_ID, { notes: 'Moved out' }, { options: { readBack } }),
			);
			await until(() => requestsWith(sandbox.nexudus, 'PUT')[0]?.status === 200);
			sandbox.nexudus.contacts.change(COMPLETE_CONTACT_ID, {
				...before,
				PhoneNumber: '+44 20 7946 0000',
				UpdatedOn: undefined,
				UpdatedBy,
			});
			return await run;
		}

		it('by the same user is written again, and both changes stand', async () => {
			const { json, hints } = await undoneBy(ADMINISTRATOR_EMAIL);
			expect(sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID)).toMatchObject({
				Notes: 'Moved out',
				PhoneNumber: '+44 20 7946 0000',
			});
			expect(json).toMatchObject([{ Notes: 'Moved out', PhoneNumber: '+44 20 7946 0000' }]);
			expect(hints.join()).toContain('They were written again');
		});

		it('by somebody else is left so, and a hint tells', async () => {
			const { hints } = await undoneBy('reception@northlight-workspaces.example');
			expect(notes()).not.toBe('Moved out');
			expect(hints.join()).toContain('somebody else saved it in the same moment');
		});

		it('is not looked for without Load Again After Saving', async () => {
			const { hints } = await undoneBy(ADMINISTRATOR_EMAIL, false);
			expect(notes()).not.toBe('Moved out');
			expect(hints).toEqual([]);
		});

		it('by another execution of the same process is meant so', async () => {
			const { Id } = sandbox.nexudus.contacts.add({ FullName: 'Ola Berg', AmlCheckStatus: 0 });
			const clear = sandbox.run(
				updateOf(Id, { amlCheckStatus: 2 }, { options: { readBack: true } }),
			);
			await until(() => requestsWith(sandbox.nexudus, 'PUT')[0]?.status === 200);
			await sandbox.run(updateOf(Id, { amlCheckStatus: 0 }));
			const { hints } = await clear;
			expect(sandbox.nexudus.contacts.get(Id)?.AmlCheckStatus).toBe(0);
			expect(hints).toEqual([]);
		});
	});
});
