import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../n8n/operation';
import { create } from './create';
import { deleteContact } from './delete';
import { get } from './get';
import { getAll } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

/** The operations of the node, in the alphabetical order of their names. */
const operations: readonly Operation[] = [create, upsert, deleteContact, get, getAll, update];

/** Gives the operation with this value. Throws where there is none. */
export function operationOf(value: unknown): Operation {
	const operation = operations.find((candidate) => candidate.option.value === value);
	if (!operation) throw new RangeError(`There is no operation ${String(value)}`);
	return operation;
}

/** What the operation can be chosen from. */
export const operationOptions = operations.map(({ option }) => option);

/** Gives the parameter that chooses the operation, and each operation's own parameters. */
export function operationParameters(): INodeProperties[] {
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			options: operationOptions,
			default: 'getAll',
		},
		...operations.flatMap(shownWithOperation),
	];
}

function shownWithOperation({ option, parameters }: Operation): INodeProperties[] {
	return parameters.map((parameter) => ({
		...parameter,
		displayOptions: {
			...parameter.displayOptions,
			show: { operation: [option.value], ...parameter.displayOptions?.show },
		},
	}));
}
