import type { Coworker } from '../records/lookUps';
import { LOCATIONS } from './locations';

/** The place of Northlight's virtual office among the contracts that no contact belongs to. */
export const NORTHLIGHT_POSITION = 11;

const SINCE = '2024-07-01T09:30:00Z';

/** The customer whom the documents use in their examples; the last of the coworkers. */
export function northlight(Id: number): Coworker {
	return {
		FullName: 'Imogen Ashworth',
		CompanyName: 'Northlight Ltd',
		BillingName: 'Northlight Ltd',
		Email: 'imogen.ashworth@northlight-ltd.example',
		Active: true,
		CoworkerType: 2,
		InvoicingBusinessId: LOCATIONS[2].Id,
		Id,
		UpdatedOn: SINCE,
		CreatedOn: SINCE,
		UniqueId: '2c7d90e4-61fb-4a38-a5d2-7b0e94c318f6',
	};
}
