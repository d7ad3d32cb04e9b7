import type { FaultCondition, FaultKind } from '../../sandbox/nexudus/faults';
import { CONTACTS, json, withNexudus } from './nexudus';

const REASON = 'You must wait before accessing this url again.';

describe('The throttle', () => {
	const client = withNexudus();
	const read = () => client().get(`${CONTACTS}?size=1`);
	const write = () => client().send('POST', CONTACTS, {});

	it('refuses what is over the limit as documented, and does not carry it out', async () => {
		client().nexudus.throttle({ limits: [{ requests: 1, perMs: 2_500 }] });
		const count = client().nexudus.contacts.count;
		const first = await read();
		const second = await write();

		expect(first.status).toBe(200);
		expect([second.status, second.statusText, second.text]).toEqual([409, REASON, '']);
		expect(second.headers.get('retry-after')).toBe('3');
		expect(second.headers.get('content-length')).toBe('0');
		expect(client().nexudus.contacts.count).toBe(count);
		expect(client().nexudus.requests.map(({ status }) => status)).toEqual([200, 409]);
	});

	it('opens again when its window ends; refusals use nothing up', async () => {
		client().nexudus.throttle({ limits: [{ requests: 1, perMs: 150 }] });
		const statuses = [(await read()).status, (await read()).status, (await read()).status];
		await new Promise((resolve) => setTimeout(resolve, 170));
		statuses.push((await read()).status, (await read()).status);

		expect(statuses).toEqual([200, 409, 409, 200, 409]);
	});

	it('counts reads and writes apart where it says so, and lets sign-ins pass', async () => {
		client().nexudus.throttle({ limits: [{ requests: 1, perMs: 60_000, only: 'writes' }] });
		const signIn = () => client().signIn({ grant_type: 'password' });
		const statuses = [];
		for (const call of [read, signIn, write, write, read, signIn])
			statuses.push((await call()).status);

		expect(statuses).toEqual([200, 400, 400, 409, 200, 400]);
	});

	it.each([
		['none', undefined, null],
		[17, undefined, '17'],
		['Wed, 21 Oct 2026 07:28:00 GMT', 429, 'Wed, 21 Oct 2026 07:28:00 GMT'],
	] as const)('answers with Retry-After %s', async (retryAfter, status, header) => {
		client().nexudus.throttle({ limits: [{ requests: 0, perMs: 1_000 }], retryAfter, status });
		const reply = await read();

		expect(reply.status).toBe(status ?? 409);
		expect(reply.headers.get('retry-after')).toBe(header);
	});

	it('can be lifted', async () => {
		client().nexudus.throttle({ limits: [{ requests: 0, perMs: 1_000 }] });
		client().nexudus.throttle(undefined);

		expect((await read()).status).toBe(200);
	});
});

