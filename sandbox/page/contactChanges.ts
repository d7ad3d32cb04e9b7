import { ADMINISTRATOR_EMAIL } from '../nexudus/accounts';
import type { JsonObject } from '../nexudus/http/request';
import type { PracticeNexudus } from '../nexudus/practiceNexudus';
import {
	AML_STATUSES,
	CONTACT_TYPES,
	type ContractContact,
} from '../nexudus/records/contractContact';
import { stamp } from '../nexudus/records/dateTime';

const MATCH_SCORE = 0.74;

/** What an AML check leaves in a contact that looks like somebody on a list. */
export function matchFound({ FullName, CoworkerFullName }: ContractContact) {
	const name = FullName ?? CoworkerFullName ?? '';
	return {
		AmlCheckStatus: AML_STATUSES.indexOf('PotentialMatch'),
		AmlCheckDate: stamp(new Date()),
		AmlOpenSanctionsScore: MATCH_SCORE,
		AmlOpenSanctionsResponse: JSON.stringify({
			status: 200,
			query: { schema: 'Person', properties: { name: [name] } },
			results: [{ caption: name.toUpperCase(), score: MATCH_SCORE, topics: ['sanction'] }],
		}),
		AmlClearedBy: null,
		AmlClearedOn: null,
		UpdatedBy: 'system',
	};
}

/** What is left when somebody has looked at a match and found another person. */
export function matchCleared() {
	return {
		AmlCheckStatus: AML_STATUSES.indexOf('ManuallyCleared'),
		AmlClearedBy: 'You, on the practice page',
		AmlClearedOn: stamp(new Date()),
		UpdatedBy: ADMINISTRATOR_EMAIL,
	};
}

/** Reads the page's form; a text says what is wrong with it. */
export function readNewContact(
	form: JsonObject | undefined,
	{ contracts }: PracticeNexudus,
): Partial<ContractContact> | string {
	const FullName = textIn(form?.name);
	const Email = textIn(form?.email);
	const contract = contracts.find(({ Id }) => Id === Number(form?.contractId));
	const ContractContactType = Number(form?.type);
	if (FullName === '') return 'Enter the full name.';
	if (Email !== '' && !/^\S+@\S+$/.test(Email)) return 'Enter a whole email address, or none.';
	if (!contract) return 'Choose a contract.';
	if (!(ContractContactType in CONTACT_TYPES)) return 'Choose a type.';
	return {
		FullName,
		Email: Email || null,
		CoworkerContractId: contract.Id,
		ContractContactType,
		UpdatedBy: ADMINISTRATOR_EMAIL,
	};
}

function textIn(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
