import type { Failure } from '../record/failure';
import { asFailure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { inParallel } from './inParallel';
import type { Outcome, Planned } from './outcome';
import type { Session } from './session';

/** Collects what came of the items, and tells when no new one should start. */
export class Outcomes {
	private readonly all: Outcome[] = [];

	private hasFailed = false;

	constructor(private readonly session: Session) {}

	succeed(item: number, output: NexudusRecord[]): void {
		this.all.push({ item, output });
	}

	fail(item: number, failure: Failure, id?: number): void {
		this.hasFailed = true;
		if (this.session.onFailure === 'stop') this.session.records.endWrites(failure);
		this.all.push({ item, failure, ...(id === undefined ? {} : { id }) });
	}

	/** Whether further items may start. */
	goesOn(): boolean {
		return !this.hasFailed || this.session.onFailure === 'continue';
	}

	list(): readonly Outcome[] {
		return this.all;
	}
}

/** Gives one outcome for each item by working on each alone, four at a time. */
export async function outcomesOfEach<Plan>(
	planned: ReadonlyArray<Planned<Plan>>,
	session: Session,
	work: (plan: Plan) => Promise<NexudusRecord[]>,
): Promise<readonly Outcome[]> {
	const outcomes = new Outcomes(session);
	const workOn = async ({ item, plan }: Planned<Plan>): Promise<void> => {
		try {
			outcomes.succeed(item, await work(plan));
		} catch (error) {
			outcomes.fail(item, asFailure(error));
		}
	};
	await inParallel(planned, workOn, () => outcomes.goesOn());
	return outcomes.list();
}
