import { execFile } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { ADMINISTRATOR_TOKEN } from '../../sandbox/nexudus/accounts';
import type { NexudusOptions, PracticeNexudus } from '../../sandbox/nexudus/server';
import { startPracticeNexudus } from '../../sandbox/nexudus/server';

const ROOT = join(__dirname, '../..');

interface Run {
	code: number;
	out: string;
	errors: string;
}

/** Runs `probe/main.ts` as a program of its own. */
async function run(
	environment: Record<string, string>,
	given: readonly string[] = [],
): Promise<Run> {
	const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('NEXUDUS_'));
	return await new Promise((resolve) => {
		const child = execFile(
			process.execPath,
			[join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'probe/main.ts', ...given],
			{ cwd: ROOT, env: { ...Object.fromEntries(inherited), ...environment } },
			(_error, out, errors) => resolve({ code: child.exitCode ?? -1, out, errors }),
		);
	});
}

async function withPractice(
	options: NexudusOptions,
	use: (nexudus: PracticeNexudus) => Promise<void>,
): Promise<void> {
	const nexudus = await startPracticeNexudus(options);
	await use(nexudus).finally(async () => await nexudus.close());
}

async function withServer(
	listener: RequestListener,
	use: (url: string) => Promise<void>,
): Promise<void> {
	const server: Server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	try {
		await use(`http://127.0.0.1:${port}`);
	} finally {
		await new Promise((resolve) => server.close(resolve));
	}
}

describe('npm run probe', () => {
	it('prints a table for people, with what to paste, and no personal data', async () => {
		await withPractice({}, async (nexudus) => {
			const { code, out, errors } = await run({
				NEXUDUS_URL: nexudus.url,
				NEXUDUS_TOKEN: `Bearer ${ADMINISTRATOR_TOKEN}`,
			});

			expect({ code, errors }).toEqual({ code: 0, errors: '' });
			expect(out).toContain('Which values of dir sort');
			expect(out).toContain('template=probe.yml');
			const pasted = JSON.parse(out.split('```json')[1].split('```')[0]) as { requests: number };
			expect(pasted).toMatchObject({ direction: 'current', requests: nexudus.requests.length });
			const personal = nexudus.contacts
				.all()
				.flatMap((one) => [one.FullName, one.Email, one.CoworkerFullName, one.UniqueId, one.Id]);
			const told = [...personal, ADMINISTRATOR_TOKEN].filter(
				(value) => String(value ?? '').length > 3 && out.includes(String(value)),
			);
			expect(told).toEqual([]);
		});
	});

	it('prints one object and nothing else with --json, from a slow server behind a throttle', async () => {
		const throttle = { limits: [{ requests: 6, perMs: 2_000 }] };
		await withPractice({ throttle, latency: 20 }, async (nexudus) => {
			const { code, out, errors } = await run(
				{ NEXUDUS_URL: `${nexudus.url}/`, NEXUDUS_TOKEN: ADMINISTRATOR_TOKEN },
				['--json'],
			);

			expect({ code, errors }).toEqual({ code: 0, errors: '' });
			const answers = JSON.parse(out) as { requests: number };
			expect(answers).toMatchObject({ direction: 'current', textMatch: { Notes: 'contains' } });
			expect(answers.requests).toBe(nexudus.requests.length);
			expect(answers.requests).toBeLessThanOrEqual(60);
			const refused = nexudus.requests.filter(({ status }) => status === 409);
			expect(refused.length).toBeGreaterThan(0);
			expect(refused.length).toBeLessThan(10);
		});
	});

	it.each([
		['no token', {}, 'NEXUDUS_TOKEN is not set'],
		['a token of two words', { NEXUDUS_TOKEN: 'not a token' }, 'NEXUDUS_TOKEN holds blanks'],
		[
			'an address that is not https',
			{ NEXUDUS_TOKEN: 'a-token', NEXUDUS_URL: 'http://spaces.nexudus.example' },
			'begins with https://',
		],
	])('says in words what is wrong with %s', async (_title, environment, words) => {
		const { code, out, errors } = await run(environment);

		expect([code, out]).toEqual([1, '']);
		expect(errors).toContain(words);
		expect(errors).not.toContain('    at ');
	});

	it('says in words that nobody answers', async () => {
		let address = '';
		await withServer(
			() => undefined,
			async (url) => {
				address = url;
			},
		);
		const { code, out, errors } = await run({ NEXUDUS_TOKEN: 'a-token', NEXUDUS_URL: address });

		expect([code, out]).toEqual([1, '']);
		expect(errors).toContain('The server was not reached');
	});

	it('takes no token on the command line, and does not repeat it', async () => {
		const { code, out, errors } = await run({}, ['--token=very-secret-token']);

		expect([code, out]).toEqual([1, '']);
		expect(errors).toContain('NEXUDUS_TOKEN');
		expect(errors).not.toContain('very-secret-token');
	});

	it.each([
		['the token', 'wrong-token', 401, 'refused the token (401)'],
		['the right to read', 'list-only-token', 401, 'ContractContact-Read'],
		['the right to read', 'list-only-token', 403, 'ContractContact-Read is missing'],
	] as const)('says that %s is missing: %s, %s', async (_title, token, missingRole, words) => {
		await withPractice({ assumptions: { missingRole } }, async ({ url }) => {
			const { code, out, errors } = await run({ NEXUDUS_URL: url, NEXUDUS_TOKEN: token });

			expect([code, out]).toEqual([1, '']);
			expect(errors).toContain(words);
			expect(errors).not.toContain(token);
		});
	});

	it('says that the right to list is missing', async () => {
		await withPractice({ assumptions: { missingRole: 403 } }, async (nexudus) => {
			nexudus.addUser({
				email: 'reader@northlight-workspaces.example',
				password: 'reader',
				accessToken: 'read-only-token',
				roles: ['ContractContact-Read'],
			});
			const { code, errors } = await run({
				NEXUDUS_URL: nexudus.url,
				NEXUDUS_TOKEN: 'read-only-token',
			});

			expect(code).toBe(1);
			expect(errors).toContain('ContractContact-List is missing');
		});
	});

	const others: Array<[string, RequestListener, string]> = [
		[
			'sends on to another address, and keeps the token to itself',
			(_request, response) => response.writeHead(302, { location: 'https://else.example' }).end(),
			'leads elsewhere (302)',
		],
		[
			'is a website',
			(_request, response) => response.writeHead(200).end('<html><body>Welcome</body></html>'),
			'does not answer like Nexudus',
		],
		[
			'answers with other JSON',
			(_request, response) => response.writeHead(200).end('{"status":"ok"}'),
			'does not answer like Nexudus',
		],
		[
			'has no such address',
			(_request, response) => response.writeHead(404).end('"Not found"'),
			'does not answer like Nexudus',
		],
		[
			'is a firewall',
			(_request, response) => response.writeHead(403).end('<html>Request blocked.</html>'),
			'A firewall turned the request away',
		],
	];
	it.each(others)('says that the server %s', async (_title, listener, words) => {
		await withServer(listener, async (url) => {
			const { code, out, errors } = await run({ NEXUDUS_URL: url, NEXUDUS_TOKEN: 'a-token' });

			expect([code, out]).toEqual([1, '']);
			expect(errors).toContain(words);
		});
	});
});
