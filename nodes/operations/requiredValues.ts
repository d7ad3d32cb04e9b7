import type { ItemParameters } from '../n8n/itemParameters';
import { wantedChanges } from '../record/changes';
import { parameterFailure } from '../record/failure';
import type { Changes, RecordType } from '../record/field';
import { fieldOf, parameterName } from '../record/field';
import { isNotSet } from '../record/values';

/** Gives the values of required parameters, by property. Throws a Failure for one left empty. */
export function requiredValues(
	type: RecordType,
	properties: readonly string[],
	parameters: ItemParameters,
): Changes {
	const values: Record<string, unknown> = {};
	for (const property of properties) {
		const name = parameterName(property);
		values[name] = parameters.value(name);
		if (!isNotSet(values[name])) continue;
		throw parameterFailure(
			fieldOf(type, property).label,
			'is empty',
			'Nexudus requires it, so nothing was written for this item. Give it a value.',
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
