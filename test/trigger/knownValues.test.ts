import * as fc from 'fast-check';
import { keptValue, packed, unpacked } from '../../nodes/trigger/knownValues';

describe('The known values of records', () => {
	const values = fc
		.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 2 ** 40 }), fc.integer({ min: 0, max: 25 })), {
			selector: ([id]) => id,
		})
		.map((entries) => new Map(entries));

	it('come back from their text as they were', () => {
		fc.assert(
			fc.property(values, (known) => {
				const sorted = [...known].sort(([one], [other]) => one - other);
				expect([...unpacked(packed(known))]).toEqual(sorted);
			}),
		);
	});

	it('take about three bytes a record', () => {
		const ids = Array.from({ length: 10_000 }, (_, index) => 1_300_000 + index * 7);
		expect(packed(new Map(ids.map((id) => [id, id % 7]))).length).toBeLessThan(30_000);
	});

	it.each([
		[null, 0],
		['', 0],
		[undefined, 0],
		[6, 6],
		['3', 3],
		[24, 24],
		[99, 25],
		[-1, 25],
		[2.5, 25],
	])('keep %p as %i', (value, kept) => {
		expect(keptValue(value, 0)).toBe(kept);
	});
});
