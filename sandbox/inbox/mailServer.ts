import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Inbox } from './inbox';

/** A mail server that keeps what it gets and hands nothing on. */
export interface MailServer {
	readonly port: number;
	close(): Promise<void>;
}

/** Starts the mail server on 127.0.0.1; port 0 is any free one. It takes any sender, no log-in. */
export async function startMailServer(inbox: Inbox, port: number): Promise<MailServer> {
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, session, done) => {
			const recipients = session.envelope.rcptTo.map(({ address }) => address);
			keep(stream, recipients, inbox).then(() => done(), done);
		},
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		port: (server.server.address() as AddressInfo).port,
		close: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}

async function keep(
	stream: AsyncIterable<Buffer>,
	recipients: readonly string[],
	inbox: Inbox,
): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	const mail = await PostalMime.parse(Buffer.concat(chunks));
	inbox.emails.push({
		receivedAt: new Date().toISOString(),
		from: mail.from?.address ?? '',
		to: recipients,
		subject: mail.subject ?? '',
		text: (mail.text ?? mail.html ?? '').trim(),
		html: mail.html,
	});
}
