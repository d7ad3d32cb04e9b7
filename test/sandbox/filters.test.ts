import { COMPLETE_CONTACT_ID } from '../../sandbox/nexudus/sampleData';
import { type Row, withNexudus } from './nexudus';

type Match = 'part' | 'whole' | 'minute' | 'day';

/** Names after `ContractContact_`, from the documents, with the property that each filters by. */
const EQUALITY: ReadonlyArray<readonly [string, string, Match]> = [
	['CoworkerContract', 'CoworkerContractId', 'whole'],
	['CoworkerContract_Quantity', 'CoworkerContractQuantity', 'whole'],
	['CoworkerContract_FloorPlanDeskIds', 'CoworkerContractFloorPlanDeskIds', 'part'],
	['CoworkerContract_FloorPlanDeskNames', 'CoworkerContractFloorPlanDeskNames', 'part'],
	['CoworkerContract_Tariff_Name', 'CoworkerContractTariffName', 'part'],
	['Coworker', 'CoworkerId', 'whole'],
	['Coworker_FullName', 'CoworkerFullName', 'part'],
	['Coworker_CompanyName', 'CoworkerCompanyName', 'part'],
	['Coworker_BillingName', 'CoworkerBillingName', 'part'],
	['Coworker_Email', 'CoworkerEmail', 'part'],
	['Coworker_Active', 'CoworkerActive', 'whole'],
	['Email', 'Email', 'part'],
	['FullName', 'FullName', 'part'],
	['DateOfBirth', 'DateOfBirth', 'minute'],
	['Address', 'Address', 'part'],
	['PostCode', 'PostCode', 'part'],
	['CityName', 'CityName', 'part'],
	['State', 'State', 'part'],
	['Country', 'CountryId', 'whole'],
	['Country_Name', 'CountryName', 'part'],
	['PhoneNumber', 'PhoneNumber', 'part'],
	['Notes', 'Notes', 'part'],
	['ContractContactType', 'ContractContactType', 'whole'],
	['AmlCheckStatus', 'AmlCheckStatus', 'whole'],
	['AmlCheckDate', 'AmlCheckDate', 'minute'],
	['AmlOpenSanctionsScore', 'AmlOpenSanctionsScore', 'whole'],
	['AmlOpenSanctionsResponse', 'AmlOpenSanctionsResponse', 'part'],
	['AmlPappersResponse', 'AmlPappersResponse', 'part'],
	['AmlPappersStatus', 'AmlPappersStatus', 'part'],
	['AmlNotes', 'AmlNotes', 'part'],
	['AmlClearedBy', 'AmlClearedBy', 'part'],
	['AmlClearedOn', 'AmlClearedOn', 'day'],
];

const RANGES = [
	'CoworkerContractQuantity',
	'DateOfBirth',
	'AmlCheckDate',
	'AmlOpenSanctionsScore',
	'AmlClearedOn',
	'CreatedOn',
	'UpdatedOn',
];

const SENT: Record<Match, (stored: string) => string> = {
	part: (stored) => stored.slice(1).toUpperCase(),
	whole: (stored) => stored,
	minute: (stored) => stored.slice(0, 16),
	day: (stored) => stored.slice(0, 10),
};

const PASSES: Record<Match, (stored: string, sent: string) => boolean> = {
	part: (stored, sent) => plain(stored).includes(plain(sent)),
	whole: (stored, sent) => stored === sent,
	minute: (stored, sent) => stored.startsWith(sent),
	day: (stored, sent) => stored.startsWith(sent),
};

function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

