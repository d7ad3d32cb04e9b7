/**
 * The positions of numbers in ascending order of the numbers; equal ones stay in the order given.
 * The engine sorts plain numbers natively; each position is then put where its number came to lie.
 */
export function sortNumbers(numbers: readonly number[]): readonly number[] {
	const sorted = Float64Array.from(numbers).sort();
	const taken = new Uint32Array(numbers.length);
	const positions = new Array<number>(numbers.length).fill(0);
	for (let position = 0; position < numbers.length; position += 1) {
		const start = firstPlace(sorted, numbers[position]);
		positions[start + taken[start]] = position;
		taken[start] += 1;
	}
	return positions;
}

function firstPlace(sorted: Float64Array, number: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle] < number) low = middle + 1;
		else high = middle;
	}
	return low;
}
