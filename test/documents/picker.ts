import type { INodeProperties } from 'n8n-workflow';
import { builtNode } from './builtNode';

/** Gives the name of the list search that fills a picker. */
export function searchOf({ modes }: INodeProperties): string | undefined {
	return modes?.find(({ name }) => name === 'list')?.typeOptions?.searchListMethod;
}

/** Expects a parameter to offer a searchable list, which the node can fill, and the ID. */
export function expectPicker(parameter: INodeProperties): void {
	expect(parameter.type).toBe('resourceLocator');
	expect(parameter.default).toEqual({ mode: 'list', value: '' });
	expect(parameter.modes?.map(({ name, type }) => [name, type])).toEqual([
		['list', 'list'],
		['id', 'string'],
	]);
	expect(parameter.modes?.[0].typeOptions?.searchable).toBe(true);
	expect(builtNode.methods?.listSearch?.[searchOf(parameter) ?? '']).toBeInstanceOf(Function);
}
