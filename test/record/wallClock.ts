const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
	const format =
		formats.get(timeZone) ??
		new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
	formats.set(timeZone, format);
	return format;
}

/** Gives what the clocks of a zone show at an instant: YYYY-MM-DDTHH:mm:ss (Swedish writes so). */
export function wallClockIn(timeZone: string, instant: number): string {
	return formatOf(timeZone).format(instant).replace(' ', 'T');
}
