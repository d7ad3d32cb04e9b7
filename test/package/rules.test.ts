import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeLiterals } from './literals';
import { manifest, root, unpackedPackage } from './packageFolder';
import { lint, scan } from './ruleRun';

/**
 * The one rule that the literals are exempt from. It asks for a parameter 'Resource' as soon as a
 * node has more than five operations. Here each Nexudus record type is a node of its own, so that
 * parameter would offer a single choice for ever. A warning, which n8n's scan passes over.
 */
const EXEMPT = '@n8n/community-nodes/resource-operation-pattern';

jest.setTimeout(180_000);

const registered = [...manifest().n8n.nodes, ...manifest().n8n.credentials];
const sources = registered.map((file) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));

function withoutExempt(findings: readonly string[]): string[] {
	return findings.filter((finding) => !finding.includes(` ${EXEMPT}: `));
}

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
		expect(withoutExempt(findings)).toEqual([]);
		expect(passed).toBe(true);
		expect([...files].sort()).toEqual([...sources, 'package.json'].sort());
	});

	test("pass the repository's own rules, which are newer than the scan's", () => {
		const { files, findings } = lint(folder);
		expect(withoutExempt(findings)).toEqual([]);
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
