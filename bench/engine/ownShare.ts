import type { Lister } from './listing';
import { BARE_LOOP, contractContact, listAll } from './listing';

const LISTERS: Record<string, Lister> = {
	'bare loop': BARE_LOOP,
	'node, raw': contractContact('raw'),
	'node, simplified': contractContact('simplified'),
};

/**
 * Lists everything several times in each way, in turns. Gives the CPU time for one listed record in
 * microseconds, by way, one entry a turn. A turn before the first only warms up.
 */
export async function ownShare(url: string, turns: number): Promise<Array<Record<string, number>>> {
	await turn(url);
	const seen: Array<Record<string, number>> = [];
	for (let count = 0; count < turns; count++) seen.push(await turn(url));
	return seen;
}

async function turn(url: string): Promise<Record<string, number>> {
	const spent: Record<string, number> = {};
	for (const [name, lister] of Object.entries(LISTERS)) {
		globalThis.gc?.();
		const before = process.cpuUsage();
		const { length } = await listAll(lister, url);
		const { user, system } = process.cpuUsage(before);
		spent[name] = (user + system) / length;
	}
	return spent;
}
