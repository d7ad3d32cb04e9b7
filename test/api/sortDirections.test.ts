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
				fc.constantFrom(current, older),
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
		expect(asked).toEqual(['FullName 1', 'Id 0', 'FullName -1', 'FullName -1']);
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
