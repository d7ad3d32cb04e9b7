import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Inbox } from '../inbox/inbox';
import { type Answer, jsonAnswer } from '../nexudus/http/answer';
import { type ApiRequest, readJsonObject } from '../nexudus/http/request';
import type { Route } from '../nexudus/http/route';
import type { PracticeNexudus } from '../nexudus/practiceNexudus';
import type { ContractContact } from '../nexudus/records/contractContact';
import { messageAnswer, notFound } from '../nexudus/writing/apiAnswers';
import { matchCleared, matchFound, readNewContact } from './contactChanges';
import { overview, type Wish } from './overview';
import { shownContracts } from './shownContacts';

const FILES = path.join(__dirname, 'files');
const KINDS: Readonly<Record<string, string>> = {
	html: 'text/html',
	css: 'text/css',
	js: 'text/javascript',
};

/** The page and the emails in it load nothing from elsewhere; emails may bring styles and pictures. */
const OWN_ALONE = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"connect-src 'self'",
	'img-src data:',
	"frame-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
].join('; ');

/** Gives the routes of the page that shows what happens in the sandbox, and changes contacts in it. */
export function pageRoutes(nexudus: () => PracticeNexudus, inbox: Inbox): Route[] {
	return [
		route('GET', /^\/$/, () => file('index.html')),
		route('GET', /^\/page\/(\w+\.(?:css|js))$/, (_request, [name]) => file(name)),
		route('GET', /^\/sandbox\/overview$/, (request) =>
			jsonAnswer(200, overview(nexudus(), inbox, wishIn(request))),
		),
		route('DELETE', /^\/sandbox\/messages$/, () => {
			inbox.clear();
			return { status: 204 };
		}),
		route('GET', /^\/sandbox\/page\/contracts$/, () => jsonAnswer(200, shownContracts(nexudus()))),
		route('POST', /^\/sandbox\/page\/contacts$/, ({ text }) => add(nexudus(), text)),
		route('POST', /^\/sandbox\/page\/contacts\/(\d+)\/match$/, (_request, [id]) =>
			change(nexudus(), Number(id), matchFound),
		),
		route('POST', /^\/sandbox\/page\/contacts\/(\d+)\/clear$/, (_request, [id]) =>
			change(nexudus(), Number(id), matchCleared),
		),
	];
}

function route(method: string, pattern: RegExp, handle: Route['handle']): Route {
	return { method, path: pattern, handle };
}

function file(name: string): Answer {
	try {
		const kind = KINDS[path.extname(name).slice(1)];
		const headers = {
			'content-type': `${kind}; charset=utf-8`,
			'content-security-policy': OWN_ALONE,
			'cache-control': 'no-cache',
		};
		return { status: 200, headers, body: readFileSync(path.join(FILES, name), 'utf8') };
	} catch {
		return messageAnswer(404, 'The page has no such file.');
	}
}

function wishIn({ query }: ApiRequest): Wish {
	const { search = '', from = '' } = Object.fromEntries(query);
	return { search, from };
}

function add(nexudus: PracticeNexudus, text: string): Answer {
	const contact = readNewContact(readJsonObject(text), nexudus);
	if (typeof contact === 'string') return messageAnswer(400, contact);
	return jsonAnswer(200, nexudus.contacts.add(contact));
}

function change(
	{ contacts }: PracticeNexudus,
	id: number,
	changes: (contact: ContractContact) => Partial<ContractContact>,
): Answer {
	const contact = contacts.get(id);
	return contact ? jsonAnswer(200, contacts.change(id, changes(contact))) : notFound();
}
