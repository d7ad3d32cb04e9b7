import { parameterFailure } from '../record/failure';
import type { RecordType } from '../record/field';
import type { Output } from '../record/output';
import type { ItemParameters } from './itemParameters';

/** Gives what the parameters 'Output' and 'Fields to Output' ask for. Throws a Failure. */
export function outputChoice(type: RecordType, parameters: ItemParameters): Output {
	const kind = parameters.valueOr('output', 'simplified');
	if (kind === 'simplified' || kind === 'raw') return { kind };
	if (kind === 'selected') return { kind, properties: chosenProperties(type, parameters) };
	throw parameterFailure(
		'Output',
		'must be one of: simplified, raw, selected',
		"Choose it from the list under 'Output'.",
	);
}

function chosenProperties(type: RecordType, parameters: ItemParameters): string[] {
	const known = new Set(type.fields.map((field) => field.property));
	return parameters.list('outputFields').map((property) => {
		if (typeof property === 'string' && known.has(property)) return property;
		throw parameterFailure(
			'Fields to Output',
			'names a field that does not exist',
			"Choose the fields from the list under 'Fields to Output'.",
		);
	});
}
