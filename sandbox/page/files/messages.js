import { element, list, moment, part } from './elements.js';

const LOOKS = { bold: 'strong', italic: 'em', struck: 's', code: 'code' };
const HIGHEST_FRAME = 420;

export function showSlackMessages(messages) {
	part('slack-count').textContent = String(messages.length);
	list(part('slack'), newestLast(messages), {
		key: ({ place }) => place,
		make: ({ receivedAt, pieces }) =>
			element(
				'article',
				{},
				element('small', {}, moment(receivedAt)),
				element('p', {}, ...pieces.map(slackPiece)),
			),
		empty: nothing('No message yet. Run “AML matches to Slack” in n8n.'),
	});
}

export function showEmails(emails) {
	part('email-count').textContent = String(emails.length);
	list(part('emails'), newestLast(emails), {
		key: ({ place }) => place,
		make: email,
		empty: nothing('No email yet. Run “Weekly AML report by email” in n8n.'),
	});
}

/** Messages get a number by their age, which stays when newer ones come. */
function newestLast(messages) {
	return messages.map((message, index) => ({ ...message, place: messages.length - index }));
}

function nothing(text) {
	return element('p', { className: 'empty' }, text);
}

function slackPiece({ text, look, link }) {
	if (link) return element('a', { href: link, target: '_blank', rel: 'noreferrer' }, text);
	return look ? element(LOOKS[look], {}, text) : text;
}

function email({ from, to, subject, text, html, receivedAt }) {
	return element(
		'article',
		{},
		element('small', {}, moment(receivedAt)),
		element('h3', {}, subject || '(no subject)'),
		element('small', {}, `From ${from || 'nobody'} to ${to.join(', ')}`),
		html ? frame(html, subject) : element('p', {}, text),
	);
}

/** An HTML email as a mail program shows it. No script in it runs, and nothing is loaded for it. */
function frame(html, subject) {
	const made = element('iframe', {
		sandbox: 'allow-same-origin',
		title: `Email: ${subject || 'no subject'}`,
		srcdoc: html,
	});
	made.addEventListener('load', () => {
		const { documentElement } = made.contentDocument;
		made.style.height = `${Math.min(documentElement.scrollHeight + 4, HIGHEST_FRAME)}px`;
	});
	return made;
}
