import type { Offer } from '../record/watch';
import { contractContact } from './contractContact';

/** The dates of an AML check, which may move when Updated On does not. */
const AML_DATES = ['AmlCheckDate', 'AmlClearedOn'];

/** The events of contract contacts. Nothing dates a deletion. Who wrote a date is undocumented, except for the two clocks. */
export const triggerOffer: Offer = {
	type: contractContact,
	watches: [
		{
			event: 'created',
			name: 'Created',
			description: 'A contact is new',
			action: 'On contact created',
			clock: 'CreatedOn',
			others: [],
			sign: { kind: 'appearance' },
		},
		{
			event: 'createdOrUpdated',
			name: 'Created or Updated',
			description: 'A contact is new or has changed',
			action: 'On contact created or updated',
			clock: 'UpdatedOn',
			others: AML_DATES,
			sign: { kind: 'version' },
		},
		{
			event: 'amlStatusChanged',
			name: 'AML Status Changed',
			description: 'The status of a contact’s AML check has changed',
			action: 'On AML status changed',
			clock: 'UpdatedOn',
			others: AML_DATES,
			sign: {
				kind: 'value',
				property: 'AmlCheckStatus',
				initial: 0,
				previous: 'PreviousAmlCheckStatus',
			},
		},
	],
	deletions: {
		event: 'deleted',
		name: 'Deleted',
		description: 'A contact is gone; only its ID comes out',
		action: 'On contact deleted',
	},
	filters: ['AmlCheckStatus', 'ContractContactType', 'CoworkerContractId'],
};
