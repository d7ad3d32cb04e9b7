import { Failure } from './failure.mjs';
import { excerpt } from './excerpt.mjs';

const DISK_FULL = /ENOSPC|no space left on device/i;
const NO_REGISTRY =
	/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT|META_FETCH_FAIL|FETCH_\d+|ERR_PNPM_TARBALL|CERT_|CERTIFICATE|E50\d|ERR_INVALID_URL/;
const NOT_ALLOWED = /EACCES|EPERM|EROFS/;

const DISK_ADVICE = 'Free some disk space, then run npm start again.';
const REGISTRY_ADVICE =
	'Check the network connection, and the proxy if there is one (npm config get registry shows the ' +
	'registry in use), then run npm start again. What was downloaded already is kept.';

/**
 * Puts a failed command into plain words.
 * @param {string} what what did not work, such as 'Installing n8n'
 * @param {string} output everything the command printed
 * @param {string} advice what to do where the cause is none of the usual ones
 * @returns {Failure}
 */
export function commandFailure(what, output, advice) {
	const details = excerpt(output);
	if (DISK_FULL.test(output)) return new Failure(`${what}: the disk is full.`, DISK_ADVICE);
	if (NO_REGISTRY.test(output)) {
		return new Failure(`${what}: the npm registry could not be reached.`, REGISTRY_ADVICE, details);
	}
	return new Failure(`${what} did not work.`, advice, details);
}

/**
 * Puts an error nobody foresaw into plain words.
 * @param {unknown} error
 * @returns {Failure}
 */
export function explain(error) {
	if (error instanceof Failure) return error;
	const text = error instanceof Error ? `${error.message} ${error.code ?? ''}` : String(error);
	if (DISK_FULL.test(text)) return new Failure('The disk is full.', DISK_ADVICE, text);
	if (NOT_ALLOWED.test(text)) {
		return new Failure(
			'A file or folder could not be written.',
			'Make sure that you own the folder of this project, then run npm start again.',
			text,
		);
	}
	return new Failure(
		'Something unexpected went wrong.',
		'Run npm start again; if it happens again, please open an issue with the lines below.',
		error instanceof Error ? (error.stack ?? text) : text,
	);
}
