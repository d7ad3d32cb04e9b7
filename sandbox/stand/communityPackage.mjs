import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../processes/command.mjs';
import { commandFailure } from '../processes/explanation.mjs';
import { readState, writeState } from './state.mjs';

/**
 * Installs the packed package as n8n itself installs community packages: unpacked below the folder
 * for them. Leaves it alone where the very same one is there already.
 * @param {import('../processes/paths.mjs').Workplace} workplace of an n8n that does not run
 * @param {import('./package.mjs').PackedPackage} packed
 * @param {import('../processes/context.mjs').Context} context
 */
export async function installCommunityPackage(workplace, packed, { signal }) {
	if (readState(workplace).package === packed.fingerprint) return;
	const { n8nFolder } = workplace;
	const folder = join(n8nFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-nexudus');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const args = ['-xzf', packed.tarball, '-C', folder, '--strip-components=1'];
	const { code, output } = await runCommand('tar', args, { cwd: n8nFolder, signal });
	if (code !== 0) throw unpackFailure(output);
	writeState(workplace, { package: packed.fingerprint });
}

function unpackFailure(output) {
	return commandFailure(
		'Unpacking the package (tar)',
		output,
		'Make sure that the program tar is installed, then run npm start again.',
	);
}
