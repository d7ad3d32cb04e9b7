import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../n8n/operation';
import { titleOf } from '../parameters/recordLocator';
import type { RecordType } from '../record/field';
import { parameterName } from '../record/field';
import type { WritableType } from '../record/writableType';
import { create } from './create';
import { deletion } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

/** Gives all operations on a type of record, in the alphabetical order of their names. */
export function operationsOn(type: WritableType): Operation[] {
	return [create(type), upsert(type), deletion(type), get(type), getMany(type), update(type)];
}

/** Gives the operations on a type of record that is only read, in the same order. */
export function readingOperationsOn(type: RecordType): Operation[] {
	return [get(type), getMany(type)];
}

/**
 * Gives the parameter that chooses the operation, and each operation's own parameters. The hidden
 * resource is what n8n names a node and describes a tool by: only operations that hang on one do.
 */
export function operationParameters(
	type: RecordType,
	operations: readonly Operation[],
): INodeProperties[] {
	const resource = parameterName(type.name);
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'hidden',
			noDataExpression: true,
			options: [{ name: titleOf(type), value: resource }],
			default: resource,
		},
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource] } },
			options: operations.map(({ option }) => option),
			default: 'getAll',
		},
		...operations.flatMap(shownWithOperation),
	];
}

function shownWithOperation({ option, parameters }: Operation): INodeProperties[] {
	return parameters().map((parameter) => ({
		...parameter,
		displayOptions: {
			...parameter.displayOptions,
			show: { operation: [option.value], ...parameter.displayOptions?.show },
		},
	}));
}
