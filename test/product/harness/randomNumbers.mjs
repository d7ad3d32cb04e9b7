const MULTIPLIER = 1_664_525;
const INCREMENT = 1_013_904_223;
const RANGE = 2 ** 32;

/**
 * Numbers that look random and are the same ones for the same seed.
 * @param {number} seed
 * @returns {(below: number) => number} gives the next one, a whole number from 0
 */
export function randomNumbers(seed) {
	let state = seed % RANGE;
	return (below) => {
		state = (MULTIPLIER * state + INCREMENT) % RANGE;
		return Math.floor((state / RANGE) * below);
	};
}
