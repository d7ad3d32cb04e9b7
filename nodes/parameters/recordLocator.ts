import type { INodeProperties } from 'n8n-workflow';
import type { RecordType } from '../record/field';
import { parameterName } from '../record/field';
import { locatorLook } from './locator';

/** Gives a record type's label as a title, such as 'Contract Contact'. */
export function titleOf({ label }: RecordType): string {
	return label.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** Gives the name of the parameter that chooses a record, such as 'contractContactId'. */
export function locatorName({ name }: RecordType): string {
	return `${parameterName(name)}Id`;
}

/** Gives the parameter that chooses the record to work on. */
export function recordLocator(type: RecordType, description: string): INodeProperties {
	return {
		displayName: titleOf(type),
		name: locatorName(type),
		...locatorLook(`search${type.name}s`, type.noun),
		required: true,
		description,
	};
}
