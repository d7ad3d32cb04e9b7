const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The instant at which clocks of a zone show a wall time, both in milliseconds since 1970, the wall
 * time as if it were UTC. A time that a change of clocks skips counts from the clock before it.
 */
export function instantOf(wall: number, zone: string): number {
	const guess = wall - offsetAt(wall, zone);
	return wall - offsetAt(guess, zone);
}

/** How far clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
	const parts = formatFor(zone).formatToParts(instant);
	const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
	const wall = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second'),
	);
	return wall - Math.floor(instant / 1000) * 1000;
}

function formatFor(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	formats.set(zone, format);
	return format;
}
