/**
 * `npm test`: installs what is missing, builds, and proves everything that must hold.
 * What follows `npm test --` goes to jest. Loads the rest only once Node.js is known to be new enough.
 */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`This is Node.js ${process.versions.node}, which is too old.\n` +
			'Install Node.js 20.19 or newer from https://nodejs.org, then run npm test again.',
	);
	process.exit(1);
}

import('./run/main.mjs').then(async ({ main }) => {
	process.exitCode = await main(process.argv.slice(2));
});
