import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Inbox } from '../inbox/inbox';
import { htmlAnswer, jsonAnswer } from '../nexudus/http/answer';
import type { RecordedRequest } from '../nexudus/http/requestLog';
import type { Route } from '../nexudus/http/route';
import type { PracticeNexudus } from '../nexudus/server';

const NEWEST_REQUESTS = 50;
const NEWEST_CONTACTS = 12;

/** Gives the routes of the page that shows what happens in the sandbox, and of what it shows. */
export function pageRoutes(nexudus: () => PracticeNexudus, inbox: Inbox): Route[] {
	return [
		{ method: 'GET', path: /^\/$/, handle: () => htmlAnswer(200, page()) },
		{
			method: 'GET',
			path: /^\/sandbox\/overview$/,
			handle: () => jsonAnswer(200, overview(nexudus(), inbox)),
		},
		{
			method: 'DELETE',
			path: /^\/sandbox\/messages$/,
			handle: () => {
				inbox.clear();
				return { status: 204 };
			},
		},
	];
}

function page(): string {
	return readFileSync(path.join(__dirname, 'page.html'), 'utf8');
}

function overview({ contacts, requests }: PracticeNexudus, inbox: Inbox) {
	const newest = contacts
		.all()
		.sort((one, other) => String(other.UpdatedOn).localeCompare(String(one.UpdatedOn)));
	return {
		contactCount: contacts.count,
		contacts: newest.slice(0, NEWEST_CONTACTS),
		requestCount: requests.length,
		requests: requests.slice(-NEWEST_REQUESTS).reverse().map(shownRequest),
		slackMessages: [...inbox.slackMessages].reverse(),
		emails: [...inbox.emails].reverse(),
	};
}

function shownRequest({ method, rawUrl, status, arrivedAt, answeredAt }: RecordedRequest) {
	return {
		method,
		address: decodeURIComponent(rawUrl),
		status,
		at: new Date(arrivedAt).toISOString(),
		milliseconds: answeredAt === undefined ? undefined : answeredAt - arrivedAt,
	};
}
