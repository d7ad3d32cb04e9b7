/**
 * Requires every built file and prints what they did meanwhile, as JSON. It runs in a process of
 * its own, with n8n-workflow loaded before, so that only the package's own doings are seen.
 */
import { readdirSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';

const dist = resolve(process.argv[2]);
const require = createRequire(join(dist, 'index.js'));
const STARTERS = ['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];

require('n8n-workflow');

/** @type {string[]} */
const calls = [];
const requested = new Set();

for (const name of STARTERS) watchCall(globalThis, name);
for (const name of ['log', 'info', 'warn', 'error', 'debug']) watchCall(console, name);
watchCall(process, 'on');
watchRequests();

const before = process.getActiveResourcesInfo().length;
const files = readdirSync(dist, { recursive: true })
	.map(String)
	.filter((file) => file.endsWith('.js'));
const startedAt = performance.now();
for (const file of files) require(join(dist, file));
const milliseconds = Math.round(performance.now() - startedAt);
const resources = process.getActiveResourcesInfo().length - before;

process.stdout.write(
	JSON.stringify({ files, modules: [...requested].sort(), calls, resources, milliseconds }),
);

function watchCall(owner, name) {
	const original = owner[name];
	owner[name] = (...args) => {
		calls.push(name);
		return original.apply(owner, args);
	};
}

/** Notes the modules from outside that built files ask for: what they don't have they can't use. */
function watchRequests() {
	const load = Module._load;
	Module._load = function (request, parent, ...others) {
		const isOurs = parent?.filename?.startsWith(dist) === true;
		if (isOurs && !request.startsWith('.') && !isAbsolute(request)) requested.add(request);
		return load.call(this, request, parent, ...others);
	};
}
