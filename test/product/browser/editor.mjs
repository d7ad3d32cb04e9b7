import { setTimeout as pause } from 'node:timers/promises';

/** What a person does in n8n's editor, by the test ids that n8n 2.8 and 2.40 share. */
export class Editor {
	/**
	 * @param {import('playwright-core').Page} page
	 * @param {string} url of n8n
	 */
	constructor(page, url) {
		this.page = page;
		this.url = url;
	}

	/** @param {string} testId */
	part(testId) {
		return this.page.locator(`[data-test-id="${testId}"]`);
	}

	/** @param {string} path; what n8n goes on loading after that is not waited for */
	async goTo(path) {
		await this.page.goto(this.url + path, { waitUntil: 'commit' });
	}

	/** @param {{ email: string, password: string }} owner */
	async fillInLogin({ email, password }) {
		await this.goTo('/signin');
		await this.page.fill('input[name="emailOrLdapLoginId"]', email);
		await this.page.fill('input[name="password"]', password);
	}

	async logIn() {
		await this.part('form-submit-button').click();
		await this.page.waitForURL(/home|assistant/);
	}

	async openNewWorkflow() {
		await this.goTo('/workflow/new');
		await this.part('canvas-plus-button').waitFor();
	}

	/** @param {string} id */
	async openWorkflow(id) {
		await this.goTo(`/workflow/${id}`);
		await this.part('canvas-node').first().waitFor();
		await pause(1_000);
	}

	/** @param {string} text */
	async searchNodes(text) {
		const first = this.part('canvas-plus-button');
		const later = this.part('node-creator-plus-button');
		await first.or(later).first().click();
		await this.part('node-creator-search-bar').fill(text);
		await pause(1_000);
	}

	/** @param {string | RegExp} name the whole name of a hit, or what it holds */
	async chooseHit(name) {
		await this.part('node-creator-item-name').filter({ hasText: name }).first().click();
		await pause(800);
	}

	/**
	 * Opens the actions or the triggers of the hit that was chosen.
	 * @param {'Actions' | 'Triggers'} group
	 */
	async openGroup(group) {
		const title = this.part('node-creator-category-item').filter({ hasText: group });
		const wanted = this.part('node-creator-item-name').filter({
			hasText: group === 'Actions' ? /contract/ : /^\s*On /,
		});
		await title.waitFor();
		if (!(await wanted.first().isVisible())) await title.click();
		await wanted.first().waitFor();
	}

	async waitForDetails() {
		await this.part('ndv').waitFor();
		await pause(800);
	}

	async closeDetails() {
		await this.page.keyboard.press('Escape');
		const close = this.part('ndv-close-button');
		if (await close.isVisible()) await close.click();
		await this.part('ndv').waitFor({ state: 'hidden' });
	}

	/** @param {string} name of a node on the canvas */
	async openNode(name) {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.waitForDetails();
	}

	/** @param {string} name of a parameter */
	parameter(name) {
		return this.part(`parameter-input-${name}`).last();
	}

	/** The choices of whichever list is open. */
	get choices() {
		return this.page.locator(
			'.el-select-dropdown__item:visible, [role="option"]:visible, [role="menuitem"]:visible',
		);
	}

	/** @param {import('playwright-core').Locator} control */
	async openChoices(control) {
		await control.scrollIntoViewIfNeeded();
		await control.click();
		await this.choices.first().waitFor();
		await pause(400);
	}

	/** @param {string} label the whole text of a choice, apart from its description */
	async choose(label) {
		const hasText = new RegExp(`^\\s*${escaped(label)}\\s*$`);
		const has = this.page.locator('.option-headline', { hasText });
		const wanted = this.choices.filter({ has }).or(this.choices.filter({ hasText }));
		await wanted.first().click();
		await pause(400);
	}

	/** @param {string} label of the operation */
	async chooseOperation(label) {
		await this.openChoices(this.parameter('operation'));
		await this.choose(label);
		await pause(300);
	}

	/** @param {string} placeholder of a collection, such as 'Add filter' */
	async openCollection(placeholder) {
		const { page } = this;
		const control = page
			.getByText(placeholder, { exact: true })
			.or(page.getByPlaceholder(placeholder));
		await this.openChoices(control.locator('visible=true').first());
	}

	/**
	 * Opens the list of a record to choose, and searches in it.
	 * @param {string} name of the parameter
	 * @param {string} text
	 */
	async searchRecords(name, text) {
		const locator = this.part(`resource-locator-${name}`);
		await locator.scrollIntoViewIfNeeded();
		await locator.locator('[data-test-id="rlc-input"]').click();
		await this.part('rlc-item').first().waitFor();
		await this.part('rlc-search').locator('visible=true').fill(text);
		await this.part('rlc-item').filter({ hasText: text }).first().waitFor();
		await pause(800);
	}

	/** @param {string} text that the row to choose holds */
	async chooseRecord(text) {
		await this.part('rlc-item').filter({ hasText: text }).first().click();
		await pause(500);
	}

	/**
	 * @param {string} name of the parameter
	 * @param {string} id
	 */
	async enterId(name, id) {
		const locator = this.part(`resource-locator-${name}`);
		await locator.locator('[data-test-id="rlc-mode-selector"]').click();
		await this.choose('By ID');
		await this.#recordInput(name).fill(id);
		await pause(400);
	}

	/** @param {string} name of a parameter that chooses a record */
	recordShown(name) {
		return this.#recordInput(name).inputValue();
	}

	#recordInput(name) {
		const input = '[data-test-id="rlc-input"]';
		const locator = this.part(`resource-locator-${name}`);
		return locator.locator(`${input} input, input${input}`).last();
	}

	/**
	 * @param {string} name of the parameter
	 * @param {string} expression
	 */
	async enterExpression(name, expression) {
		const field = this.parameter(name);
		await field.locator('input').fill('');
		await field.locator('input').pressSequentially(`=${expression.slice(0, 1)}`);
		const editor = field.locator('.cm-content');
		await editor.waitFor();
		await editor.fill(expression);
		await pause(500);
	}

	/**
	 * Begins a new workflow with one node of the package.
	 * @param {string} action
	 * @param {string} [node]
	 */
	async addFirstNode(action, node = 'Nexudus Contract Contact') {
		await this.openNewWorkflow();
		await this.searchNodes('Nexudus');
		await this.chooseHit(node);
		await this.openGroup('Actions');
		await this.chooseHit(action);
		await this.waitForDetails();
	}

	async executeNode() {
		await this.part('node-execute-button').click();
	}

	get output() {
		return this.part('output-panel');
	}

	/** @param {'table' | 'json' | 'schema'} view */
	async showOutputAs(view) {
		await this.output.locator(`[data-test-id="radio-button-${view}"]`).click();
		await pause(700);
	}

	/** Moves the parameters to the left, so that more columns of the output are in sight. */
	async widenOutput() {
		const handle = await this.part('panel-drag-button').boundingBox();
		const { mouse } = this.page;
		await mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
		await mouse.down();
		await mouse.move(150, handle.y + handle.height / 2, { steps: 8 });
		await mouse.up();
		await pause(500);
	}

	/** Takes away what n8n lays over the screen by itself: hints after publishing, and toasts. */
	async dismissNotices() {
		const execute = this.part('node-execute-button');
		if (await execute.isVisible()) await execute.getByText(/Execute|Fetch/).waitFor();
		for (const close of await this.page.locator('.el-notification__closeBtn').all()) {
			await close.click({ timeout: 2_000 }).catch(() => {});
		}
		await pause(500);
	}
}

function escaped(text) {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
