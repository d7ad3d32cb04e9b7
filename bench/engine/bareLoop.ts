import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

const PAGE_SIZE = 1_000;

interface Page {
	Records: IDataObject[];
	HasNextPage: boolean;
}

/** The least that can list contacts in n8n: page by page through n8n's own helper, unchecked. */
export const bareLoop: INodeType = {
	description: {
		displayName: 'Bare Loop',
		name: 'bareLoop',
		group: ['input'],
		version: 1,
		description: '',
		defaults: { name: 'Bare Loop' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'nexudusApi', required: true }],
		properties: [],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items: INodeExecutionData[] = [];
		for (let page = 1; ; page++) {
			const { Records, HasNextPage } = await ask(this, page);
			for (const json of Records) items.push({ json, pairedItem: { item: 0 } });
			if (!HasNextPage) return [items];
		}
	},
};

async function ask(context: IExecuteFunctions, page: number): Promise<Page> {
	const { baseUrl } = await context.getCredentials('nexudusApi');
	return (await context.helpers.httpRequestWithAuthentication.call(context, 'nexudusApi', {
		url: `${String(baseUrl)}/api/billing/contractcontacts?page=${page}&size=${PAGE_SIZE}&orderBy=Id&dir=0`,
		json: true,
	})) as Page;
}
