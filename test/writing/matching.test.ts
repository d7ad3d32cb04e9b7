import fc from 'fast-check';
import type { NexudusRecord } from '../../nodes/record/field';
import type { Candidate } from '../../nodes/writing/matching';
import { comparable } from '../../nodes/record/match';
import { targetsOf } from '../../nodes/writing/matching';

const INVISIBLE = ['\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad', '\u180e'];
const BLANKS = [' ', '\t', '\n', '\u00a0', '\u2003', '\u202f', '\u3000', '\u0085'];

const word = fc.stringMatching(/^[a-zß-öø-ÿąćęłńśźża-я]{1,6}$/);
const words = fc.array(word, { minLength: 1, maxLength: 4 });
const blank = fc
	.array(fc.constantFrom(...BLANKS, ...INVISIBLE), { minLength: 1, maxLength: 3 })
	.filter((run) => run.some((one) => BLANKS.includes(one)))
	.map((run) => run.join(''));
const form = fc.constantFrom<'NFC' | 'NFD' | 'NFKC' | 'NFKD'>('NFC', 'NFD', 'NFKC', 'NFKD');

describe('What is compared of a value', () => {
	it('does not tell the form of its letters, its case or its white space', () => {
		fc.assert(
			fc.property(words, blank, form, fc.boolean(), (parts, gap, normal, isUpper) => {
				const plain = parts.join(' ');
				const typed = `${gap}${parts.join(gap)}${gap}`.normalize(normal);
				// A German ß has no upper case of its own.
				const shown = isUpper && !plain.includes('ß') ? typed.toUpperCase() : typed;
				expect(comparable(shown)).toBe(comparable(plain));
			}),
		);
	});

	it('tells different letters apart, accents among them', () => {
		fc.assert(
			fc.property(words, words, (one, other) => {
				const isSame = one.join(' ').normalize('NFC') === other.join(' ').normalize('NFC');
				expect(comparable(one.join(' ')) === comparable(other.join(' '))).toBe(isSame);
			}),
		);
		expect(comparable('Jose')).not.toBe(comparable('José'));
	});

	it('is nothing for a value without any letter that can be seen', () => {
		for (const value of [undefined, null, '', ...BLANKS, ...INVISIBLE, INVISIBLE.join(' ')]) {
			expect(comparable(value)).toBeUndefined();
		}
	});
});

describe('The records that items mean', () => {
	const name = fc.constantFrom('Ana', 'ANA ', 'a\u0301na', 'Ána', 'Bo', 'bo\u200b', '', null);
	const record = fc.record({ FullName: name, CoworkerFullName: name });
	const properties = ['FullName', 'CoworkerFullName'];

	it('are those, and only those, of which a property compares as the same', () => {
		fc.assert(
			fc.property(
				fc.array(record, { maxLength: 8 }),
				fc.array(name, { maxLength: 8 }),
				(rows, values) => {
					const existing = rows.map((row, index): NexudusRecord => ({ ...row, Id: index + 1 }));
					const items = values.map(
						(value, item): Candidate<number> => ({
							item,
							match: { properties, value: value ?? '' },
							body: { FullName: value },
						}),
					);
					const isSame = (one: unknown, other: unknown): boolean =>
						comparable(one) !== undefined && comparable(one) === comparable(other);
					targetsOf(items, existing).forEach((target, item) => {
						const ids = existing
							.filter((row) => properties.some((property) => isSame(row[property], values[item])))
							.map(({ Id }) => Id);
						if (ids.length > 1) expect(target).toMatchObject({ kind: 'several', ids });
						else if (ids.length === 1) expect(target).toEqual({ kind: 'existing', id: ids[0] });
						else {
							const first = values.findIndex((value) => isSame(value, values[item]));
							if (target.kind !== 'new') throw new Error(`item ${item} is ${target.kind}`);
							expect(target.newcomer.items[0]).toBe(first < 0 ? item : first);
						}
					});
				},
			),
		);
	});
});
