import { Failure } from '../record/failure';
import { fieldOf, idOf } from '../record/field';
import { instantOf, minuteBefore } from '../record/moments';
import { readColumn } from './columns';
import type { Looking } from './look';
import { newestRow } from './look';
import type { TriggerState } from './state';

/** A record may be deleted between two requests; hardly two of them in a row. */
const TRIES = 2;

/**
 * Makes sure that the newest record comes back when it is asked for as the polls will ask. An API
 * that reads times without a zone otherwise than as UTC may hide new records for hours, and the
 * trigger would keep silent. Throws a Failure where it hides them.
 */
export async function assureNewestIsShown(looking: Looking, state: TriggerState): Promise<void> {
	for (let tries = 0; tries < TRIES; tries++) {
		if (await isNewestShown(looking, state)) return;
	}
	throw hidden(looking, state);
}

async function isNewestShown(looking: Looking, { from }: TriggerState): Promise<boolean> {
	const { reading, watch } = looking;
	const newest = await newestRow(looking);
	const stamp = instantOf(newest?.[watch.clock]);
	if (newest === undefined || stamp === undefined) return true;
	if (from === null || stamp < from) return true;
	const { rows } = await readColumn(reading, {
		property: watch.clock,
		from,
		mayStop: () => false,
		unfiltered: 'fail',
	});
	return rows.some((row) => idOf(row) === idOf(newest));
}

function hidden({ reading, watch }: Looking, { from }: TriggerState): Failure {
	const { type } = reading.records;
	const { label } = fieldOf(type, watch.clock);
	const since = minuteBefore(from ?? 0);
	return new Failure(
		`Nexudus does not show its newest ${type.label} when asked for '${label}' since ${since} (UTC)`,
		{
			description: `It seems to read times without a zone as those of another zone than UTC, or to filter by '${label}' in its own way, so that this trigger would keep silent. Report it to the makers of this node. Until then, let a schedule start the workflow and list the ${type.nouns}.`,
			cause: 'configuration-invalid',
		},
	);
}
