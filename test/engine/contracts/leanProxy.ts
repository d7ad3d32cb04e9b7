import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Nexudus of another age: what the practice Nexudus answers, without some properties. */
export async function leanProxy(
	target: string,
	left: RegExp,
): Promise<{ url: string; close: () => Promise<void> }> {
	const server = http.createServer((request, response) => {
		void (async () => {
			const { method = 'GET', url = '/', headers } = request;
			const answer = await fetch(target + url, {
				method,
				headers: { authorization: headers.authorization ?? '' },
			});
			const text = (await answer.text()).replace(left, '').replace(/,}/g, '}');
			response.writeHead(answer.status, { 'content-type': 'application/json' });
			response.end(text);
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
