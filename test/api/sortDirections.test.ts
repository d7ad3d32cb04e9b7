import fc from 'fast-check';
import { contractContact } from '../../nodes/recordTypes/contractContact';
import type { ListPage } from '../../nodes/api/records';
import type { Direction } from '../../nodes/api/sortDirections';
import { directionOf, SortDirections } from '../../nodes/api/sortDirections';
import { fieldOf } from '../../nodes/record/field';

const idField = fieldOf(contractContact, 'Id');
const nameField = fieldOf(contractContact, 'FullName');

type Convention = (dir: string) => Direction;
const current: Convention = (dir) => (dir === '1' ? 'desc' : 'asc');
const older: Convention = (dir) => (dir === '1' ? 'asc' : 'desc');
/** Takes the number that it does not know for its default. */
const olderUp: Convention = (dir) => (dir === '-1' ? 'desc' : 'asc');

/** A server with this convention and these names, and what it was asked for. */
function server(convention: Convention, names: readonly string[], size = 3) {
	const asked: string[] = [];
	const rows = names.map((FullName, index) => ({ Id: index + 1, FullName }));
	const pageOf = (property: 'Id' | 'FullName', count: number) => {
		return async (dir: string): Promise<ListPage> => {
			asked.push(`${property} ${dir}`);
			const sorted = [...rows].sort((one, other) =>
				one[property] === other[property] ? 0 : one[property] < other[property] ? -1 : 1,
			);
			if (convention(dir) === 'desc') sorted.reverse();
			const records = sorted.slice(0, count);
			const hasNext = rows.length > count;
			return await Promise.resolve({
				records,
				total: rows.length,
				hasNext,
				size: count,
				askedAt: 0,
			});
		};
	};
	const byId = { field: idField, probe: pageOf('Id', 2) };
	return { asked, ask: pageOf('FullName', size), byId };
}

function namesOf(page: ListPage): unknown[] {
	return page.records.map(({ FullName }) => FullName);
}

