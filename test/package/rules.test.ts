import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeLiterals } from './literals';
import { manifest, root, unpackedPackage } from './packageFolder';
import { lint, scan } from './ruleRun';

jest.setTimeout(180_000);

const registered = [...manifest().n8n.nodes, ...manifest().n8n.credentials];
const sources = registered.map((file) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));

describe("n8n's community scan", () => {
	test('finds nothing in the sources, not even a warning', () => {
		const { passed, files, findings } = scan(root, 'sources');
		expect(findings).toEqual([]);
		expect(passed).toBe(true);
		expect(files).toEqual(expect.arrayContaining([...sources, 'package.json']));
	});

	test('finds nothing in the package as it is unpacked, not even a warning', () => {
		const folder = unpackedPackage();
		const { passed, files, findings } = scan(folder, 'built');
		rmSync(path.dirname(folder), { recursive: true });
		expect(findings).toEqual([]);
		expect(passed).toBe(true);
		expect(files).toEqual(expect.arrayContaining([...registered, 'package.json']));
	});
});

describe('the descriptions as they come out, written down in full', () => {
	const folder = writeLiterals();

	test("pass n8n's community scan", () => {
		const { passed, files, findings } = scan(folder, 'sources');
		expect(findings).toEqual([]);
		expect(passed).toBe(true);
		expect([...files].sort()).toEqual([...sources, 'package.json'].sort());
	});

	test("pass the repository's own rules, which are newer than the scan's", () => {
		const { files, findings } = lint(folder);
		expect(findings).toEqual([]);
		expect([...files].sort()).toEqual([...sources, 'package.json'].sort());
	});

	test('are really read by the rules: a text that n8n words otherwise is found', () => {
		const file = path.join(folder, 'nodes/ContractContact/ContractContact.node.ts');
		const source = readFileSync(file, 'utf8');
		const wording = 'Max number of results to return';
		expect(source.split(wording)).toHaveLength(2);
		writeFileSync(file, source.replace(wording, 'How many contacts'));
		const found = [lint(folder), scan(folder, 'sources')].map(({ findings }) => findings.join());
		writeFileSync(file, source);
		const rule = 'n8n-nodes-base/node-param-description-wrong-for-limit';
		expect(found).toEqual([expect.stringContaining(rule), expect.stringContaining(rule)]);
	});
});
