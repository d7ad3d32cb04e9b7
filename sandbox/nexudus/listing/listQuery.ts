/** The parameters of a list request: decoded, in the order sent, names in any case. */
export class ListQuery {
	constructor(readonly parameters: ReadonlyArray<readonly [string, string]>) {}

	last(name: string): string | undefined {
		const wanted = name.toLowerCase();
		return this.parameters.filter(([given]) => given.toLowerCase() === wanted).at(-1)?.[1];
	}

	/** A whole number of at least 1, or the default where it is anything else. */
	count(name: string, otherwise: number): number {
		const text = this.last(name) ?? '';
		return /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : otherwise;
	}
}
