import type { Assumptions } from '../../sandbox/nexudus/assumptions';
import { COMPLETE_CONTACT_ID } from '../../sandbox/nexudus/sampleData';
import { CONTACTS, json, type Row, withNexudus } from './nexudus';

const UNKNOWN = 424_242;

describe('Further assumptions', () => {
	const client = withNexudus();
	const assume = (changes: Partial<Assumptions>) => client().nexudus.assume(changes);
	const status = async (path: string) => (await client().get(path)).status;
	const complete = () => {
		const contact = client().nexudus.contacts.get(COMPLETE_CONTACT_ID);
		if (!contact) throw new Error('The complete contact is gone');
		return contact;
	};

	it.each([
		['0', true],
		['1', true],
		['-1', true],
		['Ascending', true],
		['descending', false],
	])('sortDirection words: dir=%s is ascending: %s', async (dir, ascending) => {
		assume({ sortDirection: 'words' });
		const { Records, CurrentSortDirection } = await client().list({ orderBy: 'Id', dir });

		expect(Records[0].Id < Records[1].Id).toBe(ascending);
		expect(CurrentSortDirection).toBe(ascending ? 0 : 1);
	});

	it('textFilters by field: emails as a whole, names by a part', async () => {
		assume({ textFilters: { Email: 'equals', CoworkerEmail: 'equals' } });
		const { Email } = complete();

		expect(await client().ids({ ContractContact_Email: 'siobhan' })).toEqual([]);
		expect(await client().ids({ ContractContact_Email: String(Email).toUpperCase() })).toEqual([
			COMPLETE_CONTACT_ID,
		]);
		expect(await client().ids({ ContractContact_FullName: 'iobhan' })).toContain(
			COMPLETE_CONTACT_ID,
		);
	});

	it('textFilters changed meanwhile count at once', async () => {
		const part = { ContractContact_Email: 'siobhan' };
		const before = await client().ids(part);
		assume({ textFilters: { Email: 'equals' } });

		expect(before).toContain(COMPLETE_CONTACT_ID);
		expect(await client().ids(part)).toEqual([]);
	});

	describe('unknownFilter', () => {
		it.each([
			['ContractContact_Colour', 400],
			['from_ContractContact_Colour', 400],
			['ContractContact_Notes', 200],
			['contractcontact_fullname', 200],
			['PageNumber', 200],
		])('refused: %s gives %s', async (name, expected) => {
			assume({ unknownFilter: 'refused' });

			expect(await status(`${CONTACTS}?${name}=5`)).toBe(expected);
		});

		it('refused: a filter that this tenant misses is unknown too', async () => {
			assume({ unknownFilter: 'refused', ignoredFilters: ['ContractContact_AmlCheckStatus'] });

			expect(await status(`${CONTACTS}?ContractContact_AmlCheckStatus=2`)).toBe(400);
		});

		it('ignored: the whole table comes', async () => {
			expect((await client().list({ ContractContact_Colour: 5 })).TotalItems).toBe(320);
		});
	});

	it.each([
		['works', [COMPLETE_CONTACT_ID]],
		['ignored', 320],
		['refused', 400],
	] as const)('idFilter and uniqueIdFilter: %s gives %j', async (position, expected) => {
		assume({ idFilter: position, uniqueIdFilter: position });
		const outcome = async (query: string) => {
			const reply = await client().get(`${CONTACTS}?size=1000&${query}`);
			if (reply.status !== 200) return reply.status;
			const { Records } = json<{ Records: Row[] }>(reply);
			return Records.length === 1 ? Records.map(({ Id }) => Id) : Records.length;
		};

		expect(await outcome(`Id=${COMPLETE_CONTACT_ID}`)).toEqual(expected);
		expect(await outcome(`UniqueId=${complete().UniqueId}`)).toEqual(expected);
	});

	it('idFilter and uniqueIdFilter are told apart, and a part of a GUID finds nothing', async () => {
		assume({ uniqueIdFilter: 'works' });

		expect((await client().list({ Id: COMPLETE_CONTACT_ID })).TotalItems).toBe(320);
		expect(await client().ids({ UniqueId: complete().UniqueId.slice(0, 8) })).toEqual([]);
	});

	describe('bareTimes', () => {
		const add = (UpdatedOn: string) => client().nexudus.contacts.add({ UpdatedOn }).Id;
		const since = (from: string) => client().ids({ from_ContractContact_UpdatedOn: from });

		it.each([
			['utc', '2031-07-01T10:00', '2031-07-01T09:59:59Z', '2031-07-01T10:00:00Z'],
			['Europe/Berlin', '2031-07-01T10:00', '2031-07-01T07:59:59Z', '2031-07-01T08:00:00Z'],
			['Europe/Berlin', '2031-01-15T10:00', '2031-01-15T08:59:59Z', '2031-01-15T09:00:00Z'],
			['America/New_York', '2031-07-01', '2031-07-01T03:59:59Z', '2031-07-01T04:00:00Z'],
			['Asia/Kolkata', '2031-07-01T00:00', '2031-06-30T18:29:59Z', '2031-06-30T18:30:00Z'],
		])('%s: %s begins after %s', async (bareTimes, from, before, at) => {
			assume({ bareTimes });
			const [, first] = [add(before), add(at)];

			expect(await since(from)).toEqual([first]);
		});

		it('leave times with a zone alone', async () => {
			assume({ bareTimes: 'Pacific/Auckland' });
			const first = add('2031-07-01T10:00:00Z');

			expect(await since('2031-07-01T10:00Z')).toEqual([first]);
			expect(await since('2031-07-01T12:00+02:00')).toEqual([first]);
			expect(await since('2031-07-01T10:01Z')).toEqual([]);
		});
	});

	it.each([
		[404, '"Not found"'],
		[500, expect.stringContaining('Ooops!')],
	] as const)('unknownId %s: for a deletion as well', async (unknownId, text) => {
		assume({ unknownId });
		const reply = await client().send('DELETE', `${CONTACTS}/${UNKNOWN}`);

		expect([reply.status, reply.text]).toEqual([unknownId, text]);
	});

	it('unknownIdInBatch: one unknown id is missing, or spoils the batch', async () => {
		const path = `${CONTACTS}/?id=[${COMPLETE_CONTACT_ID},${UNKNOWN}]`;
		const missing = json<Row[]>(await client().get(path));
		assume({ unknownIdInBatch: 500 });

		expect(missing.map(({ Id }) => Id)).toEqual([COMPLETE_CONTACT_ID]);
		expect(await status(path)).toBe(500);
		expect(await status(`${CONTACTS}/?id=[${COMPLETE_CONTACT_ID}]`)).toBe(200);
	});

	it('batchMost: more ids are refused', async () => {
		assume({ batchMost: 2 });
		const [one, two, three] = client().nexudus.contacts.all();

		expect(await status(`${CONTACTS}/?id=[${one.Id},${two.Id}]`)).toBe(200);
		expect(await status(`${CONTACTS}/?id=[${one.Id},${two.Id},${three.Id}]`)).toBe(400);
	});

	it('encodedBrackets: read, or refused', async () => {
		const encoded = `${CONTACTS}/?id=%5B${COMPLETE_CONTACT_ID}%5D`;
		const read = await status(encoded);
		assume({ encodedBrackets: 'refused' });

		expect([read, await status(encoded)]).toEqual([200, 400]);
		expect(await status(`${CONTACTS}/?id=[${COMPLETE_CONTACT_ID}]`)).toBe(200);
	});

	it('deepPages: the last page that is answered', async () => {
		assume({ deepPages: 3 });

		expect(await status(`${CONTACTS}?page=3&size=10`)).toBe(200);
		expect(await status(`${CONTACTS}?page=4&size=10`)).toBe(403);
	});

	describe('olderFields', () => {
		const shown = async () => {
			const [inList] = (await client().list({ size: 1 })).Records;
			const one = json(await client().get(`${CONTACTS}/${COMPLETE_CONTACT_ID}`));
			const [inBatch] = json<Row[]>(await client().get(`${CONTACTS}/?id=[${COMPLETE_CONTACT_ID}]`));
			return [inList.IsDefault, one.IsDefault, inBatch.IsDefault];
		};
		const put = async (more: object) => {
			const record = json(await client().get(`${CONTACTS}/${COMPLETE_CONTACT_ID}`));
			return await client().send('PUT', CONTACTS, { ...record, ...more });
		};

		it('absent: neither shown nor taken', async () => {
			await put({ IsDefault: true });

			expect(await shown()).toEqual([undefined, undefined, undefined]);
			expect(complete()).not.toHaveProperty('IsDefault');
		});

		it('present: kept by an update that sends it, cleared by one that leaves it out', async () => {
			assume({ olderFields: 'present' });
			const atFirst = await shown();
			await put({ IsDefault: true });
			const sent = await shown();
			await put({ Notes: 'Sent as it was read.' });
			const sentBack = await shown();
			await put({ IsDefault: undefined });

			expect(atFirst).toEqual([false, false, false]);
			expect(sent).toEqual([true, true, true]);
			expect(sentBack).toEqual([true, true, true]);
			expect(await shown()).toEqual([false, false, false]);
		});

		it('present: kept by any update where updates keep what they leave out', async () => {
			assume({ olderFields: 'present', omittedOnUpdate: 'kept' });
			client().nexudus.contacts.change(COMPLETE_CONTACT_ID, { IsDefault: true });
			await put({ IsDefault: undefined });

			expect(await shown()).toEqual([true, true, true]);
		});
	});
});
