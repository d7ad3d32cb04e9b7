const REDRAW_MS = 500;
const REPORT_MS = 5_000;

/** Says what is going on: on a terminal in one line that keeps moving, elsewhere line by line. */
export class Progress {
	#stream;
	#steps = new Set();
	#timer;

	/** @param {NodeJS.WriteStream} stream */
	constructor(stream) {
		this.#stream = stream;
	}

	/**
	 * Shows a step while it is under way, and how long it took.
	 * @template T
	 * @param {string} title
	 * @param {(note: (text: string) => void) => Promise<T>} work is handed a function to say how far it is
	 * @returns {Promise<T>}
	 */
	async step(title, work) {
		const step = { title, note: '', startedAt: Date.now() };
		this.#add(step);
		try {
			const result = await work((note) => (step.note = note));
			this.#remove(step);
			this.say(`✓ ${title} (${seconds(step)})`);
			return result;
		} catch (error) {
			this.#remove(step);
			throw error;
		}
	}

	/** @param {string} text a line, or several, that stay */
	say(text) {
		this.#clearLine();
		this.#stream.write(`${text}\n`);
	}

	#add(step) {
		this.#steps.add(step);
		this.#timer ??= setInterval(() => this.#show(), this.#stream.isTTY ? REDRAW_MS : REPORT_MS);
		if (this.#stream.isTTY) this.#show();
	}

	#remove(step) {
		this.#steps.delete(step);
		this.#clearLine();
		if (this.#steps.size > 0) return;
		clearInterval(this.#timer);
		this.#timer = undefined;
	}

	#show() {
		const line = `… ${[...this.#steps].map(describe).join(' · ')}`;
		if (!this.#stream.isTTY) {
			this.#stream.write(`${line}\n`);
			return;
		}
		this.#clearLine();
		this.#stream.write(line.slice(0, (this.#stream.columns || 80) - 1));
	}

	#clearLine() {
		if (this.#stream.isTTY) this.#stream.write('\r\x1b[K');
	}
}

function describe(step) {
	return [step.title, step.note, seconds(step)].filter((text) => text !== '').join(', ');
}

function seconds({ startedAt }) {
	return `${Math.round((Date.now() - startedAt) / 1000)} s`;
}
