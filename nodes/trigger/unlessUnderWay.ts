const underWay = new WeakSet<object>();

/**
 * Works unless work for the same owner is still going on; then it gives undefined at once. n8n's
 * timers start a poll although the one before has not ended; both would see the same changes.
 */
export async function unlessUnderWay<Result>(
	owner: object,
	work: () => Promise<Result>,
): Promise<Result | undefined> {
	if (underWay.has(owner)) return undefined;
	underWay.add(owner);
	try {
		return await work();
	} finally {
		underWay.delete(owner);
	}
}
