/** A seeded source of choices: the same seed gives the same records everywhere. */
export class Dice {
	constructor(private state: number) {}

	/** A number from 0 up to but without 1 (mulberry32). */
	roll(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number between both, both included. */
	between(lowest: number, highest: number): number {
		return lowest + Math.floor(this.roll() * (highest - lowest + 1));
	}

	pick<T>(choices: readonly T[]): T {
		return choices[this.between(0, choices.length - 1)];
	}

	/** True in so many of a hundred cases. */
	chance(percent: number): boolean {
		return this.roll() * 100 < percent;
	}

	/** So many digits as text. */
	digits(count: number): string {
		return String(this.between(0, 10 ** count - 1)).padStart(count, '0');
	}

	guid(): string {
		const part = () =>
			Math.floor(this.roll() * 0x1_0000_0000)
				.toString(16)
				.padStart(8, '0');
		const hex = part() + part() + part() + part();
		const tail = `4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
		return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${tail}`;
	}
}
