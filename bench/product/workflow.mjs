/**
 * A node of a way: its type, parameters and settings. Names are given by `name`.
 * @typedef {object} BenchNode
 * @property {string} name
 * @property {string} type
 * @property {number} typeVersion
 * @property {object} parameters
 * @property {string} [onError]
 */

/**
 * A workflow that hands items to nodes in a row.
 * @param {BenchNode[]} nodes
 * @param {object[]} items
 * @param {Record<string, { id: string, name: string }>} credentials by type
 */
export function workflowOf(nodes, items, credentials) {
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 };
	const workflow = rowOf([{ ...start, parameters: {} }, ...nodes], credentials);
	return { ...workflow, pinData: { Start: items.map((json) => ({ json })) } };
}

/**
 * A workflow of nodes in a row, the first of which starts it.
 * @param {BenchNode[]} nodes
 * @param {Record<string, { id: string, name: string }>} credentials by type
 */
export function rowOf(nodes, credentials) {
	return {
		name: 'Bench',
		nodes: nodes.map((node, index) => ({
			...node,
			id: `bench-${index}`,
			position: [index * 200, 0],
			...(node.credential
				? { credentials: { [node.credential]: credentials[node.credential] } }
				: {}),
		})),
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map(({ name }, index) => [
					nodes[index].name,
					{ main: [[{ node: name, type: 'main', index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1' },
	};
}
