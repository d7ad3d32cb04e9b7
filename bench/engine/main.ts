import { growth } from './growth';
import { heavyWorks } from './heavyWorks';
import { contractContact } from './listing';
import { ownShare } from './ownShare';
import { sweep } from './sweep';

/** `main.ts share|growth|heavy|sweep URL RUNS` prints what it measured as JSON, on the last line. */
async function main([what, url, runs]: string[]): Promise<void> {
	process.stdout.write(`\n${JSON.stringify(await measured(what, url, Number(runs)))}\n`);
}

async function measured(what: string, url: string, runs: number): Promise<unknown> {
	if (what === 'share') return await ownShare(url, runs);
	if (what === 'heavy') return await heavyWorks(url);
	if (what === 'sweep') return await sweep(url);
	return await growth(contractContact('simplified'), url);
}

void main(process.argv.slice(2));
