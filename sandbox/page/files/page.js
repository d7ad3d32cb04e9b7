import { startAdding } from './adding.js';
import { showContacts } from './contacts.js';
import { part } from './elements.js';
import { showEmails, showSlackMessages } from './messages.js';
import { showRequests } from './requests.js';

const EVERY_MS = 1_500;
const TYPING_MS = 200;
const GONE = 'The practice Nexudus does not answer. Start it again with npm start.';

let known;
let waiting;

async function read(path) {
	return answerOf(await fetch(path));
}

async function send(path, body = {}) {
	return answerOf(
		await fetch(`/sandbox/page/${path}`, { method: 'POST', body: JSON.stringify(body) }),
	);
}

async function answerOf(response) {
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.Message ?? 'It is not there any more.');
	return answer;
}

/** Asks for what is wanted now, and again after a while. */
async function refresh() {
	clearTimeout(waiting);
	const search = part('search').value.trim();
	const from = part('from').value;
	try {
		const overview = await read(`/sandbox/overview?${new URLSearchParams({ search, from })}`);
		if (search === part('search').value.trim() && from === part('from').value) {
			show(overview, { search, from });
		}
		trouble();
	} catch (error) {
		trouble(error instanceof TypeError ? GONE : error.message);
	}
	clearTimeout(waiting);
	waiting = setTimeout(refresh, EVERY_MS);
}

function show(overview, { search, from }) {
	showContacts(overview, search, change);
	showSlackMessages(overview.slackMessages);
	showEmails(overview.emails);
	showRequests(overview, from);
	if (known) tellArrivals(overview);
	known = overview;
}

function tellArrivals({ slackMessages, emails }) {
	const slack = slackMessages.length - known.slackMessages.length;
	const mails = emails.length - known.emails.length;
	const news = [
		slack > 0 && `${slack} new Slack ${slack === 1 ? 'message' : 'messages'}`,
		mails > 0 && `${mails} new ${mails === 1 ? 'email' : 'emails'}`,
	].filter(Boolean);
	if (news.length > 0) tell(`${news.join(', ')}.`);
}

async function change({ id, name }, kind) {
	try {
		await send(`contacts/${id}/${kind}`);
		tell(kind === 'match' ? `${name} now has a potential match.` : `${name} is cleared.`);
	} catch (error) {
		tell(error.message);
	}
	await refresh();
}

/** For those who hear the page. */
function tell(text) {
	part('news').textContent = text;
}

function trouble(text = '') {
	if (part('trouble').textContent !== text) part('trouble').textContent = text;
	part('trouble').hidden = text === '';
}

let typing;
part('search').addEventListener('input', () => {
	clearTimeout(typing);
	typing = setTimeout(refresh, TYPING_MS);
});
part('from').addEventListener('change', refresh);
startAdding({
	send,
	read,
	onAdded: (name) => {
		tell(`${name} was added.`);
		part('search').value = '';
		void refresh();
	},
});
void refresh();
