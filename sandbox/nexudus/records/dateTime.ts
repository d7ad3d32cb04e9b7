const DAY = 86_400_000;
const MINUTE = 60_000;
const SECOND = 1_000;

const SHAPE =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(\.\d{1,7})?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** An instant in milliseconds since 1970, and how long the unit is that it was written in. */
export interface WrittenInstant {
	readonly instant: number;
	readonly precision: number;
}

/**
 * Reads the date forms seen with the API: date alone, minutes, seconds, fractions; with Z, an
 * offset or no zone, which counts as UTC unless another is named (facts, section 5). Undefined for
 * anything else.
 */
export function readDateTime(text: string, bareZone = 'utc'): WrittenInstant | undefined {
	const parts = SHAPE.exec(text.trim());
	if (!parts) return undefined;

	const [, date, time, seconds = '', fraction = '', zone] = parts;
	if (time === undefined) return known(Date.parse(`${date}T00:00:00Z`), DAY);

	const asUtc = `${date}T${time}${seconds || ':00'}${fraction.slice(0, 4)}`;
	const instant =
		zone === undefined
			? inZone(Date.parse(`${asUtc}Z`), bareZone)
			: Date.parse(asUtc + zone.toUpperCase());
	if (fraction) return known(instant, 1);
	return known(instant, seconds ? SECOND : MINUTE);
}

/** The instant at which a zone's clock shows what UTC shows at the given one. */
function inZone(shown: number, zone: string): number {
	if (zone === 'utc' || Number.isNaN(shown)) return shown;
	const there = new Date(shown).toLocaleString('sv-SE', { timeZone: zone });
	return shown - (Date.parse(`${there.replace(' ', 'T')}Z`) - Math.floor(shown / SECOND) * SECOND);
}

function known(instant: number, precision: number): WrittenInstant | undefined {
	return Number.isNaN(instant) ? undefined : { instant, precision };
}

/** The API's own form, UTC: YYYY-MM-DDTHH:mm:ssZ, with a fraction only where it is not zero. */
export function writeDateTime(instant: number): string {
	const day = Math.floor(instant / DAY);
	const second = (instant - day * DAY) / SECOND;
	if (!Number.isInteger(second)) return new Date(instant).toISOString();
	const time = [second / 3600, (second / 60) % 60, second % 60].map(twoDigits).join(':');
	return `${writeDay(day)}T${time}Z`;
}

const writtenDays = new Map<number, string>();

/** Remembered per day: large samples write hundreds of thousands of dates. */
function writeDay(day: number): string {
	const known = writtenDays.get(day);
	if (known !== undefined) return known;
	const text = new Date(day * DAY).toISOString().slice(0, 10);
	writtenDays.set(day, text);
	return text;
}

function twoDigits(value: number): string {
	const whole = Math.floor(value);
	return whole < 10 ? `0${whole}` : String(whole);
}

/** The API's stamp for a moment: whole seconds, UTC. */
export function stamp(moment: Date): string {
	return writeDateTime(Math.floor(moment.getTime() / SECOND) * SECOND);
}