describe('Faults', () => {
	const client = withNexudus();
	const count = () => client().nexudus.contacts.count;
	const fail = (how: FaultKind, when: FaultCondition = {}) => client().nexudus.fail({ when, how });
	const create = () => {
		const [{ Id: CoworkerContractId }] = client().nexudus.contracts;
		return client().send('POST', CONTACTS, {
			CoworkerContractId,
			FullName: 'Ada Byron',
			ContractContactType: 1,
			AmlCheckStatus: 0,
		});
	};
	const outcome = async () => {
		const before = count();
		const reply = await create().catch(() => undefined);
		return { reply, carriedOut: count() > before };
	};

	it('a status answers in place of the API', async () => {
		fail({ status: 503, body: { Message: 'Down' }, headers: { 'x-fault': 'yes' } });
		const { reply, carriedOut } = await outcome();

		expect(carriedOut).toBe(false);
		expect([reply?.status, reply?.text]).toEqual([503, '{"Message":"Down"}']);
		expect(reply?.headers.get('x-fault')).toBe('yes');
	});

	it('a status can come after carrying out', async () => {
		fail({ status: 504, afterCarryingOut: true });
		const { reply, carriedOut } = await outcome();

		expect([reply?.status, reply?.text, carriedOut]).toEqual([504, '', true]);
	});

	it.each([
		['cut before', false],
		['cut after', true],
	] as const)('%s: no answer comes, carried out: %s', async (how, carriedOut) => {
		fail(how);
		expect(await outcome()).toEqual({ reply: undefined, carriedOut });
		expect(client().nexudus.requests.at(-1)?.status).toBeUndefined();
	});

	it.each([
		['never answers', false],
		['never answers after', true],
	] as const)('%s: the connection stays open, carried out: %s', async (how, carriedOut) => {
		fail(how);
		const before = count();
		const silence = new Promise((resolve) => setTimeout(() => resolve('silence'), 120));
		const call = create().catch(() => 'ended');

		expect(await Promise.race([call, silence])).toBe('silence');
		expect(count() > before).toBe(carriedOut);
		await client().nexudus.close();
		expect(await call).toBe('ended');
	});

	it('truncated body: half of the JSON with status 200', async () => {
		fail('truncated body');
		const reply = await client().get(CONTACTS);

		expect(reply.status).toBe(200);
		expect(reply.text).toMatch(/^\{"Records"/);
		expect(() => json(reply)).toThrow(SyntaxError);
	});

	it('html 403: a page of the firewall', async () => {
		fail('html 403');
		const { reply, carriedOut } = await outcome();

		expect([reply?.status, carriedOut]).toEqual([403, false]);
		expect(reply?.headers.get('content-type')).toContain('text/html');
	});

	it('unsuccessful 200: a failure that looks like success', async () => {
		fail('unsuccessful 200');
		const { reply, carriedOut } = await outcome();

		expect([reply?.status, carriedOut]).toEqual([200, false]);
		expect(JSON.parse(reply?.text ?? '')).toMatchObject({
			WasSuccessful: false,
			Message: 'The record could not be saved.',
		});
	});

	it('ooops: the 500 with the text known from live use', async () => {
		fail('ooops');
		const { reply } = await outcome();

		expect(reply?.status).toBe(500);
		expect(reply?.text).toContain('Ooops! There was a problem while running this action');
	});

	describe('strike', () => {
		const statuses = async (calls: number) => {
			const seen = [];
			for (let call = 0; call < calls; call += 1) seen.push((await client().get(CONTACTS)).status);
			return seen;
		};

		it.each<[string, FaultCondition, number[]]>([
			['always', {}, [503, 503, 503, 503]],
			['the second time', { nth: 2 }, [200, 503, 200, 200]],
			['the first and third time', { nth: [1, 3] }, [503, 200, 503, 200]],
			['twice', { times: 2 }, [503, 503, 200, 200]],
			['after two', { after: 2 }, [200, 200, 503, 503]],
			['once after one', { after: 1, times: 1 }, [200, 503, 200, 200]],
			['by method', { method: 'put' }, [200, 200, 200, 200]],
			['by path', { path: CONTACTS }, [503, 503, 503, 503]],
			['by another path', { path: `${CONTACTS}/` }, [200, 200, 200, 200]],
			['by pattern', { path: /contacts$/ }, [503, 503, 503, 503]],
		])('%s', async (_name, when, expected) => {
			fail({ status: 503 }, when);

			expect(await statuses(4)).toEqual(expected);
		});

		it('each request so often, told apart by method, address and body', async () => {
			const { nexudus } = client();
			nexudus.fail({ when: { path: CONTACTS, timesEach: 2 }, how: 'ooops' });
			const statusOf = async (FullName: string) =>
				(await client().send('PUT', CONTACTS, { FullName })).status;
			const names = ['Ada', 'Grace', 'Ada', 'Ada', 'Grace', 'Grace', 'Ada'];
			const statuses = [];
			for (const name of names) statuses.push(await statusOf(name));

			expect(statuses).toEqual([500, 500, 500, 400, 500, 400, 400]);
		});

		it('until they are cleared', async () => {
			fail('ooops');
			client().nexudus.clearFaults();

			expect(await statuses(1)).toEqual([200]);
		});
	});
});
