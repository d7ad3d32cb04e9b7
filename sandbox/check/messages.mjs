/**
 * The texts that came to Slack during a run, the newest first.
 * @param {import('../stand/practice.mjs').Holdings} before
 * @param {import('../stand/practice.mjs').Holdings} after
 * @returns {string[]}
 */
export function slackTexts(before, after) {
	return arrived(before.slackMessages, after.slackMessages).map(({ text }) => text);
}

/**
 * The emails that came during a run, the newest first.
 * @param {import('../stand/practice.mjs').Holdings} before
 * @param {import('../stand/practice.mjs').Holdings} after
 * @returns {Array<{ to: string[], subject: string, text: string }>}
 */
export function arrivedEmails(before, after) {
	return arrived(before.emails, after.emails);
}

function arrived(before, after) {
	return after.slice(0, after.length - before.length);
}
