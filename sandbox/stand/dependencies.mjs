import { join } from 'node:path';
import { commandFailure } from '../processes/explanation.mjs';
import { readJsonFile } from '../processes/jsonFile.mjs';
import { RETRY_SOON, runNpm } from '../processes/npm.mjs';
import { ROOT } from '../processes/paths.mjs';

/**
 * Installs what the project itself needs, unless package-lock.json is installed already.
 * @param {import('../processes/context.mjs').Context} context
 */
export async function installDependencies({ progress, signal }) {
	if (areInstalled()) return;
	await progress.step('Installing the tools of this project', async () => {
		const args = ['ci', '--include=dev', '--no-audit', '--no-fund', ...RETRY_SOON];
		const { code, output } = await runNpm(args, { cwd: ROOT, signal });
		if (code === 0) return;
		throw commandFailure(
			'Installing the tools of this project (npm ci)',
			output,
			'If the lines below do not help: delete the folder node_modules, then run npm start again.',
		);
	});
}

/** Compares with the list that npm leaves in node_modules at the end of an installation. */
export function areInstalled() {
	const wanted = packagesIn(join(ROOT, 'package-lock.json'));
	const installed = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
	if (Object.keys(installed).length === 0) return false;
	return Object.entries(wanted).every(([path, entry]) => {
		const found = installed[path];
		if (!found) return path === '' || entry.optional || entry.devOptional;
		return found.version === entry.version && found.integrity === entry.integrity;
	});
}

function packagesIn(path) {
	return readJsonFile(path, {}).packages ?? {};
}
