import type { NexudusRecord } from '../../nodes/record/field';
import { idOf } from '../../nodes/record/field';
import type { Account } from '../account';
import type { Answers, FilterAnswer, Finding } from '../findings';
import type { Outcome, Trial } from './trial';
import { isWholeTable, knowsOthers, outcomeInWords, tryOut } from './trial';

const NO_CONTACT = 'No contact to ask with';

/** Finds out whether AmlCheckStatus=0 is a filter, or counts as none. */
export async function askStatusZero(account: Account): Promise<Finding<Answers['statusZero']>> {
	if (account.isEmpty) return { answer: 'unknown', seen: NO_CONTACT };
	const matches = ({ AmlCheckStatus: status }: NexudusRecord): boolean | undefined =>
		typeof status === 'number' ? status === 0 : undefined;
	const { page, status } = await account.list([['ContractContact_AmlCheckStatus', '0']]);
	if (!page) return { answer: 'unknown', seen: `No list came (status ${status ?? 'none'})` };
	if (page.rows.some((row) => matches(row) === false)) {
		return { answer: 'ignored', seen: 'Contacts with another status came as well' };
	}
	if (isWholeTable(account, page, matches)) {
		return { answer: 'ignored', seen: 'As many came as there are in all' };
	}
	const isLess = (page.total ?? Infinity) < (account.total ?? 0);
	if (isLess || (knowsOthers(account, matches) && !page.hasNext)) {
		return { answer: 'filters', seen: 'Only contacts with status 0 came, others were left out' };
	}
	return { answer: 'unknown', seen: 'Every contact that was seen has status 0, or none at all' };
}

/** Finds out what becomes of a filter that no property has. */
export async function askUnknownFilter(
	account: Account,
): Promise<Finding<Answers['unknownFilter']>> {
	const listed = await account.list([['ContractContact_NoSuchProperty', 'x']], 1);
	const { page, status, isRefused } = listed;
	if (isRefused) return { answer: 'refused', seen: `It was refused with status ${status}` };
	if (!page) return { answer: 'unknown', seen: 'No list came' };
	if (account.isEmpty) return { answer: 'ignored', seen: 'It was not refused' };
	if (page.rows.length === 0) return { answer: 'unknown', seen: 'It was taken, and nothing came' };
	return { answer: 'ignored', seen: 'Contacts came as if it had not been there' };
}

/** Finds out whether a list can be asked for one Id. */
export async function askIdFilter(account: Account): Promise<Finding<FilterAnswer>> {
	const [id] = account.rows.keys();
	if (id === undefined) return { answer: 'unknown', seen: NO_CONTACT };
	return await askOne(account, {
		query: [['Id', String(id)]],
		absent: [['Id', String(account.unknownId())]],
		id,
		matches: (row) => row.Id === id,
	});
}

/** Finds out whether a list can be asked for one UniqueId. */
export async function askUniqueIdFilter(account: Account): Promise<Finding<FilterAnswer>> {
	const known = [...account.rows.values()].find(({ UniqueId: id }) => typeof id === 'string' && id);
	if (!known) return { answer: 'unknown', seen: NO_CONTACT };
	const wanted = String(known.UniqueId);
	return await askOne(account, {
		query: [['UniqueId', wanted]],
		absent: [['UniqueId', '00000000-0000-4000-8000-000000000000']],
		id: idOf(known),
		matches: (row) => String(row.UniqueId).toLowerCase() === wanted.toLowerCase(),
	});
}

async function askOne(account: Account, trial: Trial): Promise<Finding<FilterAnswer>> {
	const outcome = await tryOut(account, trial);
	const answers: Record<Outcome, FilterAnswer> = {
		works: 'works',
		ignored: 'ignored',
		refused: 'refused',
		misses: 'unknown',
		unclear: 'unknown',
	};
	return { answer: answers[outcome], seen: `Asked for one contact: ${outcomeInWords(outcome)}` };
}
