import assert from 'node:assert/strict';
import { ACCESS_TOKEN } from '../../../../sandbox/stand/practice.mjs';

/** n8n 2.8.4 says a refused log-in in its own words, whatever the credential has to say of it. */
const REFUSED = {
	'2.8.4': 'Authorization failed - please check your credentials',
	'2.40.7':
		'The sign-in was refused: the access token is wrong or has run out, or the user lacks the role ContractContact-List.',
};

export const saveCredential = {
	title: 'a credential is saved and tested, and a refused token is reported in words',
	async run({ editor, page, picture, practice, version }) {
		await editor.goTo('/home/credentials');
		await editor.part('add-resource-credential').first().click();
		const choice = editor.part('new-credential-type-select').locator('input');
		await choice.fill('Nexudus');
		const offered = editor.part('new-credential-type-select-option').locator('visible=true');
		await offered.filter({ hasText: 'Nexudus' }).first().waitFor();
		await offered.filter({ hasNotText: 'Nexudus' }).first().waitFor({ state: 'hidden' });
		await picture('credential-choose');
		const names = (await offered.allInnerTexts()).map((text) => text.trim());
		assert.deepEqual(names, ['Nexudus Access Token API', 'Nexudus Email and Password API']);
		await offered.filter({ hasText: 'Nexudus Access Token API' }).click();
		await editor.part('new-credential-type-button').click();
		await editor.part('editCredential-modal').waitFor();
		await picture('credential-empty');

		await fillIn(editor, { accessToken: 'a-token-that-ended', baseUrl: practice.url });
		await editor.part('credential-save-button').click();
		await page.getByText('Couldn’t connect with these settings').waitFor();
		await page.getByText('More details').click();
		await page.getByText(REFUSED[version]).first().waitFor();
		await editor.dismissNotices();
		await picture('credential-refused');

		await fillIn(editor, { accessToken: ACCESS_TOKEN, baseUrl: practice.url });
		await editor.part('credential-save-button').click();
		await editor
			.part('credentials-config-container-test-success')
			.locator('visible=true')
			.waitFor();
		await editor.dismissNotices();
		await picture('credential-connected');
		await page.keyboard.press('Escape');
	},
};

async function fillIn(editor, values) {
	for (const [name, value] of Object.entries(values)) {
		await fillInOne(editor.part(`parameter-input-${name}`).locator('input'), value);
	}
}

/** The modal may draw a field anew while it is filled in: then what was there before stays, too. */
async function fillInOne(input, value, tries = 3) {
	await input.fill(value);
	await input.blur();
	if ((await input.inputValue()) === value) return;
	assert.ok(tries > 1, `The field does not take ${value}`);
	await fillInOne(input, value, tries - 1);
}
