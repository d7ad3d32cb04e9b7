const CHARACTER_BITS = 7;
const CODES = 2 ** CHARACTER_BITS;
const HIGHEST_CODE = CODES - 1;
const EXACT_BITS = 53;
const FEW = 48;

/**
 * The positions given, sorted by their texts by code unit; equal texts stay in the order given.
 * Comparing texts is too slow for a list of 100,000: as many characters as fit are packed with the
 * place into one double, which the engine sorts natively, and ties go on with the next characters.
 */
export function sortTexts(
	positions: readonly number[],
	texts: readonly string[],
	start = 0,
): readonly number[] {
	if (positions.length <= FEW) return byComparing(positions, texts);

	const from = endOfShared(positions, texts, start);
	const places = 2 ** Math.ceil(Math.log2(positions.length));
	const width = Math.floor((EXACT_BITS - Math.log2(places)) / CHARACTER_BITS);
	const packed = new Float64Array(positions.length);
	for (let place = 0; place < positions.length; place += 1) {
		packed[place] = pack(texts[positions[place]], from, width) * places + place;
	}
	packed.sort();
	return groupsOf(packed, places).flatMap((group) => {
		const tied = Array.from(group, (packedText) => positions[packedText % places]);
		return sortTied(tied, texts, from, width);
	});
}

/** Texts with the same packed characters: equal, or told apart further on. */
function sortTied(
	tied: readonly number[],
	texts: readonly string[],
	from: number,
	width: number,
): readonly number[] {
	if (tied.length === 1) return tied;
	const end = from + width;
	const sample = texts[tied[0]];
	if (hasHighCode(sample, from, end)) return byComparing(tied, texts);
	return sample.length < end ? tied : sortTexts(tied, texts, end);
}

function groupsOf(packed: Float64Array, places: number): Float64Array[] {
	const groups: Float64Array[] = [];
	let from = 0;
	for (let to = 1; to <= packed.length; to += 1) {
		const ends = Math.floor(packed[to] / places) !== Math.floor(packed[from] / places);
		if (!ends) continue;
		groups.push(packed.subarray(from, to));
		from = to;
	}
	return groups;
}

/** What follows a character beyond the packed range counts for nothing: such ties are compared. */
function pack(text: string, from: number, width: number): number {
	let packed = 0;
	let end = text.length;
	for (let index = from; index < from + width; index += 1) {
		const code = index < end ? Math.min(text.charCodeAt(index), HIGHEST_CODE) : 0;
		if (code === HIGHEST_CODE) end = index;
		packed = packed * CODES + code;
	}
	return packed;
}

function hasHighCode(text: string, from: number, end: number): boolean {
	for (let index = from; index < Math.min(end, text.length); index += 1) {
		if (text.charCodeAt(index) >= HIGHEST_CODE) return true;
	}
	return false;
}

/** How far all texts agree, at least `start`; long shared beginnings are not worth packing. */
function endOfShared(
	positions: readonly number[],
	texts: readonly string[],
	start: number,
): number {
	const first = texts[positions[0]];
	let shared = first.length;
	for (const position of positions) {
		const text = texts[position];
		let index = start;
		while (index < shared && text.charCodeAt(index) === first.charCodeAt(index)) index += 1;
		shared = Math.min(shared, index);
		if (shared <= start) return start;
	}
	return shared;
}

function byComparing(positions: readonly number[], texts: readonly string[]): readonly number[] {
	return [...positions].sort((left, right) => {
		if (texts[left] === texts[right]) return left - right;
		return texts[left] < texts[right] ? -1 : 1;
	});
}
