import { N8nProcess } from './world/n8nProcess';
import type { Latency } from './world/virtualNexudus';
import { VirtualNexudus } from './world/virtualNexudus';
import { update, updateOf } from './world/works';

const QUICK: Latency = { there: 1, back: 1 };
/** Read at once, but long under way to whoever asked. */
const LATE: Latency = { there: 0.5, back: 50 };

describe('Where a Nexudus reads no batches, so that an execution reads its records one by one', () => {
	it('a change that another execution makes meanwhile is kept', async () => {
		const latencies = [QUICK, QUICK, LATE];
		const nexudus = new VirtualNexudus({
			records: { contacts: 20 },
			latency: () => latencies.shift() ?? QUICK,
		});
		nexudus.fail({ when: { method: 'GET', nth: 1 }, how: { status: 404 } });
		const [{ Id: id }, other] = nexudus.writable;
		const n8n = new N8nProcess(nexudus);

		const two = update(n8n.execution(), [
			updateOf(0, id, { Notes: 'Post goes to the second floor' }),
			updateOf(1, other.Id, { Notes: 'Collects on Fridays' }),
		]);
		const one = update(n8n.execution(), [updateOf(0, id, { PhoneNumber: '+44 20 7946 0991' })]);
		await nexudus.clock.until(Promise.all([two, one]));

		expect(nexudus.contacts.get(id)).toMatchObject({
			Notes: 'Post goes to the second floor',
			PhoneNumber: '+44 20 7946 0991',
		});
	});
});
