import { join } from 'node:path';
import { runCommand } from '../../sandbox/processes/command.mjs';
import { ROOT, TSX } from '../../sandbox/processes/paths.mjs';

const PROGRAM = join(ROOT, 'bench', 'engine', 'main.ts');

/**
 * Measures in n8n's engine, in a process of its own.
 * @param {import('../../sandbox/processes/context.mjs').Context} context
 * @param {'share' | 'growth' | 'heavy' | 'sweep'} what
 * @param {string} url of the practice Nexudus
 * @param {number} [runs]
 */
export async function inEngine({ signal }, what, url, runs = 1) {
	const flags = ['--expose-gc', '--max-old-space-size=4096', '--import', TSX];
	const args = [...flags, PROGRAM, what, url, String(runs)];
	const { code, output } = await runCommand(process.execPath, args, { cwd: ROOT, signal });
	if (code !== 0) throw new Error(`Measuring in the engine failed:\n${output}`);
	const line = output.split('\n').findLast((text) => /^[[{]/.test(text));
	return JSON.parse(line);
}
