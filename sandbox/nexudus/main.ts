import { parseArgs } from 'node:util';
import { recordsWanted } from './sampleData';
import { startPracticeNexudus } from './server';

/** `tsx sandbox/nexudus/main.ts --port N --records sample|none|N --data-file F --latency MS` */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '0' },
			records: { type: 'string', default: 'sample' },
			'data-file': { type: 'string' },
			latency: { type: 'string', default: '0' },
		},
	});
	const nexudus = await startPracticeNexudus({
		port: Number(values.port),
		records: recordsWanted(values.records),
		dataFile: values['data-file'],
		latency: Number(values.latency),
	});
	process.stdout.write(`${nexudus.url}\n`);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void nexudus.close());
}

void main();
