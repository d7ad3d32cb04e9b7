import '../engine';
import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import type { CoworkerContract } from '../../../sandbox/nexudus/records/coworkerContract';
import { additionalData } from '../additionalData';
import { builtPackage, nodeTypes } from '../nodeTypes';
import type { Sandbox } from '../sandbox';
import { accessToken } from '../sandbox';

/** The types of contacts as rows show them, by number. */
export const TYPE_NAMES = ['None', 'Director', 'Company Alias', 'Nominated Recipient'];
/** The lists with the role that each needs. */
export const searches = [
	{ search: 'searchContractContacts', role: 'ContractContact-List' },
	{ search: 'searchCoworkerContracts', role: 'CoworkerContract-List' },
	{ search: 'searchCoworkers', role: 'Coworker-List' },
	{ search: 'searchCountries', role: 'Country-List' },
];

/** Asks a list search for rows in the way n8n's editor does: a node of its own, no execution. */
export async function ask(
	sandbox: Sandbox,
	search: string,
	filter?: string,
	paginationToken?: string,
	token = 'sandbox-token',
): Promise<INodeListSearchResult> {
	const type = 'n8n-nodes-nexudus.contractContact';
	const workflow = new Workflow({
		nodes: [
			{
				id: 'temporary',
				name: 'Temp-Node',
				type,
				typeVersion: 1,
				position: [0, 0],
				parameters: { authentication: 'accessToken', operation: 'get' },
				credentials: { nexudusApi: { id: 'nexudusApi', name: 'Nexudus' } },
			},
		],
		connections: {},
		active: false,
		nodeTypes: nodeTypes(),
	});
	const values = { nexudusApi: accessToken(sandbox.nexudus.url, token) };
	const context = new LoadOptionsContext(
		workflow,
		workflow.nodes['Temp-Node'],
		additionalData({ values }),
		'parameters.contractContactId',
	);
	const node = builtPackage.getNode('contractContact').type;
	const method = 'methods' in node ? node.methods?.listSearch?.[search] : undefined;
	if (!method) throw new Error(`The built node has no list search ${search}`);
	return await method.call(context, filter, paginationToken);
}

/** Scrolls a list to its end. */
export async function scroll(
	sandbox: Sandbox,
	search: string,
	filter?: string,
): Promise<INodeListSearchItems[]> {
	const rows: INodeListSearchItems[] = [];
	let token: string | undefined;
	do {
		const answer = await ask(sandbox, search, filter, token);
		rows.push(...answer.results);
		token = answer.paginationToken as string | undefined;
	} while (token !== undefined);
	return rows;
}

/** The row of a contract. */
export function contractLabel(contract: CoworkerContract): string {
	const who = contract.CoworkerCompanyName ?? contract.CoworkerFullName;
	return `${who} – ${contract.TariffName} (#${contract.Id}${contract.Cancelled ? ', cancelled' : ''})`;
}

/** What rows show, by their values. */
export function labels(rows: INodeListSearchItems[]): Map<unknown, string> {
	return new Map(rows.map(({ name, value }) => [value, name]));
}

/** A text without accents and case. */
export function plain(text: string | null): string {
	return (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
