/** A piece of a Slack message, as people see it. */
export interface SlackPiece {
	readonly text: string;
	readonly look?: 'bold' | 'italic' | 'struck' | 'code';
	/** Where a link leads. */
	readonly link?: string;
}

const LOOKS = { '*': 'bold', _: 'italic', '~': 'struck', '`': 'code' } as const;

/** A link in angle brackets, code, or text between two marks that stand at the edges of words. */
const MARKED =
	/<(https?:\/\/[^|>\s]+|mailto:[^|>\s]+)(?:\|([^>]+))?>|(?<![\w*_~`])([*_~`])(?=\S)([^\n]*?\S)\3(?![\w*_~`])/g;

/** Reads Slack's own marks (mrkdwn): *bold*, _italic_, ~struck~, `code`, <address|words>, &amp;. */
export function readSlackText(text: string): SlackPiece[] {
	const pieces: SlackPiece[] = [];
	let end = 0;
	for (const match of text.matchAll(MARKED)) {
		pieces.push({ text: plain(text.slice(end, match.index)) }, readMarked(match));
		end = match.index + match[0].length;
	}
	pieces.push({ text: plain(text.slice(end)) });
	return pieces.filter((piece) => piece.text !== '');
}

function readMarked([, address, words, mark, marked]: RegExpMatchArray): SlackPiece {
	if (address === undefined) {
		return { text: plain(marked), look: LOOKS[mark as keyof typeof LOOKS] };
	}
	return { text: plain(words ?? address.replace(/^mailto:/, '')), link: plain(address) };
}

/** Slack wants these three characters escaped, and no others. */
function plain(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
