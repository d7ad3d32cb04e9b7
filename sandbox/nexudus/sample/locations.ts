import type { Business } from '../records/lookUps';

const OPENED = '2022-03-01T09:00:00Z';

const ROWS: ReadonlyArray<readonly [number, string, string, string, string]> = [
	[418_001, 'Northlight Shoreditch', 'shoreditch', 'GBP', '9f4b7a02-8c1d-4e35-a6d0-51c7f2e83b64'],
	[418_002, 'Northlight Ancoats', 'ancoats', 'GBP', '3d0e61c8-52af-4b97-a218-7e94c0d6f15b'],
	[418_003, 'Northlight Dublin 2', 'dublin', 'EUR', 'c85a1f37-06be-4d42-a9f3-2b8e7d41c690'],
	[418_004, 'Northlight République', 'republique', 'EUR', '71e2c9b4-d380-4a5f-a64c-e90f35a8d217'],
	[418_005, 'Northlight Berlin-Mitte', 'berlin', 'EUR', 'e6379d50-4b1c-4f86-a07d-c3a25e9184fb'],
];

/** The operator's locations; each keeps UTC. */
export const LOCATIONS: readonly Business[] = ROWS.map(
	([Id, Name, host, CurrencyCode, UniqueId]) => ({
		Name,
		WebAddress: `northlight-${host}`,
		CurrencyCode,
		SimpleTimeZoneId: 2009,
		Id,
		UpdatedOn: OPENED,
		CreatedOn: OPENED,
		UniqueId,
	}),
);
