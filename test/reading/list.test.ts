import fc from 'fast-check';
import { contractContact } from '../../nodes/recordTypes/contractContact';
import { Client } from '../../nodes/api/client';
import { Pace } from '../../nodes/api/pace';
import type { NexudusAnswer, NexudusRequest } from '../../nodes/api/exchange';
import type { ListRequest } from '../../nodes/reading/list';
import { listed, sortedRecords } from '../../nodes/reading/list';
import { Records } from '../../nodes/api/records';
import { SortDirections } from '../../nodes/api/sortDirections';
import type { NexudusRecord } from '../../nodes/record/field';
import { fieldOf } from '../../nodes/record/field';
import type { Change, Habits } from './changingTable';
import { ChangingTable } from './changingTable';
import { VirtualClock } from '../api/virtualClock';

const HOUR = 3_600_000;

type Wish = Partial<ListRequest> & { property?: 'Id' | 'FullName'; direction?: 'asc' | 'desc' };

const names = fc.array(fc.constantFrom('Anna', 'Bea', 'Carl', 'Dora', 'Emil'), { maxLength: 30 });
const change: fc.Arbitrary<Change> = fc.oneof(
	fc.constant<Change>({ kind: 'none' }),
	fc.record({ kind: fc.constant('insert' as const), name: fc.constantFrom('Aron', 'Zoe') }),
	fc.record({ kind: fc.constant('delete' as const), row: fc.nat(100) }),
	fc.record({
		kind: fc.constantFrom('rename' as const, 'replace' as const),
		row: fc.nat(100),
		name: fc.constantFrom('Abel', 'Zita'),
	}),
);
const wishes = fc.record({
	property: fc.constantFrom('Id' as const, 'FullName' as const),
	direction: fc.constantFrom('asc' as const, 'desc' as const),
	pageSize: fc.integer({ min: 1, max: 12 }),
});
const habits: fc.Arbitrary<Habits> = fc.record({
	mostRows: fc.constantFrom(3, 5, 1000),
	direction: fc.constantFrom('zeroOne' as const, 'oneMinusOne' as const),
});

async function list(table: Pick<ChangingTable, 'send'>, clock: VirtualClock, wish: Wish) {
	const records = new Records(
		new Client(table.send, clock, contractContact, new Pace().join(clock)),
		contractContact,
	);
	const { property = 'Id', direction = 'asc', ...others } = wish;
	return await clock.until(
		listed(records, new SortDirections(), {
			query: [],
			sort: { field: fieldOf(contractContact, property), direction },
			limit: undefined,
			pageSize: 1000,
			persistence: { throttleWait: 120_000, advice: '' },
			accept: asTheyAre,
			...others,
		}),
	);
}

async function asTheyAre(rows: NexudusRecord[]): Promise<NexudusRecord[]> {
	return await Promise.resolve(rows);
}

function ids(rows: readonly NexudusRecord[]): number[] {
	return rows.map(({ Id }) => Number(Id));
}

function targets(table: ChangingTable): string[] {
	return table.requests.map(({ query = [] }) => {
		const { page, size, dir } = Object.fromEntries(query);
		return `page ${page} size ${size} dir ${dir}`;
	});
}

describe('A list that others change while it is read', () => {
	it('has every contact that was there throughout, and none twice', async () => {
		await fc.assert(
			fc.asyncProperty(
				names,
				fc.array(change, { maxLength: 12 }),
				wishes,
				habits,
				async (start, changes, wish, server) => {
					const clock = new VirtualClock();
					const table = new ChangingTable(clock, start, changes, server);
					const found = ids(await list(table, clock, wish));
					expect(new Set(found).size).toBe(found.length);
					expect(found).toEqual(expect.arrayContaining([...table.lasting]));
				},
			),
			{ numRuns: 400 },
		);
	}, 60_000);

	it.each([0, -HOUR, HOUR])(
		'is complete though one contact came for one that went, by a clock that is %s ms ahead',
		async (clockAhead) => {
			const clock = new VirtualClock();
			const table = new ChangingTable(
				clock,
				['Anna', 'Bea', 'Carl', 'Dora', 'Emil', 'Fritz'],
				[{ kind: 'replace', row: 0, name: 'Gerd' }],
				{ clockAhead },
			);
			const found = ids(await list(table, clock, { pageSize: 2 }));
			expect(found).toEqual(expect.arrayContaining([2, 3, 4, 5, 6]));
		},
	);
});

