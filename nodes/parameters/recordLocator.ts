import type { INodeProperties } from 'n8n-workflow';
import { locatorLook } from './locator';

/** What the parameter that chooses a contact is called. */
export const CONTACT_LABEL = 'Contract Contact';

/** Gives the parameter that chooses the contact to work on. */
export function contactLocator(description: string): INodeProperties {
	return {
		displayName: CONTACT_LABEL,
		name: 'contractContactId',
		...locatorLook('searchContractContacts', 'contact'),
		required: true,
		description,
	};
}
