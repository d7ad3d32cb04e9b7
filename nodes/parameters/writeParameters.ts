import type { INodeProperties } from 'n8n-workflow';
import type { RecordType } from '../record/field';
import { clearOptions } from './fieldParameters';

/** Gives the parameter that names the fields to empty. */
export function clearFieldsParameter(type: RecordType): INodeProperties {
	return {
		displayName: 'Fields to Clear',
		name: 'clearFields',
		type: 'multiOptions',
		options: clearOptions(type),
		default: [],
		description: 'Fields to empty in Nexudus. Required fields can’t be emptied.',
	};
}
