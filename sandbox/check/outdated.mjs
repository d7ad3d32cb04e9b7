/**
 * Which nodes of a workflow this n8n lacks, hides as superseded, or has in a newer major version.
 * @param {{ nodes: Array<{ name: string, type: string, typeVersion: number }> }} workflow
 * @param {Array<{ name: string, version: number | number[], hidden?: boolean }>} nodeTypes as n8n
 *   tells them to its editor
 * @returns {string[]}
 */
export function outdatedNodes({ nodes }, nodeTypes) {
	return nodes.flatMap((node) => {
		const problem = problemOf(node, nodeTypes);
		return problem ? [`node '${node.name}' (${node.type} ${node.typeVersion}) ${problem}`] : [];
	});
}

function problemOf({ type, typeVersion }, nodeTypes) {
	const descriptions = nodeTypes.filter(({ name }) => name === type);
	const own = descriptions.find(({ version }) => [version].flat().includes(typeVersion));
	if (!own) return 'is not in this n8n';
	if (own.hidden) return 'is hidden by this n8n, as superseded nodes are';
	const newest = Math.max(...descriptions.flatMap(({ version }) => version));
	return Math.floor(newest) > Math.floor(typeVersion) ? `is superseded by ${newest}` : undefined;
}
