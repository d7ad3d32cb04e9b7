/** Unit tests of the pure parts, and engine tests that run the built package in n8n's own engine. */
module.exports = {
	rootDir: '.',
	roots: [
		'<rootDir>/test',
		'<rootDir>/nodes',
		'<rootDir>/sandbox/nexudus',
		'<rootDir>/sandbox/inbox',
		'<rootDir>/sandbox/page',
		'<rootDir>/probe',
	],
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	globalSetup: '<rootDir>/test/engine/userFolder.mjs',
	testTimeout: 30_000,
	maxWorkers: 2,
};
