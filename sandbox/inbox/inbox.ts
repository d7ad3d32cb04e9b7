/** A message that came to the Slack webhook. */
export interface SlackMessage {
	/** ISO 8601, UTC. */
	readonly receivedAt: string;
	readonly text: string;
}

/** An email that came to the mail server. */
export interface Email {
	/** ISO 8601, UTC. */
	readonly receivedAt: string;
	readonly from: string;
	readonly to: readonly string[];
	readonly subject: string;
	/** Without a text of its own, the HTML. */
	readonly text: string;
	/** Undefined where the mail is plain text alone. */
	readonly html: string | undefined;
}

/** What workflows sent to Slack and by email, oldest first. */
export class Inbox {
	readonly slackMessages: SlackMessage[] = [];

	readonly emails: Email[] = [];

	clear(): void {
		this.slackMessages.splice(0);
		this.emails.splice(0);
	}
}
