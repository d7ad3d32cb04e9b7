import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import {
	businesses,
	contractContacts,
	coworkerContracts,
	coworkers,
	countries,
	tariffs,
} from '../recordTypes/lookUps';
import { search } from './search';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The searches behind the lists that records are chosen from, by the name that parameters use. */
export const listSearch: Record<string, ListSearch> = {
	async searchBusinesses(filter, paginationToken) {
		return await search(this, businesses, filter, paginationToken);
	},
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
	async searchTariffs(filter, paginationToken) {
		return await search(this, tariffs, filter, paginationToken);
	},
};
