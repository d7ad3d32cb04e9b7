import { answersOf, keepOnly } from './probing';

const UNTOLD = {
	Email: 'unknown',
	FullName: 'unknown',
	Notes: 'unknown',
	CoworkerEmail: 'unknown',
	CoworkerFullName: 'unknown',
};

describe('In an account', () => {
	it('without a contact, the probe says what can be told and that the rest is unknown', async () => {
		const answers = await answersOf({ records: 'none' });

		expect(answers).toMatchObject({
			direction: 'unknown',
			statusZero: 'unknown',
			textMatch: UNTOLD,
			unknownFilter: 'ignored',
			unknownId: 404,
			idFilter: 'unknown',
			uniqueIdFilter: 'unknown',
			bareTimes: 'unknown',
			pageCap: null,
			leftOut: 'unknown',
			amlMovesUpdatedOn: 'unknown',
		});
	});

	it('without a contact, a batch read that is refused may have been refused for its id', async () => {
		const answers = await answersOf({ records: 'none', assumptions: { batchRoute: 'absent' } });

		expect(answers.batch.route).toBe('unknown');
	});

	it.each([
		['contains', 'utc'],
		['equals', 'utc'],
	] as const)(
		'with one contact, whose texts are matched by %s, filters are told from none',
		async (textFilters, bareTimes) => {
			const answers = await answersOf({ assumptions: { textFilters } }, (nexudus) => {
				keepOnly(1)(nexudus);
				const [{ Id }] = nexudus.contacts.all();
				nexudus.contacts.change(Id, {
					FullName: 'Maren Okonkwo',
					Email: 'maren.okonkwo@harbour-ledger.example',
					Notes: 'Forward parcels on Thursdays',
					AmlCheckStatus: 0,
				});
			});

			expect(answers).toMatchObject({
				direction: 'unknown',
				statusZero: 'unknown',
				textMatch: { FullName: textFilters, Email: textFilters, Notes: textFilters },
				bareTimes,
				batch: { route: true, most: 200 },
			});
		},
	);

	it('with one contact, a filter that is ignored is told from one that finds it', async () => {
		const ignoredFilters = ['ContractContact_FullName'];
		const answers = await answersOf({ assumptions: { ignoredFilters } }, keepOnly(1));

		expect(answers.textMatch.FullName).toBe('ignored');
	});

	it.each([
		['zeroOne', 'current'],
		['oneMinusOne', 'older'],
	] as const)('with two contacts, directions %s are %s', async (sortDirection, direction) => {
		const answers = await answersOf({ assumptions: { sortDirection } }, keepOnly(2));

		expect(answers.direction).toBe(direction);
	});

	it.each(['filters', 'ignored'] as const)(
		'with thirty contacts, a status 0 %s',
		async (statusZeroFilter) => {
			const answers = await answersOf({ assumptions: { statusZeroFilter } }, keepOnly(30));

			expect(answers).toMatchObject({
				statusZero: statusZeroFilter,
				batch: { route: true, most: 200, unknownIdInside: 'left out' },
			});
		},
	);

	it.each([
		['missing', 25, 'left out', 25],
		['missing', 50, 'left out', 50],
		[500, 25, 'refused', 25],
	] as const)(
		'with thirty contacts, whose unknown ids are %s in a batch of %s at the most, these are told',
		async (unknownIdInBatch, batchMost, unknownIdInside, most) => {
			const answers = await answersOf(
				{ assumptions: { unknownIdInBatch, batchMost } },
				keepOnly(30),
			);

			expect(answers.batch).toMatchObject({ route: true, most, unknownIdInside });
		},
	);

	it.each(['works', 'ignored', 'refused'] as const)(
		'with one contact, a list asked for its Id: %s',
		async (position) => {
			const assumptions = { idFilter: position, uniqueIdFilter: position };
			const answers = await answersOf({ assumptions }, keepOnly(1));

			expect(answers).toMatchObject({ idFilter: position, uniqueIdFilter: position });
		},
	);

	it('with one contact, times of another zone are told', async () => {
		const answers = await answersOf({ assumptions: { bareTimes: 'Asia/Tokyo' } }, keepOnly(1));

		expect(answers.bareTimes).toBe('other');
	});

	it('in which nobody has a filled left-out field, null and filled can not be told apart', async () => {
		const answers = await answersOf({ assumptions: { leftOutKeys: 'null' } }, (nexudus) => {
			keepOnly(2)(nexudus);
			const empty = {
				Address: null,
				PostCode: null,
				CityName: null,
				State: null,
				Notes: null,
				AmlOpenSanctionsResponse: null,
				AmlPappersResponse: null,
			};
			for (const { Id } of nexudus.contacts.all()) nexudus.contacts.change(Id, empty);
		});

		expect(answers.leftOut).toBe('unknown');
	});
});
