/**
 * `npm start`: a real n8n with this package in it, next to a made-up Nexudus.
 * Loads the rest only once the Node.js version is known to understand it.
 */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`This is Node.js ${process.versions.node}, which is too old.\n` +
			'Install Node.js 20.19 or newer from https://nodejs.org, then run npm start again.',
	);
	process.exit(1);
}

import('./start/main.mjs').then(async ({ main }) => {
	const code = await main(process.argv.slice(2));
	process.stdout.write('', () => process.exit(code));
});
