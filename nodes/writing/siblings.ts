import type { Persistence } from '../api/client';
import type { NexudusRecord } from '../record/field';
import type { Match } from '../record/match';
import type { Session } from '../run/session';
import { FRESH_FOR } from './copies';
import { matching } from './matching';

/** Gives the records of a parent. Throws a Failure. */
export type ListOfParent = (parent: number, persistence: Persistence) => Promise<NexudusRecord[]>;

/**
 * The records of one parent as they were listed last. Nothing may be created by a list that is
 * older than five seconds, or than what another execution created in the meantime.
 */
export class Siblings {
	private rows: readonly NexudusRecord[] = [];

	private listedAt = Number.NEGATIVE_INFINITY;

	/** How many writes of this process had ended when the list was asked for. */
	private seen = 0;

	private listing: Promise<void> | undefined;

	constructor(
		private readonly parent: number,
		private readonly listOfParent: ListOfParent,
		private readonly session: Session,
	) {}

	/** Lists them anew, once for all who ask at the same time. Throws a Failure. */
	async list(persistence: Persistence): Promise<readonly NexudusRecord[]> {
		this.listing ??= this.listed(persistence).finally(() => (this.listing = undefined));
		await this.listing;
		return this.rows;
	}

	/** Lists them anew once nobody else is creating what a match means. Throws a Failure. */
	async listAgain(match: Match, persistence: Persistence): Promise<void> {
		const { writes, clock } = this.session;
		await writes.whenCreated(this.parent, match, this.session, clock);
		await this.list(persistence);
	}

	/** Gives the ids of the records that a match means. */
	idsOf(match: Match): number[] {
		return matching(this.rows, match).map(({ Id }) => Number(Id));
	}

	/**
	 * Whether the list can't tell any more that there is no record which a match means, or tells by
	 * now that there is one: it may have been listed anew for another item.
	 */
	isOutdated(match: Match): boolean {
		const { clock, writes } = this.session;
		if (clock.now() - this.listedAt > FRESH_FOR) return true;
		if (this.idsOf(match).length > 0) return true;
		return writes.isCreated(this.parent, match, this.session, this.seen);
	}

	private async listed(persistence: Persistence): Promise<void> {
		const { clock, writes } = this.session;
		let asked: { at: number; seen: number } | undefined;
		const whenSent = (): undefined => {
			asked ??= { at: clock.now(), seen: writes.ended };
		};
		this.rows = await this.listOfParent(this.parent, { ...persistence, whenSent });
		this.listedAt = asked?.at ?? clock.now();
		this.seen = asked?.seen ?? writes.ended;
	}
}
