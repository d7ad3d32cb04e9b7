import type { OfLinked, WithoutDependants } from '../record/nodeFilter';

const LIST_ROLE = 'Needs the role CoworkerContract-List.';

/** What people filter contacts by that stands on their contract. */
export const OF_THE_CONTRACT: readonly OfLinked[] = [
	{
		kind: 'ofLinked',
		name: 'coworkerContractActive',
		label: 'Coworker Contract Active',
		type: 'CoworkerContract',
		of: {
			property: 'Active',
			label: 'Coworker Contract Active',
			type: 'boolean',
			meaning: "contact's contract is active",
			filter: 'Active',
			initial: true,
		},
		description: `Whether the contact’s contract is active. ${LIST_ROLE}`,
	},
	{
		kind: 'ofLinked',
		name: 'coworkerContractCancelled',
		label: 'Coworker Contract Cancelled',
		type: 'CoworkerContract',
		of: {
			property: 'Cancelled',
			label: 'Coworker Contract Cancelled',
			type: 'boolean',
			meaning: "contact's contract is cancelled",
			filter: 'Cancelled',
			initial: true,
		},
		description: `Whether the contact’s contract is cancelled; it may end later. ${LIST_ROLE}`,
	},
	{
		kind: 'ofLinked',
		name: 'issuedById',
		label: 'Location',
		type: 'CoworkerContract',
		of: {
			property: 'IssuedById',
			label: 'Location',
			type: 'reference',
			meaning: "location that issued the contact's contract",
			filter: 'IssuedBy',
			search: 'searchBusinesses',
		},
		description: `Contacts whose contract was issued by this location. ${LIST_ROLE}`,
	},
];

const DIRECTOR = { contractContactType: [1] };

/** Contracts that lack a contact: nobody was entered, no director, or none whose check is cleared. */
export const CONTACTS_MISSING: WithoutDependants = {
	kind: 'withoutDependants',
	name: 'contactsMissing',
	label: 'Contacts Missing',
	belongBy: 'CoworkerContractId',
	choices: [
		{ value: 'any', label: 'No Contact at All', filters: {} },
		{ value: 'director', label: 'No Director', filters: DIRECTOR },
		{
			value: 'clearedDirector',
			label: 'No Director With a Cleared Check',
			filters: { ...DIRECTOR, amlCheckStatus: [2, 6] },
		},
	],
	description:
		"Contracts that lack such a contact. A check is cleared when it is 'Clear' or 'Manually Cleared'. Needs the role ContractContact-List.",
	advice: {
		unlessFilteredBy: ['active', 'tariffId', 'tariffName'],
		hint: "'Contacts Missing' looked at contracts of every plan, those that have ended included. To look at virtual offices, filter by 'Active' and by 'Plan' or 'Plan Name' as well: no field tells a virtual office from a desk.",
	},
};

/** The option that gives each contact its contract. */
export const ADD_CONTRACT = {
	label: 'Add Contract',
	description:
		"Whether each contact also has its contract, under 'CoworkerContract': the customer, plan, location, PO box and whether it is active. Needs the role CoworkerContract-List or CoworkerContract-Read.",
};
