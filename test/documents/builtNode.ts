import { createRequire } from 'node:module';
import path from 'node:path';
import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

const requireBuilt = createRequire(__filename);
const builtFolder = path.resolve(__dirname, '../../dist/nodes');

function built(name: string, folder = name): INodeType {
	const file = path.join(builtFolder, folder, `${name}.node.js`);
	const classes = requireBuilt(file) as Record<string, new () => INodeType>;
	return new classes[name]();
}

/** The node as it is published. */
export const builtNode = built('ContractContact');

/** The node for contracts as it is published. */
export const builtContractNode = built('CoworkerContract');

/** The trigger as it is published. */
export const builtTrigger = built('ContractContactTrigger', 'ContractContact');

/** Gives the top-level parameters that people see with these values, by name. */
export function shownParameters(
	values: INodeParameters,
	node = builtNode,
): Map<string, INodeProperties> {
	return byName(shownOf(node.description.properties, values, node));
}

/** Gives the one parameter of this name that people see with these values. */
export function shownParameter(
	name: string,
	values: INodeParameters,
	node = builtNode,
): INodeProperties {
	return parameterIn(shownParameters(values, node), name);
}

/** Gives what a collection offers with these values of the other parameters, by name. */
export function shownEntries(
	collection: string,
	values: INodeParameters,
	node = builtNode,
): Map<string, INodeProperties> {
	const shown = propertiesIn(shownParameter(collection, values, node));
	return byName(shownOf(shown, values, node));
}

/** Gives the parameter of this name. Throws where there is none. */
export function parameterIn(
	parameters: ReadonlyMap<string, INodeProperties>,
	name: string,
): INodeProperties {
	const parameter = parameters.get(name);
	if (!parameter) throw new RangeError(`There is no parameter ${name}`);
	return parameter;
}

/** Gives the entries of a collection, in the order in which people see them. */
export function propertiesIn(collection: INodeProperties): INodeProperties[] {
	return entriesOf(collection).filter((entry): entry is INodeProperties => 'type' in entry);
}

/** Gives the choices of an options or multi options parameter, in the order people see. */
export function choicesIn(parameter: INodeProperties): INodePropertyOptions[] {
	return entriesOf(parameter).filter((entry): entry is INodePropertyOptions => 'value' in entry);
}

/** Gives the groups of a fixed collection. */
export function groupsIn(parameter: INodeProperties): INodePropertyCollection[] {
	return entriesOf(parameter).filter(
		(entry): entry is INodePropertyCollection => 'values' in entry,
	);
}

/** Gives the operations that the node offers. */
export function builtOperations(node = builtNode): INodePropertyOptions[] {
	return choicesIn(shownParameter('operation', {}, node));
}

function entriesOf(parameter: INodeProperties): NonNullable<INodeProperties['options']> {
	return parameter.options ?? [];
}

function shownOf(
	parameters: INodeProperties[],
	values: INodeParameters,
	{ description }: INodeType,
): INodeProperties[] {
	const all = { resource: description.name, ...values };
	return parameters.filter((parameter) =>
		NodeHelpers.displayParameter(all, parameter, { typeVersion: 1 }, description, all),
	);
}

function byName(parameters: INodeProperties[]): Map<string, INodeProperties> {
	const found = new Map<string, INodeProperties>();
	for (const parameter of parameters) {
		if (found.has(parameter.name)) throw new RangeError(`${parameter.name} is there twice`);
		found.set(parameter.name, parameter);
	}
	return found;
}
