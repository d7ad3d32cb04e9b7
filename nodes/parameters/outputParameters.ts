import type { INodeProperties } from 'n8n-workflow';
import type { RecordType } from '../record/field';
import { fieldOptions } from './fieldParameters';

/** Gives the parameters that say what comes out for each record. */
export function outputParameters(type: RecordType): INodeProperties[] {
	return [
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			options: [
				{
					name: 'Raw',
					value: 'raw',
					description: 'All fields exactly as Nexudus has them',
				},
				{
					name: 'Selected Fields',
					value: 'selected',
					description: 'The fields you choose, shown as in Simplified, and always the ID',
				},
				{
					name: 'Simplified',
					value: 'simplified',
					description: 'The ten fields most people need, with names instead of numbers',
				},
			],
			default: 'simplified',
			description: `Which fields of each ${type.noun} come out`,
		},
		{
			displayName: 'Fields to Output',
			name: 'outputFields',
			type: 'multiOptions',
			options: fieldOptions(type),
			default: [],
			displayOptions: { show: { output: ['selected'] } },
			description:
				'Fields to put out besides the ID. Fields that lists leave out are loaded as well.',
		},
	];
}
