/**
 * How many items came out of the last node of an execution; none where it failed. n8n packs
 * executions flat: a string inside a container is the place of the value in the list.
 * @param {import('../../sandbox/stand/n8nClient.mjs').N8nClient} client
 * @param {string} executionId
 * @returns {Promise<number>}
 */
export async function rowsOut(client, executionId) {
	const { status, data } = await client.get(`/rest/executions/${executionId}`);
	if (status !== 'success') return 0;
	const values = JSON.parse(data);
	const at = (container, key) => {
		const value = container?.[key];
		return typeof value === 'string' ? values[Number(value)] : value;
	};
	const resultData = at(values[0], 'resultData');
	const [run] = at(at(resultData, 'runData'), at(resultData, 'lastNodeExecuted')).slice(-1);
	const outputs = at(at(values[Number(run)], 'data'), 'main');
	return at(outputs, 0).length;
}