describe('The first page', () => {
	const names = fc.array(fc.constantFrom('Anna', 'Bea', 'Carl'), { minLength: 2, maxLength: 8 });

	it('runs the way that was asked for, whatever the server’s numbers mean', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(current, older, olderUp),
				fc.constantFrom<Direction>('asc', 'desc'),
				names,
				async (convention, direction, given) => {
					const { ask, byId } = server(convention, given);
					const directions = new SortDirections();
					const sort = { field: nameField, direction };
					const expected = [...given].sort();
					if (direction === 'desc') expected.reverse();
					for (let times = 0; times < 2; times++) {
						const page = await directions.firstPage(sort, ask, byId);
						expect(namesOf(page)).toEqual(expected.slice(0, 3));
					}
				},
			),
		);
	});

	it('costs one request where the server numbers as documented and the rows tell', async () => {
		const { asked, ask, byId } = server(current, ['Anna', 'Bea', 'Carl', 'Dora']);
		const directions = new SortDirections();
		await directions.firstPage({ field: nameField, direction: 'desc' }, ask, byId);
		await directions.firstPage({ field: nameField, direction: 'asc' }, ask, byId);
		expect(asked).toEqual(['FullName 1', 'FullName 0']);
	});

	it('is asked for again once, where the server numbers as in the older document', async () => {
		const { asked, ask, byId } = server(older, ['Anna', 'Bea', 'Carl', 'Dora']);
		const directions = new SortDirections();
		await directions.firstPage({ field: nameField, direction: 'asc' }, ask, byId);
		await directions.firstPage({ field: nameField, direction: 'desc' }, ask, byId);
		expect(asked).toEqual(['FullName 0', 'FullName 1', 'FullName -1']);
	});

	it('of equal values is settled by one probe by Id', async () => {
		const { asked, ask, byId } = server(older, Array<string>(9).fill('Anna'));
		const directions = new SortDirections();
		await directions.firstPage({ field: nameField, direction: 'desc' }, ask, byId);
		await directions.firstPage({ field: nameField, direction: 'desc' }, ask, byId);
		expect(asked).toEqual(['FullName 1', 'Id 1', 'FullName -1', 'FullName -1']);
	});

	it('of one row is the newest where the unknown number 0 means the server’s default', async () => {
		const names = ['Anna', 'Bea', 'Carl', 'Dora'];
		for (const convention of [older, olderUp]) {
			const { asked, ask, byId } = server(convention, names, 1);
			const sort = { field: nameField, direction: 'desc' } as const;
			expect(namesOf(await new SortDirections().firstPage(sort, ask, byId))).toEqual(['Dora']);
			expect(asked).toEqual(['FullName 1', 'Id 1', 'FullName -1']);
		}
	});

	it('tells nothing of the numbers where 0 happens to be right', async () => {
		const { asked, ask, byId } = server(olderUp, ['Anna', 'Bea', 'Carl', 'Dora']);
		const directions = new SortDirections();
		const sort = { field: nameField, direction: 'asc' } as const;
		expect(namesOf(await directions.firstPage(sort, ask, byId))).toEqual(['Anna', 'Bea', 'Carl']);
		const back = { field: nameField, direction: 'desc' } as const;
		expect(namesOf(await directions.firstPage(back, ask, byId))).toEqual(['Dora', 'Carl', 'Bea']);
		expect(asked).toEqual(['FullName 0', 'FullName 1', 'FullName -1']);
	});

	it('of equal values that was asked for anew tells the pages that follow how to ask, too', async () => {
		const { ask, byId } = server(older, ['Bea', 'Bea', 'Bea', 'Carl', 'Dora']);
		const directions = new SortDirections();
		const page = await directions.firstPage({ field: nameField, direction: 'asc' }, ask, byId);
		expect(namesOf(page)).toEqual(['Bea', 'Bea', 'Bea']);
		expect(directions.valueOf('asc')).toBe('1');
	});

	it('in no order at all is asked for again after one probe', async () => {
		const { asked, ask, byId } = server(olderUp, ['Anna', 'Bea', 'Carl', 'Dora', 'Emil']);
		const shuffled = async (dir: string): Promise<ListPage> => {
			const page = await ask(dir);
			if (dir !== '0') return page;
			const [first, second, third] = page.records;
			return { ...page, records: [first, third, second] };
		};
		const sort = { field: nameField, direction: 'asc' } as const;
		const page = await new SortDirections().firstPage(sort, shuffled, byId);
		expect(namesOf(page)).toEqual(['Anna', 'Bea', 'Carl']);
		expect(asked).toEqual(['FullName 0', 'Id 1', 'FullName 1']);
	});

	it('that runs the wrong way whatever is asked for is never given', async () => {
		const rows = [31, 32, 33].map((Id) => ({ Id }));
		const ask = async (): Promise<ListPage> =>
			await Promise.resolve({ records: rows, total: 9, hasNext: true, size: 3, askedAt: 0 });
		const sort = { field: idField, direction: 'desc' } as const;
		const first = new SortDirections().firstPage(sort, ask, { field: idField, probe: ask });
		await expect(first).rejects.toThrow("did not sort by 'ID'");
	});

	it('of several lists that start together needs one probe', async () => {
		const { asked, ask, byId } = server(older, Array<string>(9).fill('Anna'));
		const directions = new SortDirections();
		const sort = { field: nameField, direction: 'desc' } as const;
		await Promise.all([1, 2, 3].map(async () => await directions.firstPage(sort, ask, byId)));
		expect(asked.filter((request) => request === 'Id 1')).toHaveLength(1);
	});

	it('that is the whole list in no particular order needs no probe', async () => {
		const { asked, ask, byId } = server(older, ['Anna', 'Anna']);
		await new SortDirections().firstPage({ field: nameField, direction: 'asc' }, ask, byId);
		expect(asked).toEqual(['FullName 0']);
	});
});

describe('The direction of rows', () => {
	const rows = (...names: Array<string | null>) => names.map((FullName) => ({ FullName }));

	it('ignores case, rows that hold nothing, and signs that servers place in their own way', () => {
		expect(directionOf(rows('anna', null, 'BEA', 'Émil', 'Fritz'), nameField)).toBe('asc');
		expect(directionOf(rows('Fritz', 'émil', 'bea', '', 'ANNA'), nameField)).toBe('desc');
	});

	it('is open where nothing differs', () => {
		expect(directionOf(rows('Anna', 'Anna'), nameField)).toBeUndefined();
		expect(directionOf(rows('Anna'), nameField)).toBeUndefined();
		expect(directionOf([], nameField)).toBeUndefined();
	});
});
