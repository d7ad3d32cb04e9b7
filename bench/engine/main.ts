import { growth } from './growth';
import { contractContact } from './listing';
import { ownShare } from './ownShare';

/** `main.ts share|growth URL RUNS` prints what it measured as JSON, on the last line. */
async function main([what, url, runs]: string[]): Promise<void> {
	const result =
		what === 'share'
			? await ownShare(url, Number(runs))
			: await growth(contractContact('simplified'), url);
	process.stdout.write(`\n${JSON.stringify(result)}\n`);
}

void main(process.argv.slice(2));
