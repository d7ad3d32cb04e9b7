import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { readJson, root } from './packageFolder';

interface About {
	name: string;
	version: string;
	license: string;
	keywords: string[];
	homepage: string;
	author: { name: string; email: string };
	repository: { type: string; url: string };
	bugs: { url: string };
	n8n: { n8nNodesApiVersion: number; strict: boolean; nodes: string[]; credentials: string[] };
}

const about = readJson<About>('package.json');
const readme = text('README.md');
const built = [...about.n8n.nodes, ...about.n8n.credentials];

function text(...parts: string[]): string {
	return readFileSync(path.join(root, ...parts), 'utf8');
}

function localLinks(markdown: string): string[] {
	const links = [...markdown.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
	return links.filter((link) => !/^https:/.test(link));
}

function filesIn(folder: string, ending: string): string[] {
	return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => path.join(folder, file));
}

/** Gives all texts of a description, wherever they stand in it. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

async function instanceOf(file: string): Promise<INodeType> {
	const exported = (await import(path.join(root, file))) as Record<string, new () => INodeType>;
	return new (Object.values(exported)[0])();
}

describe("n8n's verification guidelines: the package", () => {
	test('is named as a community node, and found as one', () => {
		expect(about.name).toMatch(/^n8n-nodes-[a-z-]+$/);
		expect(about.keywords).toContain('n8n-community-node-package');
		expect(about.n8n).toMatchObject({ n8nNodesApiVersion: 1, strict: true });
	});

	test('is under the MIT licence, and brings it along', () => {
		expect(about.license).toBe('MIT');
		expect(text('LICENSE')).toMatch(/^MIT License/);
	});

	test('names one public repository on GitHub, and an author with an address', () => {
		const [, repository] = /^git\+(https:\/\/github\.com\/[\w-]+\/[\w-]+)\.git$/.exec(
			about.repository.url,
		) ?? ['', 'none'];
		expect(about.homepage).toBe(`${repository}#readme`);
		expect(about.bugs.url).toBe(`${repository}/issues`);
		expect(about.author).toEqual({
			name: expect.stringMatching(/\S/),
			email: expect.stringMatching(/^\S+@\S+\.\S+$/),
		});
	});

	test('is published by GitHub Actions on a tag, with provenance, after the tests', () => {
		const steps = text('.github', 'workflows', 'publish.yml');
		expect(steps).toMatch(/on:\s+push:\s+tags:/);
		expect(steps).toMatch(/id-token: write/);
		expect(steps).toMatch(/run: npm test[\s\S]*npm publish --provenance/);
	});

	test('is tested by GitHub Actions on Node 20, 22 and 24', () => {
		const steps = text('.github', 'workflows', 'ci.yml');
		expect(steps).toContain("node: ['20.19', '22', '24']");
		expect(steps).toContain('bash .ci/run');
	});

	test('says in the changelog what this version brings', () => {
		expect(text('CHANGELOG.md')).toContain(`\n## ${about.version}\n`);
	});

	test('speaks to one service only, and links to its own documentation', async () => {
		const code = filesIn('dist', '.js').map((file) => text(file));
		const hosts = code.flatMap((source) => [...source.matchAll(/https?:\/\/([\w.-]+)/g)]);
		const foreign = hosts
			.map(([, host]) => host)
			.filter((host) => !/(^|\.)(nexudus|n8n)\.(com|io)$/.test(host));
		expect(new Set(foreign)).toEqual(new Set(['github.com']));
	});

	test('reads no environment variable and no file', () => {
		for (const file of filesIn('dist', '.js')) {
			expect(text(file)).not.toMatch(/process\.env|require\(["'](node:)?fs/);
		}
	});

	test.each(built)('%s speaks English: no letter of another script', async (file) => {
		const instance = await instanceOf(file);
		for (const words of textsIn(instance))
			expect(words).not.toMatch(/[^\s\u0020-\u024f\u2000-\u23ff]/);
	});
});

describe("n8n's verification guidelines: the README", () => {
	test.each(['Install', 'Credentials', 'The trigger', 'Examples', 'Which n8n', 'License'])(
		'has a part %s',
		(title) => expect(readme).toContain(`\n## ${title}\n`),
	);

	test('names every example there is', () => {
		const examples = filesIn('examples', '.json').map((file) => path.basename(file, '.json'));
		expect(examples.length).toBeGreaterThan(0);
		for (const name of examples) expect(readme).toContain(`\`${name}\``);
	});

	test('names the versions of n8n that the tests run', () => {
		const versions = readdirSync(path.join(root, 'sandbox', 'n8n')).filter((name) =>
			/^\d+\.\d+\.\d+$/.test(name),
		);
		expect(versions.length).toBeGreaterThan(1);
		for (const version of versions) expect(readme).toContain(`n8n ${version}`);
	});

	test('leads to files that are there, and shows pictures that are there', () => {
		const local = localLinks(readme).filter((link) => !link.startsWith('#'));
		expect(local.length).toBeGreaterThan(5);
		expect(local.filter((link) => !existsSync(path.join(root, link)))).toEqual([]);
	});

	test('leads to parts of its own that are there', () => {
		const parts = [...readme.matchAll(/^#+ (.+)$/gm)].map(
			([, title]) => `#${title.toLowerCase().replaceAll(' ', '-')}`,
		);
		const within = localLinks(readme).filter((link) => link.startsWith('#'));
		expect(parts).toEqual(expect.arrayContaining(within));
	});

	test('has a tour beside it that shows every picture of the tests’ run', () => {
		const shown = localLinks(text('docs', 'tour.md'));
		const taken = readdirSync(path.join(root, 'docs', 'pictures'));
		expect(shown.sort()).toEqual(taken.map((file) => `pictures/${file}`).sort());
	});

	test('is short enough to be read: under 250 lines', () => {
		expect(readme.split('\n').length).toBeLessThan(250);
	});
});
