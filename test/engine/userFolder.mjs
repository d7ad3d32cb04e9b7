import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Gives n8n's engine a folder of its own for the whole run, and takes it away afterwards. */
export default function createUserFolder() {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'nexudus-engine-'));
	process.env.N8N_USER_FOLDER = folder;
	process.env.N8N_ENCRYPTION_KEY = 'engine-tests';
	process.env.N8N_LOG_LEVEL = 'silent';
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
