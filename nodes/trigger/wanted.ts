import type { IPollFunctions } from 'n8n-workflow';
import { ItemParameters } from '../n8n/itemParameters';
import { NodeParameters } from '../n8n/nodeParameters';
import { linkedOutput, outputChoice } from '../n8n/outputChoice';
import type { Persistence } from '../api/client';
import { eventParameter, triggerParameters } from '../parameters/triggerParameters';
import { parameterFailure } from '../record/failure';
import { fieldOf, parameterName } from '../record/field';
import type { Filtering } from '../record/filters';
import { filtering, filterParameters, isEmptyFilter } from '../record/filters';
import type { Output } from '../record/output';
import { showsLeftOutFields } from '../record/output';
import type { Offer, Watch } from '../record/watch';

/** What the parameters of a trigger say. */
export type Wanted = WantedChanges | WantedDeletions;

/** What they say of an event that has a record. */
export interface WantedChanges {
	kind: 'changes';
	watch: Watch;
	filtering: Filtering;
	/** For a test run: what could have been the event, too. */
	testFiltering: Filtering;
	rows: 'asListed' | 'full';
	output: Output;
	persistence: Persistence;
}

/** Of a record that is gone nothing is left to filter by or to put out. */
export interface WantedDeletions {
	kind: 'deletions';
	event: string;
	persistence: Persistence;
}

/** Reads and checks the parameters. Throws a Failure. */
export function wanted(context: IPollFunctions, offer: Offer): Wanted {
	const parameters = new ItemParameters(nodeParameters(context, offer), 0);
	const persistence = parameters.persistence();
	const watch = wantedWatch(parameters, offer);
	if (watch === undefined) return { kind: 'deletions', event: offer.deletions.event, persistence };
	const output = linkedOutput(offer.type, parameters, outputChoice(offer.type, parameters));
	const isFull = parameters.isOn('fullRecords', false) || showsLeftOutFields(offer.type, output);
	const filters = givenFilters(parameters, offer);
	const reading = {
		timeZone: parameters.timeZone,
		textMatch: 'api',
		emptyFilters: 'refuse',
	} as const;
	// Filters that the API does not have may look at more than the one record that is judged.
	const type = { ...offer.type, nodeFilters: [] };
	return {
		kind: 'changes',
		watch,
		filtering: filtering(type, filters, reading),
		testFiltering: filtering(type, { ...likelyFilters(watch, offer), ...filters }, reading),
		rows: isFull ? 'full' : 'asListed',
		output,
		persistence,
	};
}

/** A poll has parameters without an item. */
function nodeParameters(context: IPollFunctions, offer: Offer): NodeParameters {
	return new NodeParameters(
		{
			getTimezone: () => context.getTimezone(),
			getNode: () => context.getNode(),
			getNodeParameter: (name, _item, otherwise) => context.getNodeParameter(name, otherwise),
		},
		() => [eventParameter(offer), ...triggerParameters(offer)],
	);
}

/** Gives what is watched; undefined for deletions, which no column tells of. */
function wantedWatch(parameters: ItemParameters, { watches, deletions }: Offer): Watch | undefined {
	const event = parameters.value('event');
	if (event === deletions.event) return undefined;
	const watch = watches.find((candidate) => candidate.event === event);
	if (watch) return watch;
	const names = [...watches, deletions].map((candidate) => candidate.event).join(', ');
	throw parameterFailure('Event', `must be one of: ${names}`, "Choose it under 'Event'.");
}

/** The text of the filters' own refusal speaks of an option that only lists have. */
function givenFilters(parameters: ItemParameters, { type }: Offer): Record<string, unknown> {
	const given = parameters.collection('filters', 'Filters');
	const known = new Map(filterParameters(type).map((filter) => [filter.name, filter]));
	for (const [name, value] of Object.entries(given)) {
		const filter = known.get(name);
		if (!filter || !isEmptyFilter(filter, value)) continue;
		throw parameterFailure(
			filter.label,
			"in 'Filters' is empty",
			`An empty filter would let every ${type.noun} through. Give it a value or remove it.`,
		);
	}
	return given;
}

/** A record whose value was never changed is no example of a change. */
function likelyFilters({ sign }: Watch, { type }: Offer): Record<string, unknown> {
	if (sign.kind !== 'value') return {};
	const values = (fieldOf(type, sign.property).choices ?? []).map((choice) => choice.value);
	return { [parameterName(sign.property)]: values.filter((value) => value !== sign.initial) };
}
