/** Reads what pnpm reports as lines of JSON. */
export class PnpmProgress {
	#wanted = new Set();
	#fetched = new Set();

	/**
	 * @param {string} line
	 * @returns {string | undefined} how far it is, where the line tells something new
	 */
	read(line) {
		const { name, status, packageId } = parse(line);
		if (name === 'pnpm:request-retry') return 'the registry does not answer, trying again';
		if (name !== 'pnpm:progress') return undefined;
		if (status === 'resolved') this.#wanted.add(packageId);
		if (status === 'fetched' || status === 'found_in_store') this.#fetched.add(packageId);
		const [fetched, wanted] = [this.#fetched.size, this.#wanted.size];
		return fetched < wanted ? `${fetched} of ${wanted} packages` : `putting ${wanted} in place`;
	}
}

function parse(line) {
	try {
		return JSON.parse(line);
	} catch {
		return {};
	}
}

/**
 * The errors among pnpm's reports, as text.
 * @param {string} output
 * @returns {string}
 */
export function pnpmErrors(output) {
	const reports = output.split('\n').map((line) => ({ line, ...parse(line) }));
	const errors = reports.filter(({ level, name }) => level === 'error' || name === undefined);
	return errors
		.map(({ line, code, err, message }) => {
			const text = err?.message ?? message ?? line;
			return [err?.code ?? code, text].filter(Boolean).join(' ');
		})
		.join('\n');
}