describe('Filters of the contract contacts list', () => {
	const client = withNexudus();
	const all = (): Row[] => client().nexudus.contacts.all();
	const complete = (property: string) =>
		String(all().find(({ Id }) => Id === COMPLETE_CONTACT_ID)?.[property]);
	const idsWhere = (passes: (row: Row) => boolean) =>
		all()
			.filter(passes)
			.map(({ Id }) => Id);

	it.each(EQUALITY)('ContractContact_%s filters by %s', async (name, property, match) => {
		const sent = SENT[match](complete(property));

		const ids = await client().ids({ [`ContractContact_${name}`]: sent });

		expect(ids).toContain(COMPLETE_CONTACT_ID);
		expect(ids.length).toBeLessThan(all().length);
		expect(ids).toEqual(
			idsWhere((row) => row[property] !== null && PASSES[match](String(row[property]), sent)),
		);
	});

	it.each(RANGES)('from_ and to_ContractContact_%s include both ends', async (property) => {
		const end = complete(property).replace(/:\d{2}Z$/, '');
		const value = (stored: unknown) => (typeof stored === 'string' ? Date.parse(stored) : stored);
		const limit = Number.isNaN(Number(end)) ? Date.parse(`${end}Z`) : Number(end);
		const within = (row: Row, compare: (stored: number) => boolean) =>
			row[property] !== null && compare(Number(value(row[property])));

		const from = await client().ids({ [`from_ContractContact_${property}`]: end });
		const to = await client().ids({ [`to_ContractContact_${property}`]: end });

		expect(from).toContain(COMPLETE_CONTACT_ID);
		expect(from).toEqual(idsWhere((row) => within(row, (stored) => stored >= limit)));
		expect(to).toEqual(idsWhere((row) => within(row, (stored) => stored <= limit)));
	});

	it('are all asked for together', async () => {
		const ids = await client().ids({
			ContractContact_ContractContactType: 1,
			ContractContact_AmlCheckStatus: 2,
			from_ContractContact_CreatedOn: '2025-06-01T00:00',
		});

		expect(ids.length).toBeGreaterThan(10);
		expect(ids).toEqual(
			idsWhere(
				(row) =>
					row.ContractContactType === 1 &&
					row.AmlCheckStatus === 2 &&
					String(row.CreatedOn) >= '2025-06-01T00:00',
			),
		);
	});

	it.each([
		['a name that does not exist', 'ContractContact_Fullname2', 'x'],
		['the range name with the underscore', 'from_ContractContact_CoworkerContract_Quantity', '9'],
		['the equality name without it', 'ContractContact_CoworkerContractQuantity', '9'],
		['an empty value', 'ContractContact_Email', ''],
		['a value that is no number', 'ContractContact_CoworkerContract', 'nine'],
		['a value that is no date', 'from_ContractContact_UpdatedOn', 'yesterday'],
	])('widen to the whole table for %s', async (_what, name, value) => {
		const { TotalItems } = await client().list({ [name]: value });

		expect(TotalItems).toBe(all().length);
	});

	it('take names in any case, booleans and enumeration names', async () => {
		const active = await client().ids({ contractcontact_coworker_active: 'True' });
		const cleared = await client().ids({ ContractContact_AmlCheckStatus: 'ManuallyCleared' });

		expect(active).toEqual(idsWhere((row) => row.CoworkerActive === true));
		expect(cleared).toEqual(idsWhere((row) => row.AmlCheckStatus === 6));
	});

	it('ignore accents', async () => {
		const ids = await client().ids({ ContractContact_FullName: "SIOBHAN O'NEILL-GARCIA" });

		expect(ids).toEqual([COMPLETE_CONTACT_ID]);
	});

	describe('by dates', () => {
		const stampedAt = (UpdatedOn: string) => client().nexudus.contacts.add({ UpdatedOn }).Id;

		it('compare a minute as its first instant at both ends', async () => {
			const onTheMinute = stampedAt('2031-05-05T10:30:00Z');
			const withinIt = stampedAt('2031-05-05T10:30:40Z');

			const from = await client().ids({ from_ContractContact_UpdatedOn: '2031-05-05T10:30' });
			const to = await client().ids({
				from_ContractContact_UpdatedOn: '2031-01-01T00:00',
				to_ContractContact_UpdatedOn: '2031-05-05T10:30',
			});

			expect(from).toEqual([onTheMinute, withinIt]);
			expect(to).toEqual([onTheMinute]);
		});

		it.each([
			['seconds', '2031-05-05T10:30:40'],
			['Z', '2031-05-05T10:30:40Z'],
			['an offset', '2031-05-05T12:30:40+02:00'],
			['a date only', '2031-05-05'],
		])('take ends with %s', async (_form, from) => {
			const id = stampedAt('2031-05-05T10:30:40Z');

			expect(await client().ids({ from_ContractContact_UpdatedOn: from })).toEqual([id]);
		});

		it('are equal at the precision sent', async () => {
			const { Id } = client().nexudus.contacts.add({ AmlCheckDate: '2031-05-05T10:30:40Z' });
			const equalTo = (text: string) => client().ids({ ContractContact_AmlCheckDate: text });

			expect(await equalTo('2031-05-05')).toEqual([Id]);
			expect(await equalTo('2031-05-05T10:30')).toEqual([Id]);
			expect(await equalTo('2031-05-05T10:30:40')).toEqual([Id]);
			expect(await equalTo('2031-05-05T10:30:41')).toEqual([]);
			expect(await equalTo('2031-05-05T10:31')).toEqual([]);
		});
	});
});
