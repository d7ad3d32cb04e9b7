import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { contractContacts, coworkerContracts, coworkers, countries } from '../recordTypes/lookUps';
import { search } from './search';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The searches behind the lists that records are chosen from, by the name that parameters use. */
export const listSearch: Record<string, ListSearch> = {
	async searchContractContacts(filter, paginationToken) {
		return await search(this, contractContacts, filter, paginationToken);
	},
	async searchCoworkerContracts(filter, paginationToken) {
		return await search(this, coworkerContracts, filter, paginationToken);
	},
	async searchCoworkers(filter, paginationToken) {
		return await search(this, coworkers, filter, paginationToken);
	},
	async searchCountries(filter, paginationToken) {
		return await search(this, countries, filter, paginationToken);
	},
};
