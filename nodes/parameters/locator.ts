import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../record/field';
import { parameterName } from '../record/field';

/** Gives the look of a parameter that chooses a record: from a list with a search, or by its ID. */
export function locatorLook(
	search: string,
	what: string,
): Pick<INodeProperties, 'type' | 'default' | 'modes'> {
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Choose a ${what}…`,
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1234567' },
		],
	};
}

/** Gives the parameter that chooses the record which a field refers to. */
export function locator(field: Field): INodeProperties {
	if (!field.search) throw new RangeError(`${field.property} has no list search`);
	return {
		displayName: field.label,
		name: parameterName(field.property),
		...locatorLook(field.search, field.label.toLowerCase()),
	};
}
