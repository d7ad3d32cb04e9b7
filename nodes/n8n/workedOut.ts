import { Failure } from '../record/failure';

const MOST_LETTERS = 200;
const QUOTED = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g;

/** Where in the editor the expression stands, and its text. */
interface Expression {
	/** The label of the parameter, or of the collection that it belongs to. */
	label: string;
	/** The label of the field inside the collection. */
	member?: string;
	/** As it was typed, without being worked out. */
	text: string;
}

/**
 * Gives what `read` gets from n8n. Throws a Failure that names the parameter where n8n can't work
 * out its expression: n8n itself throws errors of many kinds then.
 */
export function workedOut(label: string, read: () => unknown): unknown {
	try {
		return read();
	} catch (error) {
		throw expressionFailure(error, { label, text: '' });
	}
}

/** Gives the failure of an expression that n8n could not work out. */
export function expressionFailure(error: unknown, { label, member, text }: Expression): Failure {
	const reason = wordsOfN8n(error) ?? 'its expression failed';
	const place = member ? `the expression in '${member}'` : 'its expression';
	return new Failure(`'${label}' can't be worked out: ${withoutData(reason, text)}`, {
		description: `Nothing was sent for this item. Correct ${place}, or what it reads, and run the node again.`,
		cause: 'configuration-invalid',
	});
}

/**
 * Gives the message of an error that n8n made itself, in one line. Its errors carry a level; what
 * else an expression may throw can hold anything, and is left untold.
 */
export function wordsOfN8n(error: unknown): string | undefined {
	if (!(error instanceof Error) || !('level' in error)) return undefined;
	const [line] = error.message.split('\n');
	const words = line
		.replace(/<[^>]*>/g, '')
		.replace(/\[item \d+\]/g, '')
		.trim()
		.replace(/\.$/, '');
	return words === '' ? undefined : words.slice(0, MOST_LETTERS);
}

/** What n8n quotes is told only if it stands in the expression itself: all else may be a value. */
function withoutData(words: string, text: string): string {
	return words.replace(QUOTED, (quoted) => (text.includes(quoted.slice(1, -1)) ? quoted : '…'));
}
