import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { root } from './packageFolder';

/** What a run of lint rules over a folder came to. */
export interface RuleRun {
	/** The files looked at, relative to the folder. */
	files: string[];
	findings: string[];
}

/** What n8n's community scan says, and each of its findings with the warnings. */
export interface ScanRun extends RuleRun {
	passed: boolean;
	details?: string;
}

/** Runs n8n's community scan over the sources, or over what was published from them. */
export function scan(folder: string, kind: 'sources' | 'built'): ScanRun {
	return run<ScanRun>('scan.mjs', folder, kind);
}

/** Runs the repository's own lint rules, the newest of n8n, as if the folder were the repository. */
export function lint(folder: string): RuleRun {
	return run<RuleRun>('lint.mjs', folder);
}

/**
 * ESLint's configurations are modules that jest can't load, hence a process of their own. It is not
 * told that this is a test: n8n's rules take a trigger and a strange file name for granted then.
 */
function run<Result>(program: string, ...args: string[]): Result {
	const output = execFileSync(process.execPath, [path.join(__dirname, program), ...args], {
		cwd: root,
		env: { ...process.env, NODE_ENV: 'development' },
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	return JSON.parse(output) as Result;
}
