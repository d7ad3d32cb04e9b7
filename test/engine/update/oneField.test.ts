import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { requestLines, updateOf, writtenBodies } from './updating';

const CONTACTS = '/api/billing/contractcontacts';

interface Change {
	parameter: string;
	/** What is filled in, and what Nexudus has afterwards. */
	given: (nexudus: PracticeNexudus) => unknown;
	stored: (nexudus: PracticeNexudus) => Partial<ContractContact>;
	/** What Nexudus works out anew. */
	follows?: (nexudus: PracticeNexudus) => Partial<ContractContact>;
}

function plain(property: keyof ContractContact, given: unknown, stored: unknown = given): Change {
	return {
		parameter: property[0].toLowerCase() + property.slice(1),
		given: () => given,
		stored: () => ({ [property]: stored }),
	};
}

const changes: Record<string, Change> = {
	CoworkerContractId: {
		parameter: 'coworkerContractId',
		given: ({ contracts }) => contracts[7].Id,
		stored: ({ contracts }) => ({ CoworkerContractId: contracts[7].Id }),
		follows: ({ contracts }) => ({
			CoworkerContractQuantity: contracts[7].Quantity,
			CoworkerContractFloorPlanDeskIds: contracts[7].FloorPlanDeskIds,
			CoworkerContractFloorPlanDeskNames: contracts[7].FloorPlanDeskNames,
			CoworkerContractTariffName: contracts[7].TariffName,
		}),
	},
	CoworkerId: {
		parameter: 'coworkerId',
		given: ({ coworkers }) => coworkers[3].Id,
		stored: ({ coworkers }) => ({ CoworkerId: coworkers[3].Id }),
		follows: ({ coworkers }) => ({
			CoworkerFullName: coworkers[3].FullName,
			CoworkerCompanyName: coworkers[3].CompanyName,
			CoworkerBillingName: coworkers[3].BillingName,
			CoworkerEmail: coworkers[3].Email,
			CoworkerActive: coworkers[3].Active,
		}),
	},
	Email: plain('Email', 's.oneill@harbour-finch.example'),
	FullName: {
		...plain('FullName', 'Siobhán García'),
		follows: () => ({ ToStringText: 'Siobhán García' }),
	},
	DateOfBirth: plain('DateOfBirth', '1979-03-09', '1979-03-09T00:00:00Z'),
	Address: plain('Address', '4 Merrion Row'),
	PostCode: plain('PostCode', 'D02 KN79'),
	CityName: plain('CityName', 'Dún Laoghaire'),
	State: plain('State', 'Munster'),
	CountryId: {
		parameter: 'countryId',
		given: ({ countries }) => countries[0].Id,
		stored: ({ countries }) => ({ CountryId: countries[0].Id }),
		follows: ({ countries }) => ({ CountryName: countries[0].Name }),
	},
	PhoneNumber: plain('PhoneNumber', '+353 20 915 0199'),
	Notes: plain('Notes', 'Moved to the 4th floor.\nStill collects on Fridays.'),
	ContractContactType: plain('ContractContactType', 'NominatedRecipient', 3),
	AmlCheckStatus: plain('AmlCheckStatus', 'Potential Match', 3),
	AmlCheckDate: plain('AmlCheckDate', '2026-02-05T10:21:33+01:00', '2026-02-05T09:21:33Z'),
	AmlOpenSanctionsScore: plain('AmlOpenSanctionsScore', '0.81', 0.81),
	AmlOpenSanctionsResponse: plain('AmlOpenSanctionsResponse', '{"status":200,"results":[]}'),
	AmlPappersResponse: plain('AmlPappersResponse', 'Aucun dirigeant à ce nom'),
	AmlPappersStatus: plain('AmlPappersStatus', 'NotFound'),
	AmlNotes: plain('AmlNotes', 'Passport seen again.'),
	AmlClearedBy: plain('AmlClearedBy', 'Tomáš Novák'),
	AmlClearedOn: plain('AmlClearedOn', '2026-02-07T15:02:11Z'),
};

describe.each(['cleared', 'kept'] as const)(
	'Changing one field of a complete contact, where what a write leaves out is %s',
	(omittedOnUpdate) => {
		let sandbox: Sandbox;
		let before: ContractContact;

		beforeEach(async () => {
			sandbox = await startSandbox({ assumptions: { omittedOnUpdate } });
			before = sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID) as ContractContact;
		});

		afterEach(async () => await sandbox.close());

		it.each(Object.keys(changes))('changes %s and nothing else', async (property) => {
			const { nexudus } = sandbox;
			const { parameter, given, stored, follows } = changes[property];
			const value = stored(nexudus);
			expect(before).not.toMatchObject(value);

			const { error } = await sandbox.run(
				updateOf(COMPLETE_CONTACT_ID, { [parameter]: given(nexudus) as string }),
			);

			expect(error).toBeUndefined();
			expect(nexudus.contacts.get(COMPLETE_CONTACT_ID)).toEqual({
				...before,
				...value,
				...follows?.(nexudus),
				UpdatedOn: expect.not.stringMatching(before.UpdatedOn),
			});
			expect(writtenBodies(nexudus)).toEqual([{ ...before, ...value }]);
			expect(requestLines(nexudus).slice(0, 2)).toEqual([
				`GET ${CONTACTS}/${COMPLETE_CONTACT_ID}`,
				`PUT ${CONTACTS}`,
			]);
		});
	},
);

describe('Updating a contact', () => {
	it('leaves every other contact as it was', async () => {
		const sandbox = await startSandbox();
		const { contacts } = sandbox.nexudus;
		const before = contacts.all();
		const { error } = await sandbox.run(updateOf(COMPLETE_CONTACT_ID, { notes: 'Moved out' }));
		expect(error).toBeUndefined();
		const others = contacts.all().filter(({ Id }) => Id !== COMPLETE_CONTACT_ID);
		expect(others).toEqual(before.filter(({ Id }) => Id !== COMPLETE_CONTACT_ID));
		await sandbox.close();
	});
});
