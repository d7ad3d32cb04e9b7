import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { root } from './packageFolder';

interface Doings {
	files: string[];
	modules: string[];
	calls: string[];
	resources: number;
	milliseconds: number;
}

/** The n8n that is there anyway, and what only computes. */
const HARMLESS = ['n8n-workflow', 'node:crypto'];

const doings = JSON.parse(
	execFileSync(
		process.execPath,
		[path.join(__dirname, 'requireAll.mjs'), path.join(root, 'dist')],
		{ cwd: root, encoding: 'utf8', timeout: 60_000 },
	),
) as Doings;

describe('loading every file of the built package', () => {
	test('asks for nothing with which a file, the network or a process could be reached', () => {
		expect(doings.files.length).toBeGreaterThan(40);
		expect(doings.modules).toContain('n8n-workflow');
		expect(doings.modules.filter((name) => !HARMLESS.includes(name))).toEqual([]);
	});

	test('starts no timer, sends no request and prints nothing', () => {
		expect(doings.calls).toEqual([]);
		expect(doings.resources).toBe(0);
	});

	test('takes less than a second', () => {
		expect(doings.milliseconds).toBeLessThan(1000);
	});
});
