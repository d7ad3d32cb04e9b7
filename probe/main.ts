import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../nodes/api/clock';
import { ProbeFailure } from './failure';
import { probe } from './probe';
import { asJson, asTable } from './report';
import { sendTo } from './send';
import { settingsOf } from './settings';

const clock: Clock = {
	now: () => Date.now(),
	sleep: async (duration) => await sleep(duration),
	isCancelled: () => false,
};

/**
 * `npm run probe`: asks a real Nexudus what its documents leave open, by GET alone, and prints
 * what it answered. NEXUDUS_TOKEN and NEXUDUS_URL come from the environment.
 */
async function main(): Promise<void> {
	const settings = settingsOf(process.argv.slice(2), process.env);
	const findings = await probe(sendTo(settings), clock);
	process.stdout.write(settings.form === 'json' ? asJson(findings) : asTable(findings));
}

main().catch((error: unknown) => {
	const isOurs = error instanceof ProbeFailure;
	process.stderr.write(
		isOurs ? `${error.message}\n` : `The probe itself failed: ${String(error)}\n`,
	);
	process.exitCode = 1;
});
