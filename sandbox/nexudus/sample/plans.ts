import type { Tariff } from '../records/lookUps';

const MADE = '2024-06-03T08:30:00Z';

const VIRTUAL_OFFICES: ReadonlyArray<readonly [number, string, number, string]> = [
	[95_210, 'Virtual Office Essential', 29, 'd27c5b90-1e64-4a3f-a851-0f6e93b7c482'],
	[95_211, 'Virtual Office Plus', 59, '48f1a0e6-93d2-4c7b-a560-b1e84d2f7930'],
	[95_212, 'Registered Address', 19.5, '0b96e3d7-c15a-4820-a7fe-64d9218bf35c'],
	[95_213, 'Mail & Meetings', 89, 'f5d80c42-7b39-4e16-a9c1-3ae57061d8b2'],
	[95_214, 'Domiciliation commerciale', 39, '6ea2917f-08d4-4b5c-a3e9-d57c0f418a26'],
	[95_215, 'Geschäftsadresse Basis', 35, 'a137f5c9-e2b0-4d68-a41d-8c6092e7b5f3'],
];

const WORKPLACES: ReadonlyArray<readonly [number, string, number, string]> = [
	[95_301, 'Hot Desk', 180, '29d6b8e0-5f17-4c93-a0ba-e1748c3d5f62'],
	[95_302, 'Dedicated Desk', 320, 'be045a71-c69f-4d28-a1e6-7f92d0b83c45'],
	[95_303, 'Meeting Room Hours', 95, '5c8e1f94-27a3-4b60-ad7f-09b4e6c12d83'],
	[95_304, 'Private Office for Four', 1450, '81f7c3d2-ba40-4e95-a6c8-d25e0f7194ab'],
];

/** The plans of contracts that contacts belong to. */
export const VIRTUAL_OFFICE_PLANS: readonly Tariff[] = VIRTUAL_OFFICES.map(plan);

/** The plans of desks, rooms and offices. */
export const WORKPLACE_PLANS: readonly Tariff[] = WORKPLACES.map(plan);

export const PLANS: readonly Tariff[] = [...VIRTUAL_OFFICE_PLANS, ...WORKPLACE_PLANS];

function plan([Id, Name, Price, UniqueId]: readonly [number, string, number, string]): Tariff {
	return {
		Name,
		InvoiceEvery: 1,
		InvoiceEveryWeeks: null,
		Price,
		CurrencyCode: 'GBP',
		Id,
		UpdatedOn: MADE,
		CreatedOn: MADE,
		UniqueId,
	};
}
