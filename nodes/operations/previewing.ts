import type { ItemParameters } from '../n8n/itemParameters';
import type { Output } from '../record/output';
import type { Outcome, Planned } from '../run/outcome';
import { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import { rehearsalOf } from '../writing/rehearsal';
import type { Telling } from '../writing/telling';

/** Gives what is told of a write by its record alone, unless an option asks for more. */
export function tellingOf(parameters: ItemParameters): Telling {
	if (parameters.isOn('previewOnly', false)) return 'preview';
	return parameters.isOn('addChanges', false) ? 'changes' : 'record';
}

/** The same where what was done has to be told too. Raw records come out exactly as they are. */
export function tellingWithAction(parameters: ItemParameters, { kind }: Output): Telling {
	const telling = tellingOf(parameters);
	return telling === 'record' && kind !== 'raw' ? 'action' : telling;
}

/**
 * Carries out the previews first, in a session that writes nothing, and then all others: of a run
 * that ends at the first failure nothing is written before every preview is there.
 */
export async function previewedFirst<Plan extends { telling: Telling }>(
	planned: ReadonlyArray<Planned<Plan>>,
	session: Session,
	carryOut: (
		planned: Array<Plan & { item: number }>,
		session: Session,
		outcomes: Outcomes,
	) => Promise<void>,
): Promise<readonly Outcome[]> {
	const outcomes = new Outcomes(session);
	const all = planned.map(({ item, plan }) => ({ ...plan, item }));
	const previews = all.filter(({ telling }) => telling === 'preview');
	const others = all.filter(({ telling }) => telling !== 'preview');
	if (previews.length > 0) await carryOut(previews, rehearsalOf(session), outcomes);
	if (others.length > 0 && outcomes.goesOn()) await carryOut(others, session, outcomes);
	return outcomes.list();
}
