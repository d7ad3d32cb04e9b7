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

const doings = JSON.parse(
	execFileSync(
		process.execPath,
		[path.join(__dirname, 'requireAll.mjs'), path.join(root, 'dist')],
		{ cwd: root, encoding: 'utf8', timeout: 60_000 },
	),
) as Doings;

describe('loading every file of the built package', () => {
	test('asks for nothing but n8n-workflow, so that no file, network or process can be reached', () => {
		expect(doings.files.length).toBeGreaterThan(40);
		expect(doings.modules).toEqual(['n8n-workflow']);
	});

	test('starts no timer, sends no request and prints nothing', () => {
		expect(doings.calls).toEqual([]);
		expect(doings.resources).toBe(0);
	});

	test('takes less than a second', () => {
		expect(doings.milliseconds).toBeLessThan(1000);
	});
});
