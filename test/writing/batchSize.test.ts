import fc from 'fast-check';
import { batchSize } from '../../nodes/writing/batchSize';

const FRESH_FOR = 5_000;

describe('How many records are loaded at once', () => {
	it('is a hundred at first, and where nothing had to be written', () => {
		expect(batchSize(undefined)).toBe(100);
		expect(batchSize({ records: 100, writes: 0, duration: 3_000 })).toBe(100);
	});

	it('is what can be written while the copies are fresh, at the rate last seen', () => {
		expect(batchSize({ records: 100, writes: 100, duration: 20_000 })).toBe(20);
		expect(batchSize({ records: 100, writes: 100, duration: 100 })).toBe(100);
	});

	it('grows with the share of records that need no write', () => {
		expect(batchSize({ records: 100, writes: 50, duration: 10_000 })).toBe(40);
	});

	it('is always at least one and at most a hundred, and lets the writes be done in time', () => {
		const seen = fc
			.record({
				records: fc.integer({ min: 1, max: 100 }),
				writes: fc.nat(100),
				duration: fc.integer({ min: 0, max: 200_000 }),
			})
			.filter(({ records, writes }) => writes <= records);
		fc.assert(
			fc.property(seen, (last) => {
				const size = batchSize(last);
				expect(Number.isInteger(size) && size >= 1 && size <= 100).toBe(true);
				const timeForAll = (size * last.duration) / last.records;
				if (size > 1 && last.writes > 0) expect(timeForAll).toBeLessThanOrEqual(FRESH_FOR);
			}),
		);
	});
});
