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
	const all = [{ ...start, parameters: {} }, ...nodes];
	return {
		name: 'Bench',
		nodes: all.map((node, index) => ({
			...node,
			id: `bench-${index}`,
			position: [index * 200, 0],
			...(node.credential
				? { credentials: { [node.credential]: credentials[node.credential] } }
				: {}),
		})),
		connections: Object.fromEntries(
			nodes.map(({ name }, index) => [
				all[index].name,
				{ main: [[{ node: name, type: 'main', index: 0 }]] },
			]),
		),
		settings: { executionOrder: 'v1' },
		pinData: { Start: items.map((json) => ({ json })) },
	};
}
