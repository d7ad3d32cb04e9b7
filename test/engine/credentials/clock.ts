const STEP = 30_000;

/**
 * Sets this process's clock, n8n's and the practice Nexudus's alike, to so many milliseconds before
 * the code of authenticator apps changes. Random choices turn out as the smallest.
 */
export function setClockBeforeNextCode(before: number): void {
	const ahead = (2 * STEP - before - (Date.now() % STEP)) % STEP;
	moveClock(ahead);
	jest.spyOn(Math, 'random').mockReturnValue(0);
}

/** Moves this process's clock by so many milliseconds. */
export function moveClock(ahead: number): void {
	const now = Date.now.bind(Date);
	jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
}

/** The practice Nexudus's clock, so many milliseconds ahead of this process's. */
export function clockAhead(ahead = 0): () => Date {
	return () => new Date(Date.now() + ahead);
}
