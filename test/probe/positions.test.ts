import type { Answers } from '../../probe/findings';
import type { Assumptions } from '../../sandbox/nexudus/assumptions';
import { answersOf } from './probing';

const ALL_CONTAIN: Answers['textMatch'] = {
	Email: 'contains',
	FullName: 'contains',
	Notes: 'contains',
	CoworkerEmail: 'contains',
	CoworkerFullName: 'contains',
};
const ALL_EQUAL: Answers['textMatch'] = {
	Email: 'equals',
	FullName: 'equals',
	Notes: 'equals',
	CoworkerEmail: 'equals',
	CoworkerFullName: 'equals',
};

describe('The probe tells', () => {
	it('a Nexudus that is as the current documents say', async () => {
		const answers = await answersOf({});

		expect(answers).toEqual({
			direction: 'current',
			statusZero: 'filters',
			textMatch: ALL_CONTAIN,
			unknownFilter: 'ignored',
			unknownId: 404,
			batch: { route: true, encodedBrackets: true, most: 200, unknownIdInside: 'left out' },
			idFilter: expect.any(String),
			uniqueIdFilter: expect.any(String),
			bareTimes: 'utc',
			pageCap: null,
			leftOut: 'absent',
			amlMovesUpdatedOn: 'no',
			requests: expect.any(Number),
		});
	});

	const positions: Array<[string, Partial<Assumptions>, Partial<Answers>]> = [
		['the older numbers of directions', { sortDirection: 'oneMinusOne' }, { direction: 'older' }],
		['texts that are found whole only', { textFilters: 'equals' }, { textMatch: ALL_EQUAL }],
		['a status 0 that is no filter', { statusZeroFilter: 'ignored' }, { statusZero: 'ignored' }],
		['an unknown id that answers 500', { unknownId: 500 }, { unknownId: 500 }],
		['left-out fields that come as null', { leftOutKeys: 'null' }, { leftOut: 'null' }],
		['a cap above the number of contacts', { maximumPageSize: 1000 }, { pageCap: 1000 }],
		['a cap that is the number of contacts', { maximumPageSize: 320 }, { pageCap: 320 }],
		['directions that only words name', { sortDirection: 'words' }, { direction: 'words' }],
		[
			'an unknown filter that is refused',
			{ unknownFilter: 'refused' },
			{ unknownFilter: 'refused' },
		],
		['lists that take an Id', { idFilter: 'works' }, { idFilter: 'works' }],
		['lists that ignore an Id', { idFilter: 'ignored' }, { idFilter: 'ignored' }],
		['lists that refuse an Id', { idFilter: 'refused' }, { idFilter: 'refused' }],
		['lists that take a UniqueId', { uniqueIdFilter: 'works' }, { uniqueIdFilter: 'works' }],
		['lists that ignore a UniqueId', { uniqueIdFilter: 'ignored' }, { uniqueIdFilter: 'ignored' }],
		['lists that refuse a UniqueId', { uniqueIdFilter: 'refused' }, { uniqueIdFilter: 'refused' }],
		['times of another zone', { bareTimes: 'America/New_York' }, { bareTimes: 'other' }],
		['times of a zone a quarter off', { bareTimes: 'Asia/Kathmandu' }, { bareTimes: 'other' }],
		[
			'times of a zone that is UTC in winter',
			{ bareTimes: 'Europe/London' },
			{ bareTimes: 'other' },
		],
		['pages that end early', { deepPages: 1, maximumPageSize: 25 }, { pageCap: 25 }],
		[
			'fields that differ',
			{ textFilters: { Email: 'equals', CoworkerFullName: 'equals', Notes: 'equals' } },
			{
				textMatch: {
					...ALL_CONTAIN,
					Email: 'equals',
					CoworkerFullName: 'equals',
					Notes: 'equals',
				},
			},
		],
		['a small cap', { maximumPageSize: 25 }, { pageCap: 25, textMatch: ALL_CONTAIN }],
	];
	it.each(positions)('%s', async (_title, assumptions, expected) => {
		expect(await answersOf({ assumptions })).toMatchObject(expected);
	});

	it.each(['absent', 'failing'] as const)(
		'a batch read that is %s, and finds notes all the same',
		async (batchRoute) => {
			const answers = await answersOf({ assumptions: { batchRoute, leftOutKeys: 'null' } });

			expect(answers).toMatchObject({
				batch: { route: false, encodedBrackets: false, most: 0, unknownIdInside: 'unknown' },
				textMatch: ALL_CONTAIN,
				leftOut: 'null',
			});
		},
	);

	it.each([10, 25, 50, 100, 199])('a batch read of %s ids at the most', async (batchMost) => {
		const { batch } = await answersOf({ assumptions: { batchMost } });

		expect(batch).toEqual({
			route: true,
			encodedBrackets: true,
			most: Math.min(batchMost, 100),
			unknownIdInside: 'left out',
		});
	});

	it('a batch read that wants its brackets as they are, and known ids alone', async () => {
		const assumptions: Partial<Assumptions> = {
			encodedBrackets: 'refused',
			unknownIdInBatch: 500,
		};
		const { batch } = await answersOf({ assumptions });

		expect(batch).toEqual({
			route: true,
			encodedBrackets: false,
			most: 200,
			unknownIdInside: 'refused',
		});
	});

	it('filters that this Nexudus does not know', async () => {
		const ignoredFilters = [
			'ContractContact_FullName',
			'ContractContact_Notes',
			'ContractContact_AmlCheckStatus',
			'from_ContractContact_CreatedOn',
			'to_ContractContact_CreatedOn',
		];

		expect(await answersOf({ assumptions: { ignoredFilters } })).toMatchObject({
			textMatch: { ...ALL_CONTAIN, FullName: 'ignored', Notes: 'ignored' },
			statusZero: 'ignored',
			bareTimes: 'utc',
		});
	});

	it('everything at once of a Nexudus that differs in every point', async () => {
		const answers = await answersOf({
			assumptions: {
				sortDirection: 'oneMinusOne',
				textFilters: 'equals',
				statusZeroFilter: 'ignored',
				unknownId: 500,
				leftOutKeys: 'null',
				maximumPageSize: 25,
				batchRoute: 'failing',
			},
		});

		expect(answers).toMatchObject({
			direction: 'older',
			textMatch: ALL_EQUAL,
			statusZero: 'ignored',
			unknownId: 500,
			leftOut: 'null',
			pageCap: 25,
			batch: { route: false },
		});
	});
});

describe('From the dates of checks the probe tells that UpdatedOn', () => {
	const checked = (AmlCheckDate: string | null) =>
		answersOf({}, ({ contacts }) => {
			for (const { Id, UpdatedOn } of contacts.all()) {
				const date = AmlCheckDate ?? UpdatedOn;
				contacts.change(Id, { AmlCheckDate: date }, { keepUpdatedOn: true });
			}
		});

	it('moves, where checks are of the same moment', async () => {
		expect(await checked(null)).toMatchObject({ amlMovesUpdatedOn: 'yes' });
	});

	it('may or may not move, where every check is long past', async () => {
		expect(await checked('2001-05-14T09:30:00Z')).toMatchObject({ amlMovesUpdatedOn: 'unknown' });
	});

	it('may or may not move, where a check is dated in the future', async () => {
		expect(await checked('2199-05-14T09:30:00Z')).toMatchObject({ amlMovesUpdatedOn: 'unknown' });
	});
});
