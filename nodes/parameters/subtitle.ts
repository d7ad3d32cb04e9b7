import type { INodePropertyOptions } from 'n8n-workflow';

/** Gives the line under a node's name on the canvas: the label of what a parameter chose. */
export function subtitle(parameter: string, options: readonly INodePropertyOptions[]): string {
	const labels = Object.fromEntries(options.map(({ name, value }) => [value, name]));
	return `={{ (${JSON.stringify(labels)})[$parameter["${parameter}"]] }}`;
}
