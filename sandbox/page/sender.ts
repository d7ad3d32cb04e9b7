export const N8N = 'n8n';

/** Programs by the first word of their User-Agent, in lower case. */
const PROGRAMS: Readonly<Record<string, string>> = {
	n8n: N8N,
	mozilla: 'a browser',
	node: 'Node.js',
	undici: 'Node.js',
};

/** Who sent a request, as far as its User-Agent tells: programs name themselves there. */
export function senderOf(userAgent = ''): string {
	const [name = ''] = /^[^\s/]+/.exec(userAgent) ?? [];
	if (name === '') return 'unknown';
	return PROGRAMS[name.toLowerCase()] ?? name;
}