describe('A list that nobody changes', () => {
	it('comes in order with no request beyond its pages', async () => {
		await fc.assert(
			fc.asyncProperty(names, wishes, async (start, wish) => {
				const clock = new VirtualClock();
				const table = new ChangingTable(clock, start);
				const found = ids(await list(table, clock, { ...wish, property: 'Id' }));
				const expected = start.map((_name, index) => index + 1);
				expect(found).toEqual(wish.direction === 'asc' ? expected : expected.reverse());
				const isProbed = wish.pageSize === 1 && start.length > 1;
				const pages = Math.max(1, Math.ceil(start.length / wish.pageSize));
				expect(table.requests).toHaveLength(pages + Number(isProbed));
			}),
			{ numRuns: 200 },
		);
	}, 60_000);

	it.each([-HOUR, HOUR])(
		'costs nothing extra where Nexudus has a clock that is %s ms ahead of n8n',
		async (clockAhead) => {
			const clock = new VirtualClock();
			const server: Habits = { clockAhead, changedAgo: 10_000 };
			const table = new ChangingTable(clock, Array(30).fill('Anna'), [], server);
			expect(await list(table, clock, { pageSize: 10 })).toHaveLength(30);
			expect(table.requests).toHaveLength(3);
		},
	);

	it('is asked for by up to four pages at a time, each once', async () => {
		const clock = new VirtualClock();
		const table = new ChangingTable(clock, Array(1000).fill('Anna'));
		expect(await list(table, clock, { pageSize: 100 })).toHaveLength(1000);
		expect(targets(table)).toEqual(
			Array.from({ length: 10 }, (_, index) => `page ${index + 1} size 100 dir 0`),
		);
		expect(clock.now() - clock.startedAt).toBeLessThan(10 * 40);
	});

	it('ends where a server gives the same page for ever', async () => {
		const clock = new VirtualClock();
		const table = new ChangingTable(clock, Array(5).fill('Anna'));
		const stuck = async (request: NexudusRequest): Promise<NexudusAnswer> => {
			const query = (request.query ?? []).map(([name, value]): [string, string] =>
				name === 'page' ? ['page', '1'] : [name, value],
			);
			return await table.send({ ...request, query });
		};
		expect(await list({ send: stuck }, clock, { pageSize: 2 })).toHaveLength(2);
		expect(table.requests.length).toBeLessThan(10);
	});

	it('is followed to its end where the server gives smaller pages or no total', async () => {
		const clock = new VirtualClock();
		const small = new ChangingTable(clock, Array(25).fill('Anna'), [], { mostRows: 10 });
		expect(await list(small, clock, {})).toHaveLength(25);
		expect(small.requests).toHaveLength(3);
		const silent = new ChangingTable(clock, Array(25).fill('Anna'), [], { total: 'untold' });
		expect(await list(silent, clock, { pageSize: 10 })).toHaveLength(25);
		expect(silent.requests).toHaveLength(3);
	});
});

