/** @param {number[]} values */
export function median(values) {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)];
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
	return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** @param {number} bytes */
export function megabytes(bytes) {
	return `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
}

/** The median, and the range where there is one. */
export function spread(values) {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const middle = median(values).toLocaleString('en');
	return least === most
		? middle
		: `${middle} (${least.toLocaleString('en')}–${most.toLocaleString('en')})`;
}

/** The median of milliseconds in seconds, and the range where there are several. */
export function spreadOfSeconds(times) {
	if (times.length === 1) return seconds(times[0]);
	const [least, most] = [Math.min(...times), Math.max(...times)];
	return `${seconds(median(times))} (${seconds(least)}–${seconds(most)})`;
}

/** A table in Markdown. */
export function table(head, rows) {
	const line = (cells) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
