import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The repository. */
export const root = path.resolve(__dirname, '../..');

/** What package.json says, as far as these tests look at it. */
export interface Manifest {
	name: string;
	dependencies?: Record<string, string>;
	devDependencies: Record<string, string>;
	peerDependencies?: Record<string, string>;
	scripts: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; nodes: string[]; credentials: string[] };
}

/** A file of the published package, and its size in bytes. */
export interface PublishedFile {
	path: string;
	size: number;
}

/** What npm would publish. */
export interface Published {
	filename: string;
	size: number;
	unpackedSize: number;
	files: PublishedFile[];
}

/** Gives what a JSON file of the repository holds. */
export function readJson<Content>(...parts: string[]): Content {
	return JSON.parse(readFileSync(path.join(root, ...parts), 'utf8')) as Content;
}

/** Gives the repository's package.json. */
export function manifest(): Manifest {
	return readJson<Manifest>('package.json');
}

/** Gives what npm would publish, without publishing it. */
export function published(): Published {
	return npmPack('--dry-run');
}

/** Packs the package and unpacks it into a new folder, as an installation does. */
export function unpackedPackage(): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'nexudus-package-'));
	const { filename } = npmPack('--pack-destination', folder);
	execFileSync('tar', ['-xzf', path.join(folder, filename), '-C', folder]);
	return path.join(folder, 'package');
}

function npmPack(...args: string[]): Published {
	const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', ...args], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
		shell: process.platform === 'win32',
	});
	const [packed] = JSON.parse(output) as Published[];
	return packed;
}