describe('A limit', () => {
	it('asks for no more rows than wanted', async () => {
		const clock = new VirtualClock();
		const table = new ChangingTable(clock, Array(100).fill('Anna'));
		expect(ids(await list(table, clock, { limit: 7 }))).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(targets(table)).toEqual(['page 1 size 7 dir 0']);
	});

	it('counts accepted rows: where the server gave others, full pages are read until it is met', async () => {
		const clock = new VirtualClock();
		const table = new ChangingTable(clock, Array(100).fill('Anna'));
		const accept: ListRequest['accept'] = async (rows) =>
			await Promise.resolve(rows.filter(({ Id }) => Number(Id) % 10 === 0));
		const found = ids(await list(table, clock, { limit: 4, pageSize: 25, accept }));
		expect(found).toEqual([10, 20, 30, 40]);
		expect(targets(table)).toEqual([
			'page 1 size 4 dir 0',
			'page 1 size 25 dir 0',
			'page 2 size 25 dir 0',
		]);
	});

	it.each<[string, Change, number[]]>([
		['goes', { kind: 'delete', row: 1 }, [1, 2, 2, 1]],
		['comes', { kind: 'insert', name: 'Aaron' }, [1, 2, 3, 3, 2, 1]],
		['goes for one that comes', { kind: 'replace', row: 1, name: 'Earl' }, [1, 2, 2, 1]],
	])(
		'of several pages misses nobody while somebody %s, for one further pass',
		async (_how, first, pages) => {
			const start = ['Anna', 'Bea', 'Carl', 'Dora', 'Emil', 'Fritz', 'Gerd', 'Hans', 'Ida', 'Jan'];
			const clock = new VirtualClock();
			const table = new ChangingTable(clock, start, [first]);
			const wish = { limit: 6, pageSize: 3, property: 'FullName' } as const;
			const found = ids(await list(table, clock, wish));
			expect(found).toHaveLength(6);
			expect(new Set(found).size).toBe(6);
			expect(found).toEqual(
				expect.arrayContaining([1, 3, 4, 5].filter((id) => table.lasting.has(id))),
			);
			expect(targets(table)).toEqual(pages.map((page) => `page ${page} size 3 dir 0`));
		},
	);

	it('keeps the order of the server where somebody changes the table', async () => {
		const clock = new VirtualClock();
		const start = ['adam', 'Bea', 'carl', 'Dora', 'emil', 'Fritz'];
		const table = new ChangingTable(clock, start, [{ kind: 'delete', row: 5 }], {
			order: 'ignoringCase',
		});
		const wish = { limit: 4, pageSize: 2, property: 'FullName' } as const;
		expect(ids(await list(table, clock, wish))).toEqual([1, 2, 3, 4]);
		expect(table.requests).toHaveLength(4);
	});

	it('has each row judged once, though it is read twice, unless it changed', async () => {
		const clock = new VirtualClock();
		const table = new ChangingTable(
			clock,
			['Anna', 'Bea', 'Carl', 'Dora', 'Emil', 'Fritz'],
			[{ kind: 'none' }, { kind: 'rename', row: 5, name: 'Frieda' }],
		);
		const judged: number[] = [];
		const accept: ListRequest['accept'] = async (rows) => {
			judged.push(...ids(rows));
			return await asTheyAre(rows);
		};
		const found = await list(table, clock, { pageSize: 2, accept });
		expect(found.map(({ FullName }) => FullName)).toContain('Frieda');
		expect(judged).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('of one row still finds out which way the server sorts', async () => {
		const clock = new VirtualClock();
		const table = new ChangingTable(clock, ['Anna', 'Bea', 'Carl'], [], {
			direction: 'oneMinusOne',
		});
		expect(ids(await list(table, clock, { limit: 1, direction: 'desc' }))).toEqual([3]);
	});
});

describe('Sorted records', () => {
	it('are in order of the field either way, ties by Id', () => {
		const rows = [
			{ Id: 4, FullName: 'Bea' },
			{ Id: 1, FullName: 'Bea' },
			{ Id: 3, FullName: null },
			{ Id: 2, FullName: 'Anna' },
		];
		const field = fieldOf(contractContact, 'FullName');
		expect(ids(sortedRecords(rows, { field, direction: 'asc' }))).toEqual([3, 2, 1, 4]);
		expect(ids(sortedRecords(rows, { field, direction: 'desc' }))).toEqual([1, 4, 2, 3]);
	});
});
