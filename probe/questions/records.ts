import { isEmpty } from '../../nodes/record/comparison';
import type { Field, NexudusRecord } from '../../nodes/record/field';
import { instantOf } from '../../nodes/record/moments';
import type { Account } from '../account';
import type { Answers, Finding } from '../findings';

const SECOND = 1_000;
/** A stamp that is set in the same save may be a little later, and has whole seconds. */
const SAME_SAVE = 5 * SECOND;

type LeftOut = Answers['leftOut'];

/** Tells from the rows and the full records what lists do with the properties they leave out. */
export function leftOut(account: Account): Finding<LeftOut> {
	if (account.isEmpty) return { answer: 'unknown', seen: 'No contact in the list' };
	const fields = account.asking.type.fields.filter((field) => field.leftOutOfLists);
	const ways = fields.map((field) => ({ field, way: wayOf(account, field) }));
	const known = new Set(ways.map(({ way }) => way).filter((way) => way !== 'unknown'));
	const seen = ways.map(({ field, way }) => `${field.property} ${way}`).join(', ');
	const [only = 'unknown'] = known;
	// A property that is there, whatever it holds, differs from one that is absent.
	const isPartlyAbsent = known.has('absent') && ways.some(({ way }) => way !== 'absent');
	return { answer: known.size > 1 || isPartlyAbsent ? 'mixed' : only, seen };
}

/** A null in a row counts as left out only where the full record has a value. */
function wayOf(account: Account, { property }: Field): LeftOut {
	const rows = [...account.rows.values()];
	const present = rows.filter((row) => property in row);
	if (present.length === 0) return 'absent';
	if (present.length < rows.length) return 'mixed';
	const isCleared = (row: NexudusRecord): boolean =>
		isEmpty(row[property]) && !isEmpty(account.full.get(Number(row.Id))?.[property]);
	const cleared = present.some(isCleared);
	const filled = present.some((row) => !isEmpty(row[property]));
	if (cleared && filled) return 'mixed';
	if (cleared) return 'null';
	return filled ? 'filled' : 'unknown';
}

/** Tells from stamps of the past whether the result of a check moves UpdatedOn. */
export function amlMovesUpdatedOn(
	account: Account,
	now: number,
): Finding<Answers['amlMovesUpdatedOn']> {
	const leads = [...account.rows.values()].flatMap(({ AmlCheckDate, UpdatedOn }) => {
		const [checked, updated] = [instantOf(AmlCheckDate), instantOf(UpdatedOn)];
		if (checked === undefined || updated === undefined || checked > now) return [];
		return [checked - updated];
	});
	const later = leads.filter((lead) => lead > SECOND).length;
	const same = leads.filter((lead) => Math.abs(lead) <= SAME_SAVE).length;
	const seen = `Of ${leads.length} checks ${later} are later than UpdatedOn, ${same} of the same moment`;
	if (later > 0) return { answer: 'no', seen };
	return { answer: same > 0 ? 'yes' : 'unknown', seen };
}
