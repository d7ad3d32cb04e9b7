/** n8n adds these to what the package describes. */
export const ADDED_BY_N8N = ['pollTimes', '__CUSTOM_API_CALL__'];

/**
 * Everything that a saved workflow may hold of a node: its parameters with the values to choose
 * from, as `filters.amlCheckStatus = 3`, by the operation that shows them.
 * @param {{ properties: object[] }} type as n8n serves it
 * @returns {Record<string, string[]>}
 */
export function parameterPaths({ properties }) {
	const byOperation = {};
	for (const property of properties) {
		const operations = property.displayOptions?.show?.operation ?? ['always'];
		for (const operation of operations) {
			byOperation[operation] = [...(byOperation[operation] ?? []), ...pathsOf([property])];
		}
	}
	return Object.fromEntries(
		Object.keys(byOperation)
			.sort()
			.map((operation) => [operation, [...new Set(byOperation[operation])].sort()]),
	);
}

function pathsOf(properties) {
	return properties
		.filter(({ name }) => !ADDED_BY_N8N.includes(name))
		.flatMap(({ name, type, options = [] }) => below(type, options).map((path) => name + path));
}

function below(type, options) {
	if (type === 'collection') return pathsOf(options).map((path) => `.${path}`);
	if (type === 'fixedCollection') {
		return options.flatMap(({ name, values }) => pathsOf(values).map((path) => `.${name}.${path}`));
	}
	if (type !== 'options' && type !== 'multiOptions') return [''];
	const values = options.map(({ value }) => value).filter((value) => !ADDED_BY_N8N.includes(value));
	return values.length > 0 ? values.map((value) => ` = ${value}`) : [''];
}
