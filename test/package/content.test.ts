import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { manifest, published, readJson, root } from './packageFolder';

interface Icon {
	light: string;
	dark: string;
}

const { n8n } = manifest();
const pack = published();
const paths = pack.files.map((file) => file.path);

async function instanceOf(builtFile: string): Promise<Record<string, unknown>> {
	const exported = (await import(path.join(root, builtFile))) as Record<string, unknown>;
	const [Exported] = Object.values(exported) as Array<new () => Record<string, unknown>>;
	return new Exported();
}

async function iconsOf(builtFile: string): Promise<Icon> {
	const instance = await instanceOf(builtFile);
	const { icon } = (instance.description ?? instance) as { icon: Icon };
	return icon;
}

function iconFile(builtFile: string, icon: string): string {
	return path.join(path.dirname(builtFile), icon.replace(/^file:/, ''));
}

describe('the published package', () => {
	test('holds dist, its description, its licence and its README, and nothing else', () => {
		const beside = paths.filter((file) => !file.startsWith('dist/')).sort();
		expect(beside).toEqual(['LICENSE', 'README.md', 'package.json']);
	});

	test('holds only code, codex, previews and icons in dist', () => {
		const others = paths.filter(
			(file) =>
				file.startsWith('dist/') &&
				!/\.js$|\.node\.json$|\.svg$|\/__schema__\/.*\.json$/.test(file),
		);
		expect(others).toEqual([]);
	});

	test('is small: under 150 kB to download and 600 kB on the disk', () => {
		expect(pack.size).toBeLessThan(150_000);
		expect(pack.unpackedSize).toBeLessThan(600_000);
		for (const file of pack.files) expect(file.size).toBeLessThan(100_000);
	});

	test('needs nothing but the n8n-workflow of the n8n it runs in', () => {
		const { dependencies, peerDependencies } = manifest();
		expect(dependencies ?? {}).toEqual({});
		expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	test('runs no script of its own when it is installed', () => {
		const { scripts } = manifest();
		const atInstallation = /^(pre|post)?install$|^(pre|post)?prepare$|^prepublish$/;
		expect(Object.keys(scripts).filter((name) => atInstallation.test(name))).toEqual([]);
	});
});

describe('what package.json registers with n8n', () => {
	test.each([...n8n.nodes, ...n8n.credentials])('%s is in the package', (file) => {
		expect(paths).toContain(file);
	});

	test('is every node and credential there is', () => {
		const registered = [...n8n.nodes, ...n8n.credentials].sort();
		const built = paths.filter((file) => /\.(node|credentials)\.js$/.test(file)).sort();
		expect(built).toEqual(registered);
	});

	test.each([...n8n.nodes, ...n8n.credentials])(
		'%s has an icon for light and another for dark themes',
		async (file) => {
			const { light, dark } = await iconsOf(file);
			const files = [light, dark].map((icon) => iconFile(file, icon));
			expect(paths).toEqual(expect.arrayContaining(files));
			const [lightIcon, darkIcon] = files.map((icon) =>
				readFileSync(path.join(root, icon), 'utf8'),
			);
			expect(lightIcon).toContain('<svg');
			expect(darkIcon).toContain('<svg');
			expect(lightIcon).not.toBe(darkIcon);
		},
	);

	test.each(n8n.nodes)('%s has a codex file that names it', async (file) => {
		const codexFile = file.replace(/\.js$/, '.json');
		expect(paths).toContain(codexFile);
		const { description } = (await instanceOf(file)) as { description: { name: string } };
		const codex = readJson<{ node: string; categories: string[] }>(codexFile);
		expect(codex.node).toBe(`${manifest().name}.${description.name}`);
		expect(codex.categories.length).toBeGreaterThan(0);
	});

	test.each(n8n.nodes)('%s comes from the source of the same name', (file) => {
		const source = file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
		expect(existsSync(path.join(root, source))).toBe(true);
	});
});
