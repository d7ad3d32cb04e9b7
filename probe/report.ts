import type { Findings } from './findings';
import type { Row } from './rows';
import { rowsOf } from './rows';

const HEADINGS: Row = {
	question: 'Question',
	answer: 'Answer',
	seen: 'What was seen',
	node: 'What the node does',
};
const WIDTHS: Record<keyof Row, number> = { question: 24, answer: 16, seen: 36, node: 36 };
const COLUMNS = Object.keys(HEADINGS) as Array<keyof Row>;
const ISSUES =
	'https://github.com/n8n-nodes-nexudus/n8n-nodes-nexudus/issues/new?template=probe.yml';

/** The findings as one line of JSON. */
export function asJson({ answers }: Findings): string {
	return `${JSON.stringify(answers)}\n`;
}

/** The findings as a table for people, and what to paste into an issue. Holds no personal data. */
export function asTable(findings: Findings): string {
	const line = COLUMNS.map((column) => '-'.repeat(WIDTHS[column])).join('-+-');
	const rows = rowsOf(findings).flatMap((row) => [linesOf(row), line]);
	return [
		linesOf(HEADINGS),
		line,
		...rows,
		`${findings.answers.requests} requests were sent, all of them GET: nothing was changed.`,
		'',
		`Please help others and paste these lines into ${ISSUES}`,
		'They hold no name, email address, id or token.',
		'',
		'```json',
		JSON.stringify(findings.answers, null, 2),
		'```',
		'',
	].join('\n');
}

function linesOf(row: Row): string {
	const cells = COLUMNS.map((column) => wrapped(row[column], WIDTHS[column]));
	const height = Math.max(...cells.map((cell) => cell.length));
	const lines = Array.from({ length: height }, (_line, number) =>
		COLUMNS.map((column, index) => (cells[index][number] ?? '').padEnd(WIDTHS[column]))
			.join(' | ')
			.trimEnd(),
	);
	return lines.join('\n');
}

/** Breaks a text between words; a word that is longer than a line stands alone. */
function wrapped(text: string, width: number): string[] {
	const lines = [''];
	for (const word of text.split(' ')) {
		const last = lines[lines.length - 1];
		const longer = last === '' ? word : `${last} ${word}`;
		if (longer.length <= width || last === '') lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}
