const ANSWER_WITHIN_MS = 3_000;

/**
 * The status with which an address answers; rejects where nothing answers in time.
 * @param {string} url
 * @returns {Promise<number>}
 */
export async function statusOf(url) {
	const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
	await response.body?.cancel();
	return response.status;
}
