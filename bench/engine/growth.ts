import { setTimeout as pause } from 'node:timers/promises';
import type { INodeExecutionData } from 'n8n-workflow';
import type { Lister } from './listing';
import { listAll } from './listing';

const SAMPLE_EVERY_MS = 20;

/** What listing so many contacts takes, in bytes and milliseconds. */
export interface Growth {
	contacts: number;
	milliseconds: number;
	/** What the items alone occupy once all is over. */
	result: number;
	/** The most that was in use at a time, garbage aside. */
	peak: number;
}

/** Measures one listing twice: its time, then its memory, since collecting garbage takes time. */
export async function growth(lister: Lister, url: string): Promise<Growth> {
	const start = performance.now();
	const { length } = await listAll(lister, url);
	const milliseconds = performance.now() - start;
	return { contacts: length, milliseconds, ...(await memory(lister, url)) };
}

/** Measures the memory of one run alone. */
export async function memory(
	lister: Lister,
	url: string,
): Promise<Pick<Growth, 'result' | 'peak'>> {
	const kept: INodeExecutionData[][] = [];
	const peak = await peakOf(async () => {
		kept.push(await listAll(lister, url));
	});
	await pause(SAMPLE_EVERY_MS);
	const withResult = inUse();
	kept.length = 0;
	await pause(SAMPLE_EVERY_MS);
	const without = inUse();
	return { result: withResult - without, peak: Math.max(peak, withResult) - without };
}

/** Gives the most bytes that are in use during some work, garbage aside. */
export async function peakOf(work: () => Promise<void>): Promise<number> {
	let peak = 0;
	const samples = setInterval(() => (peak = Math.max(peak, inUse())), SAMPLE_EVERY_MS);
	try {
		await work();
	} finally {
		clearInterval(samples);
	}
	return peak;
}

/** Gives the bytes in use now, garbage aside. */
export function inUse(): number {
	if (!globalThis.gc) throw new Error('Run this with node --expose-gc');
	globalThis.gc();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}
