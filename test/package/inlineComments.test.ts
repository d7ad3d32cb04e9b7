import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './packageFolder';

const NOT_OURS = ['node_modules', 'dist', 'build', '.data', '.git'];

/** Comments that switch a check off, put together so that this file holds none of them. */
const SWITCHES = [
	'eslint-' + 'disable',
	'@ts-' + 'ignore',
	'@ts-' + 'expect-error',
	'@ts-' + 'nocheck',
];

function codeFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const file = path.join(folder, entry.name);
		if (entry.isDirectory()) return NOT_OURS.includes(entry.name) ? [] : codeFiles(file);
		return /\.([cm]?[jt]sx?|html|ya?ml|sh)$/.test(entry.name) ? [file] : [];
	});
}

test('no file of the repository switches a check off by a comment', () => {
	const files = codeFiles(root);
	const found = files.filter((file) => {
		const text = readFileSync(file, 'utf8');
		return SWITCHES.some((comment) => text.includes(comment));
	});
	expect(found.map((file) => path.relative(root, file))).toEqual([]);
	expect(files.length).toBeGreaterThan(100);
});
