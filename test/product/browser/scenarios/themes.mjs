import assert from 'node:assert/strict';

export const themes = {
	title: 'the icon has a light and a dark form, each shown by its theme',
	async run({ editor, page, picture }) {
		await editor.goTo('/home/workflows');
		for (const [theme, file] of [
			['dark', 'nexudus.dark.svg'],
			['light', 'nexudus.svg'],
		]) {
			await page.evaluate((name) => localStorage.setItem('N8N_THEME', name), theme);
			await editor.openNewWorkflow();
			await editor.searchNodes('Nexudus');
			const icon = page.locator('img[src*="n8n-nodes-nexudus"]').first();
			await icon.waitFor();
			assert.ok((await icon.getAttribute('src')).endsWith(`/${file}`));
			const width = await icon.evaluate((image) => image.naturalWidth);
			assert.ok(width > 0, `${file} is not served`);
			await picture(`icon-${theme}`);
		}
	},
};
