import { contractContact } from '../../nodes/recordTypes/contractContact';
import { Client } from '../../nodes/api/client';
import { Pace } from '../../nodes/api/pace';
import type { NexudusRequest } from '../../nodes/api/exchange';
import { requestTarget } from '../../nodes/api/exchange';
import { Records } from '../../nodes/api/records';
import { Failure } from '../../nodes/record/failure';
import type { NexudusRecord } from '../../nodes/record/field';
import { answered, wholeContact } from './answers';
import { VirtualClock } from './virtualClock';

const PATIENT = { throttleWait: 120_000, advice: 'Run the node again then.' };

type Shown = (contact: NexudusRecord) => NexudusRecord;

function without(...properties: string[]): Shown {
	return (contact) =>
		Object.fromEntries(Object.entries(contact).filter(([name]) => !properties.includes(name)));
}

/** A server whose batch route and whose read of one contact show different parts of it. */
function serverOf(ofMany: Shown, ofOne: Shown | 'failing') {
	const clock = new VirtualClock();
	const targets: string[] = [];
	const answer = ({ path }: NexudusRequest) => {
		const ids = /\[([\d,]+)\]$/.exec(path)?.[1].split(',').map(Number);
		if (ids) return answered(ids.map((id) => ofMany(wholeContact(id))));
		if (ofOne === 'failing') return answered('', 405);
		return answered(ofOne(wholeContact(Number(path.split('/').pop()))));
	};
	const client = new Client(
		async (request) => {
			targets.push(requestTarget(request));
			await clock.passes(40);
			return answer(request);
		},
		clock,
		contractContact,
		new Pace().join(clock),
	);
	const records = new Records(client, contractContact);
	const read = async (ids: number[]) => await clock.until(records.readMany(ids, PATIENT));
	const singles = () => targets.filter((target) => !target.includes('[')).length;
	return { read, targets, singles };
}

const IDS = Array.from({ length: 230 }, (_value, index) => 87_000_001 + index);

describe('A batch that gives partial records', () => {
	it.each(['Notes', 'Address', 'AmlPappersResponse', 'AmlNotes', 'PhoneNumber'])(
		'without %s is read by single reads, and asked for no more',
		async (property) => {
			const { read, targets, singles } = serverOf(without(property), without());
			const found = await read(IDS);
			expect([...found.keys()].sort()).toEqual(IDS);
			for (const id of IDS) expect(found.get(id)).toEqual(wholeContact(id));
			expect(singles()).toBe(IDS.length);
			const before = targets.length;
			await read(IDS.slice(0, 3));
			expect(targets.slice(before).every((target) => !target.includes('['))).toBe(true);
		},
	);

	it('reads singly only those records that lack something', async () => {
		const isPartial = ({ Id }: NexudusRecord): boolean => Number(Id) % 50 === 0;
		const { read, singles } = serverOf(
			(contact) => (isPartial(contact) ? without('Notes')(contact) : contact),
			without(),
		);
		const found = await read(IDS);
		for (const id of IDS) expect(found.get(id)).toEqual(wholeContact(id));
		expect(singles()).toBe(IDS.filter((Id) => isPartial({ Id })).length);
	});

	it('which a single read lacks as well is taken for whole after one such read', async () => {
		const older = without('AmlNotes', 'AmlPappersResponse', 'AmlCheckDate');
		const { read, targets, singles } = serverOf(older, older);
		const found = await read(IDS);
		for (const id of IDS) expect(found.get(id)).toEqual(older(wholeContact(id)));
		await read(IDS);
		expect(singles()).toBe(1);
		expect(targets).toHaveLength(7);
	});

	it('is not believed for a property that the single read has, next to one that it lacks', async () => {
		const { read } = serverOf(without('AmlNotes', 'Notes'), without('AmlNotes'));
		const found = await read(IDS.slice(0, 5));
		for (const id of IDS.slice(0, 5)) {
			expect(found.get(id)).toEqual(without('AmlNotes')(wholeContact(id)));
		}
	});

	it('fails each record that can’t be read singly either', async () => {
		const { read } = serverOf(without('State'), 'failing');
		const found = await read(IDS.slice(0, 4));
		expect([...found.values()].every((one) => one instanceof Failure)).toBe(true);
	});
});
