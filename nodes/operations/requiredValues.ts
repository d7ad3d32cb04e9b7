import type { ItemParameters } from '../n8n/itemParameters';
import { wantedChanges } from '../record/changes';
import { parameterFailure } from '../record/failure';
import type { Changes, RecordType } from '../record/field';
import { fieldOf, parameterName } from '../record/field';
import { isNotSet } from '../record/values';
import type { WritableType } from '../record/writableType';

/** What Create asks for on top, less what has a usual value. */
export function onTop({ askedFirst, newcomer }: WritableType): string[] {
	return askedFirst.filter((property) => !(property in newcomer));
}

/**
 * Gives the values of required parameters, by property; one of them may be what is matched on. Throws
 * a Failure for one left empty.
 */
export function requiredValues(
	type: RecordType,
	properties: readonly string[],
	parameters: ItemParameters,
	matchedOn?: string,
): Changes {
	const values: Record<string, unknown> = {};
	for (const property of properties) {
		const name = parameterName(property);
		values[name] = parameters.value(name);
		if (!isNotSet(values[name])) continue;
		throw parameterFailure(
			fieldOf(type, property).label,
			'is empty',
			`${property === matchedOn ? 'It is needed to match on' : 'Nexudus requires it'}, so nothing was written for this item. Give it a value.`,
		);
	}
	return wantedChanges(type, {
		values,
		clear: [],
		emptyValues: 'ignore',
		collection: '',
		timeZone: parameters.timeZone,
	});
}
