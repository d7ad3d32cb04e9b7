import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { RecordType } from '../record/field';
import { parameterName } from '../record/field';
import type { Offer } from '../record/watch';
import { alphabetical } from './fieldParameters';
import { filterControls } from './filterControls';
import { linkedOptions } from '../n8n/outputChoice';
import { optionsParameter } from './optionParameters';
import { outputParameters } from './outputParameters';

/** Gives what the events of a trigger are chosen from, in the alphabetical order of their names. */
export function eventOptions({ watches, deletions }: Offer): INodePropertyOptions[] {
	return alphabetical(
		[...watches, deletions].map(({ event, name, description, action }) => ({
			name,
			value: event,
			description,
			action,
		})),
	);
}

/** Gives the parameter that chooses the event. */
export function eventParameter(offer: Offer): INodeProperties {
	return {
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: eventOptions(offer),
		default: 'created',
		description: 'What starts the workflow',
	};
}

/**
 * Gives the parameters of a trigger beside its event: filters, output and options. Of a record that
 * is gone there is nothing to filter by, and only its Id to put out.
 */
export function triggerParameters({ type, filters, deletions }: Offer): INodeProperties[] {
	const names = filters.map(parameterName);
	const recordParameters: INodeProperties[] = [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			description: `Only ${type.nouns} that meet all of these start the workflow. A new ${type.noun} is judged when it is first seen, a changed one at every change.`,
			options: filterControls(type)
				.filter(({ name }) => names.includes(name))
				.map((filter) => ({ ...filter, description: descriptionOf(filter, type) })),
		},
		...outputParameters(type),
	];
	const isDeleted = [deletions.event];
	return [
		...recordParameters.map((parameter) => ({
			...parameter,
			displayOptions: { ...parameter.displayOptions, hide: { event: isDeleted } },
		})),
		optionsParameter(type, [...linkedOptions(type), 'fullRecords', 'maxThrottleWait'], {
			addContract: { displayOptions: { hide: { '/event': isDeleted } } },
			fullRecords: { displayOptions: { hide: { '/event': isDeleted } } },
			maxThrottleWait: {
				description:
					'Seconds that one request may spend waiting when Nexudus asks to slow down. A poll has 45 seconds in all; what it does not get done is left to the next one.',
			},
		}),
	];
}

/** A value is judged as it is after the change. */
function descriptionOf({ displayName, type }: INodeProperties, { nouns }: RecordType): string {
	const chosen = type === 'multiOptions' ? 'one of these' : 'this one';
	return `Only ${nouns} whose ${displayName} is then ${chosen} start the workflow`;
}
