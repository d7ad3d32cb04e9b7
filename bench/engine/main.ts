import { growth } from './growth';
import { contractContact } from './listing';
import { ownShare } from './ownShare';
import { sweep } from './sweep';

/** `main.ts share|growth|sweep URL RUNS` prints what it measured as JSON, on the last line. */
async function main([what, url, runs]: string[]): Promise<void> {
	const result = await measured(what, url, Number(runs));
	process.stdout.write(`\n${JSON.stringify(result)}\n`);
}

async function measured(what: string, url: string, runs: number): Promise<unknown> {
	if (what === 'share') return await ownShare(url, runs);
	if (what === 'sweep') return await sweep(url);
	return await growth(contractContact('simplified'), url);
}

void main(process.argv.slice(2));
