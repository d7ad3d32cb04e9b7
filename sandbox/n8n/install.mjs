/** `node sandbox/n8n/install.mjs 2.40.7 2.8.4` installs pinned n8n versions, for the tests. */
import { runAsProgram } from '../processes/program.mjs';
import { preparing } from '../stand/preparing.mjs';
import { installN8n } from './installN8n.mjs';

process.exitCode = await runAsProgram((context) =>
	preparing(context, async () => {
		for (const version of process.argv.slice(2)) await installN8n(version, context);
	}),
);
