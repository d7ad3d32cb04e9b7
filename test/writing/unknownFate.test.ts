import { isFailed } from '../../nodes/run/outcome';
import { N8nProcess } from './world/n8nProcess';
import { VirtualNexudus } from './world/virtualNexudus';
import { update, updateOf } from './world/works';

const latency = () => ({ there: 2, back: 2 });

describe('A write whose answer was lost, where loading the record again fails, too', () => {
	it('is not undone by the next item for the same record', async () => {
		const nexudus = new VirtualNexudus({ records: { contacts: 20 }, latency });
		nexudus.fail({ when: { method: 'PUT', nth: 1 }, how: 'truncated body' });
		nexudus.fail({ when: { method: 'GET', nth: 2 }, how: 'unsuccessful 200' });
		const [{ Id: id }, other] = nexudus.writable;
		const execution = new N8nProcess(nexudus).execution();

		const updates = [
			updateOf(0, id, { PhoneNumber: '+44 20 7946 0991' }),
			updateOf(1, id, { Notes: 'Post goes to the second floor' }),
			updateOf(2, other.Id, { Notes: 'Collects on Fridays' }),
		];
		await nexudus.clock.until(update(execution, updates));

		const failed = execution.outcomes.list().filter(isFailed);
		expect(failed.map(({ item, failure }) => [item, failure.message])).toEqual([
			[0, `Contract contact ${id} may have been updated: the answer was lost`],
		]);
		expect(nexudus.contacts.get(id)).toMatchObject({
			PhoneNumber: '+44 20 7946 0991',
			Notes: 'Post goes to the second floor',
		});
	});
});
