import { parameterFailure } from '../record/failure';
import type { RecordType } from '../record/field';
import { fieldNamed } from '../record/fieldNames';
import { quoted } from '../record/text';
import type { Output } from '../record/output';
import type { ItemParameters } from './itemParameters';
import type { OptionName } from './optionLabels';

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
	return parameters.list('outputFields').map((name) => {
		const field = fieldNamed(type, name);
		if (field) return field.property;
		throw parameterFailure(
			'Fields to Output',
			`names a field that does not exist: ${quoted(String(name))}`,
			"Choose the fields from the list under 'Fields to Output'.",
		);
	});
}

/** Gives the options about what comes along with each record. */
export function linkedOptions({ linked }: RecordType): OptionName[] {
	return linked ? ['addContract'] : [];
}

/** Gives an output with what is to come along. Throws a Failure. */
export function linkedOutput(
	{ linked }: RecordType,
	parameters: ItemParameters,
	output: Output,
): Output {
	return linked && parameters.isOn('addContract', false) ? { ...output, linked } : output;
}
