import type { NexudusRecord } from '../../nodes/record/field';
import { instantOf } from '../../nodes/record/moments';
import type { Account } from '../account';
import type { Direction, Finding } from '../findings';

type Way = 'up' | 'down' | 'neither';
type Ask = (dir: string) => Promise<Way>;

const ROWS = 25;

/** Each property that orders the records for certain, and how its values compare. */
const ORDERS: Record<string, (row: NexudusRecord) => number | undefined> = {
	Id: (row) => Number(row.Id),
	CreatedOn: (row) => instantOf(row.CreatedOn),
};

/** Finds out which values of `dir` sort a list up and down. */
export async function askDirection(account: Account): Promise<Finding<Direction>> {
	if (account.rows.size < 2) return { answer: 'unknown', seen: 'Fewer than two contacts' };
	let finding: Finding<Direction> = { answer: 'unknown', seen: '' };
	for (const property of Object.keys(ORDERS)) {
		finding = await askBy(account, property);
		if (finding.answer !== 'unknown') return finding;
	}
	return finding;
}

async function askBy(account: Account, property: string): Promise<Finding<Direction>> {
	const seen: string[] = [];
	const ask: Ask = async (dir) => {
		const { page } = await account.list(
			[
				['orderBy', property],
				['dir', dir],
			],
			ROWS,
		);
		const way = wayOf(page?.rows ?? [], ORDERS[property]);
		seen.push(`dir=${dir} ${way}`);
		return way;
	};
	const answer = await convention(ask);
	return { answer, seen: `By ${property}: ${seen.join(', ')}` };
}

/** 1 comes first: a server of the older kind may take the 0 that it does not know for its default. */
async function convention(ask: Ask): Promise<Direction> {
	const one = await ask('1');
	if (one === 'down' && (await ask('0')) === 'up') return 'current';
	if (one === 'up' && (await ask('-1')) === 'down') return 'older';
	const wordsWork = (await ask('Ascending')) === 'up' && (await ask('Descending')) === 'down';
	return wordsWork ? 'words' : 'unknown';
}

function wayOf(
	rows: readonly NexudusRecord[],
	valueOf: (row: NexudusRecord) => number | undefined,
): Way {
	const values = rows.map(valueOf).filter((value) => value !== undefined);
	const steps = values.slice(1).map((value, index) => Math.sign(value - values[index]));
	const [ups, downs] = [1, -1].map((sign) => steps.filter((step) => step === sign).length);
	if (ups > 0 && downs === 0) return 'up';
	return downs > 0 && ups === 0 ? 'down' : 'neither';
}
