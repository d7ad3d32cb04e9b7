/**
 * Waits until the node on the screen has given this many items.
 * @param {import('./editor.mjs').Editor} editor
 * @param {number} count
 */
export async function untilItems(editor, count) {
	const shown = new RegExp(`^\\s*${count} item${count === 1 ? '' : 's'}\\s*$`);
	await editor.output.getByText(shown).first().waitFor();
}

/**
 * Gives the first column of the table on the screen, of one page of it.
 * @param {import('./editor.mjs').Editor} editor
 * @returns {Promise<string[]>}
 */
export async function firstColumn(editor) {
	await editor.showOutputAs('table');
	await editor.dismissNotices();
	return await editor.output.locator('tbody tr td:first-child').allInnerTexts();
}
