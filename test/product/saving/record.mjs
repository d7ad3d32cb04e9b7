/**
 * `node test/product/saving/record.mjs`: makes workflows in each pinned n8n, runs them, and keeps in
 * `test/product/saved/<version of the package>/` what n8n stored and what came of it. To be run once
 * for each version of the package, with its own code: the checks then compare all later code with it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { pinnedVersions } from '../../../sandbox/n8n/locateN8n.mjs';
import { prepare } from '../../../sandbox/stand/prepare.mjs';
import { runAsProgram } from '../../../sandbox/processes/program.mjs';
import { startProduct } from '../harness/product.mjs';
import { recordOperations } from './recordOperations.mjs';
import { recordTriggers } from './recordTriggers.mjs';

const PACKAGE_JSON = new URL('../../../package.json', import.meta.url);
const { version: packageVersion } = JSON.parse(readFileSync(PACKAGE_JSON, 'utf8'));
const FOLDER = fileURLToPath(new URL(`../saved/${packageVersion}/`, import.meta.url));
const CONTACTS = 40;

process.exitCode = await runAsProgram(async (context) => {
	const operations = [];
	let records;
	for (const version of pinnedVersions().sort()) {
		const product = await startProduct(context, await prepare(context, version));
		records ??= await fewRecords(product);
		operations.push({ version, saved: await recordOperations(product, records) });
		await write(`triggers/${version}.json`, await recordTriggers(product, records));
	}
	await write('records.json', records);
	const [{ saved: first }, ...others] = operations;
	await write('operations.json', first);
	for (const { version, saved } of others) {
		if (!isDeepStrictEqual(withoutIds(saved), withoutIds(first)))
			await write(`operations.${version}.json`, saved);
	}
});

async function fewRecords(product) {
	const practice = await product.startPractice();
	const records = await practice.savedRecords();
	const contacts = records.contacts.slice(0, CONTACTS);
	return { ...records, contacts, lastContactId: contacts.at(-1).Id };
}

/** Each n8n makes ids of its own. */
function withoutIds(saved) {
	return JSON.parse(JSON.stringify(saved, (key, value) => (key === 'id' ? undefined : value)));
}

async function write(name, content) {
	const file = FOLDER + name;
	mkdirSync(dirname(file), { recursive: true });
	const options = { ...(await resolveConfig(file)), parser: 'json' };
	writeFileSync(file, await format(JSON.stringify(content), options));
}
