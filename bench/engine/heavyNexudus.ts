import { startPracticeNexudus } from '../../sandbox/nexudus/server';

/** As long as the answer of a check with several possible matches. */
const ANSWER_BYTES = 20_000;

/**
 * `heavyNexudus.ts PORT CONTACTS` starts a practice Nexudus whose contacts all hold a long answer
 * of the AML check, which lists leave out.
 */
async function main([port, contacts]: string[]): Promise<void> {
	const nexudus = await startPracticeNexudus({
		port: Number(port),
		records: { contacts: Number(contacts) },
	});
	for (const { Id } of nexudus.contacts.all()) {
		nexudus.contacts.change(Id, { AmlOpenSanctionsResponse: answerOf(Id) });
	}
	process.stdout.write(`${nexudus.url}\n`);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void nexudus.close());
}

/** Differs from contact to contact, so that no text is held once for all of them. */
function answerOf(id: number): string {
	return JSON.stringify({ id, results: `${id} `.repeat(ANSWER_BYTES / 9) });
}

void main(process.argv.slice(2));
