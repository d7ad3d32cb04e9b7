import { readJsonObject } from '../nexudus/http/request';
import type { Route } from '../nexudus/http/route';
import type { Inbox } from './inbox';

/** The path of the webhook, as Slack's own look. */
export const SLACK_PATH = '/services/T00000000/B00000000/sandbox';

/** Gives the route of an incoming webhook that answers as Slack's do: "ok", or "no_text". */
export function slackWebhook(inbox: Inbox): Route {
	return {
		method: 'POST',
		path: /^\/services\/T\w+\/B\w+\/\w+$/,
		handle: (request) => {
			const text = readJsonObject(request.text)?.text;
			if (typeof text !== 'string' || text === '') return { status: 400, body: 'no_text' };
			inbox.slackMessages.push({ receivedAt: new Date().toISOString(), text });
			return { status: 200, body: 'ok' };
		},
	};
}
