import { emptyRow } from './contacts.js';
import { cell, clock, element, list, part, row } from './elements.js';

/**
 * Shows requests.
 * @param {object} overview
 * @param {string} from '' for all, 'n8n' or 'others'
 */
export function showRequests({ requests, requestCount, n8nRequestCount }, from) {
	const others = requestCount - n8nRequestCount;
	const senders = `: ${n8nRequestCount} from n8n, ${others} from other programs`;
	part('request-count').textContent = `${requestCount}${requestCount > 0 ? senders : ''}`;
	list(part('requests').tBodies[0], requests, {
		key: ({ number }) => number,
		make: requestRow,
		empty: emptyRow(emptyText(requestCount, from)),
	});
}

function emptyText(requestCount, from) {
	if (requestCount === 0) return 'None yet. Run a workflow in n8n.';
	return from === 'n8n' ? 'None from n8n yet. Run a workflow there.' : 'None from other programs.';
}

function requestRow({ from, method, address, status, milliseconds, at }) {
	const failed = status === undefined || status >= 400;
	return row([
		cell('whole', from),
		cell('', `${method} ${address}`),
		cell('', element('span', { className: failed ? 'status alert' : 'status' }, answer(status))),
		cell('whole spare', milliseconds === undefined ? '' : `${milliseconds} ms`),
		cell('whole spare', clock(at)),
	]);
}

function answer(status) {
	return status === undefined ? 'no answer' : String(status);
}
