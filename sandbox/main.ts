import { parseArgs } from 'node:util';
import { Inbox } from './inbox/inbox';
import { startMailServer } from './inbox/mailServer';
import { slackWebhook } from './inbox/slackWebhook';
import { practiceModel } from './model/practiceModel';
import { recordsWanted } from './nexudus/sampleData';
import type { PracticeNexudus } from './nexudus/server';
import { startPracticeNexudus } from './nexudus/server';
import { pageRoutes } from './page/pageRoutes';

/**
 * Starts the whole sandbox as a process of its own: Nexudus, Slack's webhook, a language
 * model, a mail server and the page that shows what came. Prints one line of JSON with the address and the mail server's port.
 */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '0' },
			'mail-port': { type: 'string', default: '0' },
			records: { type: 'string', default: 'sample' },
			'data-file': { type: 'string' },
			latency: { type: 'string', default: '0' },
		},
	});
	const inbox = new Inbox();
	const nexudus: PracticeNexudus = await startPracticeNexudus({
		port: Number(values.port),
		records: recordsWanted(values.records),
		dataFile: values['data-file'],
		latency: Number(values.latency),
		extraRoutes: [slackWebhook(inbox), practiceModel(), ...pageRoutes(() => nexudus, inbox)],
	});
	const mailServer = await startMailServer(inbox, Number(values['mail-port']));
	process.stdout.write(`${JSON.stringify({ url: nexudus.url, mailPort: mailServer.port })}\n`);
	const stop = (): void => void Promise.all([nexudus.close(), mailServer.close()]);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}

void main();
