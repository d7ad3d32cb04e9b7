import { contractContact } from '../../nodes/recordTypes/contractContact';
import { triggerOffer } from '../../nodes/recordTypes/contractContactEvents';
import { filtering } from '../../nodes/record/filters';
import type { Asked, Look } from '../../nodes/trigger/detection';
import { detected } from '../../nodes/trigger/detection';
import type { TriggerState } from '../../nodes/trigger/state';
import { emptyState, OVERLAP } from '../../nodes/trigger/state';

const MINUTE = 60_000;
const NINE = Date.UTC(2026, 10, 24, 9);

function stamp(minutesPastNine: number): string {
	return new Date(NINE + minutesPastNine * MINUTE).toISOString().replace('.000Z', 'Z');
}

function row(Id: number, minutesPastNine: number, more: object = {}) {
	return {
		Id,
		FullName: 'Niamh Kavanagh',
		ContractContactType: 1,
		AmlCheckStatus: 0,
		CreatedOn: stamp(minutesPastNine),
		UpdatedOn: stamp(minutesPastNine),
		...more,
	};
}

function asked(event: string, filters: Record<string, unknown> = {}): Asked {
	const watch = triggerOffer.watches.find((candidate) => candidate.event === event);
	if (!watch) throw new Error(`There is no event ${event}`);
	const { conditions } = filtering(contractContact, filters, {
		timeZone: 'UTC',
		textMatch: 'api',
		emptyFilters: 'refuse',
	});
	return { type: contractContact, watch, account: 'production', conditions };
}

function whole(...rows: Look['rows']): Look {
	return { rows, completeUntil: Number.POSITIVE_INFINITY };
}

function idsIn(what: Asked, state: TriggerState, look: Look): unknown[] {
	return detected(what, state, look).changes.map((change) => change.row.Id);
}

describe('The detection of changes', () => {
	const updated = asked('createdOrUpdated');

	it('takes everything for new where the table was empty', () => {
		const state = emptyState(updated, undefined);
		expect(idsIn(updated, state, whole(row(1, 0), row(2, -500)))).toEqual([2, 1]);
	});

	it('begins the next reading ten minutes before the newest stamp, on the minute', () => {
		const { state } = detected(updated, emptyState(updated, NINE), whole(row(1, 4.5)));
		expect(state.from).toBe(NINE + 4 * MINUTE - OVERLAP);
	});

	it('never begins a reading earlier than the one before', () => {
		const state = emptyState(updated, NINE);
		expect(detected(updated, state, whole()).state.from).toBe(state.from);
		expect(detected(updated, state, whole(row(1, -8))).state.from).toBe(state.from);
	});

	it('reads again what it left for a later poll', () => {
		const rows = [row(1, 1), row(2, 2), row(3, 60)];
		const first = detected(updated, emptyState(updated, NINE), whole(...rows), new Set([2, 3]));
		expect(first.changes.map((change) => change.row.Id)).toEqual([1]);
		expect(first.state.from).toBe(NINE + 2 * MINUTE);
		expect(idsIn(updated, first.state, whole(...rows.slice(1)))).toEqual([2, 3]);
	});

	it('does not go beyond what was read completely', () => {
		const look = { rows: [row(1, 30)], completeUntil: NINE + 5 * MINUTE };
		const { state } = detected(updated, emptyState(updated, NINE), look);
		expect(state.from).toBe(NINE + 5 * MINUTE);
	});

	it('forgets a version when its stamps can’t be read again', () => {
		const first = detected(updated, emptyState(updated, NINE), whole(row(1, 1))).state;
		expect(Object.keys(first.seen)).toEqual(['1']);
		const second = detected(updated, first, whole(row(1, 1), row(2, 20))).state;
		expect(Object.keys(second.seen)).toEqual(['2']);
	});

	it('takes no change of what Nexudus copies from the coworker for a change of the contact', () => {
		const { state } = detected(updated, emptyState(updated, NINE), whole(row(1, 1)));
		const renamed = row(1, 1, { CoworkerFullName: 'Niamh Kavanagh-Burke', CoworkerActive: false });
		expect(idsIn(updated, state, whole(renamed))).toEqual([]);
	});

	it('takes an empty text, null and an absent field for the same', () => {
		const { state } = detected(updated, emptyState(updated, NINE), whole(row(1, 1, { Email: '' })));
		expect(idsIn(updated, state, whole(row(1, 1, { Email: null })))).toEqual([]);
		expect(idsIn(updated, state, whole(row(1, 1)))).toEqual([]);
	});

	it('remembers a new contact that does not match, so that it is judged once', () => {
		const directors = asked('created', { contractContactType: [1] });
		const recipient = row(1, 1, { ContractContactType: 3 });
		const { state } = detected(directors, emptyState(directors, NINE), whole(recipient));
		expect(idsIn(directors, state, whole({ ...recipient, ContractContactType: 1 }))).toEqual([]);
	});
});

describe('The detection of a changed value', () => {
	const status = asked('amlStatusChanged');

	function known(...rows: Look['rows']): TriggerState {
		const sweep = { rows, isWhole: true, next: { doneAt: 1, position: null } };
		return detected(status, emptyState(status, NINE), { ...whole(), sweep }).state;
	}

	function previousIn(state: TriggerState, look: Look): unknown[] {
		return detected(status, state, look).changes.map(({ row: { Id }, previous }) => [Id, previous]);
	}

	it('tells the value before', () => {
		const state = known(row(1, -900, { AmlCheckStatus: 1 }));
		expect(previousIn(state, whole(row(1, 5, { AmlCheckStatus: 3 })))).toEqual([[1, 1]]);
	});

	it('takes no status for one that has not started', () => {
		const state = known(row(1, -900, { AmlCheckStatus: null }));
		expect(previousIn(state, whole(row(1, 5, { AmlCheckStatus: 0 })))).toEqual([]);
	});

	it('forgets contacts that are gone when all have been read', () => {
		const state = known(row(1, -900), row(2, -800));
		const sweep = { rows: [row(2, -800)], isWhole: true, next: { doneAt: 2, position: null } };
		const after = detected(status, state, { ...whole(), sweep }).state;
		expect(after.known.length).toBeLessThan(state.known.length);
	});

	it('waits for the date of a check while it does not know what was there before', () => {
		const state = emptyState(status, NINE);
		const old = { CreatedOn: stamp(-9000), AmlCheckStatus: 3 };
		const undated = row(1, 5, old);
		const dated = row(2, 5, { ...old, AmlCheckDate: stamp(4) });
		expect(previousIn(state, whole(undated, dated))).toEqual([[2, null]]);
	});

	it('counts a contact that appeared late although its stamp lies before the activation', () => {
		const late = row(1, -1, { AmlCheckStatus: 4 });
		expect(previousIn(emptyState(status, NINE), whole(late))).toEqual([[1, null]]);
	});

	it('reads all again where a change without a date was left for a later poll', () => {
		const state = known(row(1, -900));
		const silent = row(1, -900, { AmlCheckStatus: 1 });
		const sweep = { rows: [silent], isWhole: true, next: { doneAt: 9, position: null } };
		const after = detected(status, state, { ...whole(), sweep }, new Set([1])).state;
		expect(after.sweep).toEqual(state.sweep);
		expect(previousIn(after, { ...whole(), sweep })).toEqual([[1, 0]]);
	});
});
