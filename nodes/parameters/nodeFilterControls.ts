import type { INodeProperties } from 'n8n-workflow';
import type { Field, RecordType } from '../record/field';
import { fieldOf, lenderOf, parameterName } from '../record/field';
import type { DuplicatesBy, NodeFilter, WithoutDependants } from '../record/nodeFilter';
import { untilDescription } from './apiFilterControls';
import { alphabetical, capitalized, control, fieldOptions } from './fieldParameters';

type Look = Omit<INodeProperties, 'displayName' | 'name'>;

/** Gives the parameters of the filters that the API does not have. */
export function nodeFilterControls(type: RecordType): INodeProperties[] {
	return type.nodeFilters.map((filter) => ({
		...lookOf(filter, type),
		displayName: filter.label,
		name: filter.name,
	}));
}

function lookOf(filter: NodeFilter, type: RecordType): Look {
	const all = capitalized(type.nouns);
	switch (filter.kind) {
		case 'textInAny': {
			const labels = filter.properties.map((property) => fieldOf(type, property).label);
			const description = `${all} with this text in ${labels.join(' or ')}`;
			return { type: 'string', default: '', description };
		}
		case 'empty':
			return fieldsLook(type, `${all} in which each of these is empty.`);
		case 'filled':
			return fieldsLook(type, `${all} in which each of these has a value.`);
		case 'untilOrEmpty': {
			const { label } = fieldOf(type, filter.property);
			const condition = `${all} whose ${label} is on or before this, or that have none`;
			return { type: 'dateTime', default: '', description: untilDescription(condition) };
		}
		case 'duplicates':
			return duplicatesLook(filter, type);
		case 'customField':
			return customFieldLook(type);
		case 'ofLinked':
			return { ...control(filter.of), description: filter.description };
		case 'withoutDependants':
			return dependantsLook(filter);
	}
}

function customFieldLook({ nouns }: RecordType): Look {
	const text = { type: 'string' as const, default: '' };
	return {
		type: 'fixedCollection',
		placeholder: 'Add field',
		default: {},
		options: [
			{
				displayName: 'Field',
				name: 'field',
				values: [
					{
						...text,
						displayName: 'Name',
						name: 'name',
						placeholder: 'e.g. Account manager',
						description: `What the custom field is called, as the output 'Raw' shows it`,
					},
					{
						...text,
						displayName: 'Value',
						name: 'value',
						description: 'A text that the custom field holds',
					},
				],
			},
		],
		description: `${capitalized(nouns)} whose custom field of this name has this text`,
	};
}

function dependantsLook({ choices, description }: WithoutDependants): Look {
	const options = choices.map(({ value, label }) => ({ name: label, value }));
	return {
		type: 'options',
		options: alphabetical(options),
		default: choices[0].value,
		description,
	};
}

function fieldsLook(type: RecordType, meaning: string): Look {
	const lent = type.fields.filter(({ property }) => lenderOf(type, property));
	const note =
		lent.length > 0 ? ` What is lent by a linked record counts too: ${labels(lent)}.` : '';
	return {
		type: 'multiOptions',
		options: fieldOptions(type),
		default: [],
		description: meaning + note,
	};
}

function labels(fields: readonly Field[]): string {
	return fields.map(({ label }) => label).join(', ');
}

function duplicatesLook({ by, sameIn }: DuplicatesBy, type: RecordType): Look {
	const options = by.map(({ property }) => ({
		name: fieldOf(type, property).label,
		value: parameterName(property),
	}));
	const look: Look = { type: 'options', options: alphabetical(options), default: '' };
	return {
		...look,
		default: options[0].value,
		description: `${capitalized(type.nouns)} of which another one with the same ${fieldOf(type, sameIn).label} has this in common. They come out side by side, whatever 'Sort' says; other filters choose among them.`,
	};
}
