'use strict';

const PAGE_SIZE = 1_000;
const AT_ONCE = 4;

/**
 * The least that can list contacts in n8n: the first page, then the others four at a time through
 * n8n's own helper; rows are handed on unchecked. A file in n8n's custom folder, for the benchmarks.
 */
class Floor {
	description = {
		displayName: 'Floor',
		name: 'floor',
		group: ['input'],
		version: 1,
		description: '',
		defaults: { name: 'Floor' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'httpHeaderAuth', required: true }],
		properties: [{ displayName: 'URL', name: 'url', type: 'string', default: '' }],
	};

	async execute() {
		const url = this.getNodeParameter('url', 0);
		const first = await ask(this, url, 1);
		const pages = [first];
		const count = Math.ceil(first.TotalItems / PAGE_SIZE);
		let next = 2;
		const work = async () => {
			while (next <= count) {
				const page = next++;
				pages[page - 1] = await ask(this, url, page);
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, work));
		const rows = pages.flatMap(({ Records }) => Records);
		return [rows.map((json) => ({ json, pairedItem: { item: 0 } }))];
	}
}

async function ask(context, url, page) {
	return await context.helpers.httpRequestWithAuthentication.call(context, 'httpHeaderAuth', {
		url: `${url}?page=${page}&size=${PAGE_SIZE}&orderBy=Id&dir=0`,
		json: true,
	});
}

module.exports = { Floor };
