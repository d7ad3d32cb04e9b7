const MOST_AT_ONCE = 4;

/** Works on things in their order, four at a time, until none is left or `goesOn` says stop. */
export async function inParallel<Thing>(
	things: readonly Thing[],
	work: (thing: Thing) => Promise<void>,
	goesOn: () => boolean = () => true,
): Promise<void> {
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < things.length && goesOn()) await work(things[next++]);
	};
	await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, things.length) }, worker));
}
