import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../sandbox/processes/paths.mjs';

/**
 * What the numbers were measured on.
 * @param {import('../../sandbox/stand/prepare.mjs').Prepared} prepared
 */
export function machine({ n8n }) {
	const [{ model }] = cpus();
	const { version, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	return {
		date: new Date().toISOString().slice(0, 10),
		processor: `${cpus().length} × ${model.trim()}`,
		memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
		system: `Linux ${release()}`,
		n8n: n8n.version,
		nodeOfN8n: execFileSync(n8n.node, ['--version'], { encoding: 'utf8' }).trim().slice(1),
		node: process.versions.node,
		core: devDependencies['n8n-core'],
		package: version,
	};
}
