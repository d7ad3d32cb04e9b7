import type { Lister } from './listing';
import { BARE_LOOP, contractContact, listAll } from './listing';

/** CPU time for one listed record, in microseconds, and against the bare loop's. */
export interface Share {
	name: string;
	microseconds: number;
	ratio: number;
}

const LISTERS: Record<string, Lister> = {
	'bare loop': BARE_LOOP,
	'node, raw': contractContact('raw'),
	'node, simplified': contractContact('simplified'),
};

/**
 * Lists everything several times in each way, in turns, and takes the medians; the ratio is that
 * of the runs in the same turn. The first turn only warms up.
 */
export async function ownShare(url: string, turns: number): Promise<Share[]> {
	await turn(url);
	const seen: Array<Record<string, number>> = [];
	for (let count = 0; count < turns; count++) seen.push(await turn(url));
	return Object.keys(LISTERS).map((name) => ({
		name,
		microseconds: median(seen.map((one) => one[name])),
		ratio: median(seen.map((one) => one[name] / one['bare loop'])),
	}));
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

function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)];
}
