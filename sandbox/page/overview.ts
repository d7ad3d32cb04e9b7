import type { Inbox } from '../inbox/inbox';
import type { RecordedRequest } from '../nexudus/http/requestLog';
import type { PracticeNexudus } from '../nexudus/practiceNexudus';
import { N8N, senderOf } from './sender';
import { shownContacts } from './shownContacts';
import { readSlackText } from './slackText';

const MOST_REQUESTS = 100;

/** What the page asks for: contacts that hold these words, requests of all, of n8n or of others. */
export interface Wish {
	readonly search: string;
	readonly from: string;
}

/** Everything that the page shows, in words; lists begin with the newest. */
export function overview(nexudus: PracticeNexudus, inbox: Inbox, { search, from }: Wish) {
	const requests = nexudus.requests.map(shownRequest);
	const wanted = requests.filter((request) => isWanted(request, from));
	return {
		...shownContacts(nexudus, search),
		requestCount: requests.length,
		n8nRequestCount: requests.filter(isFromN8n).length,
		requests: wanted.slice(-MOST_REQUESTS).reverse(),
		slackMessages: inbox.slackMessages
			.map((message) => ({ ...message, pieces: readSlackText(message.text) }))
			.reverse(),
		emails: [...inbox.emails].reverse(),
	};
}

type ShownRequest = ReturnType<typeof shownRequest>;

function isFromN8n({ from }: ShownRequest): boolean {
	return from === N8N;
}

function isWanted(request: ShownRequest, from: string): boolean {
	if (from === 'n8n') return isFromN8n(request);
	return from !== 'others' || !isFromN8n(request);
}

function shownRequest(request: RecordedRequest, index: number) {
	const { headers, method, rawUrl, status, arrivedAt, answeredAt } = request;
	return {
		number: index + 1,
		from: senderOf(headers['user-agent']),
		method,
		address: readable(rawUrl),
		status,
		at: new Date(arrivedAt).toISOString(),
		milliseconds: answeredAt === undefined ? undefined : answeredAt - arrivedAt,
	};
}

/** An address with its letters in place of escapes; one that can't be decoded stays as it came. */
function readable(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}
