import { Failure } from '../record/failure';
import type { Field, RecordType } from '../record/field';
import { isRecord } from '../record/field';
import type { NexudusAnswer, NexudusRequest } from './exchange';
import { isWrite } from './exchange';
import { CHECK_BASE_URL } from './failures';

/** Gives the failure of a request that Nexudus answered with a refusal. */
export function failureOfAnswer(
	answer: NexudusAnswer,
	request: NexudusRequest,
	type: RecordType,
): Failure {
	const { status } = answer;
	if (status >= 300 && status < 400) return redirectFailure(request);
	if (status === 401) return signInFailure(request);
	if (status === 403) return isHtml(answer) ? gatewayFailure(request) : roleFailure(request);
	if (status === 404) {
		return namesARecord(request, type) && !isAboutTheAddress(answer)
			? notFoundFailure(request)
			: noRouteFailure(request);
	}
	if (status === 405) return notAllowedFailure(request);
	return validationFailure(answer, request, type);
}

function redirectFailure(request: NexudusRequest): Failure {
	return new Failure(`Nexudus could not ${request.purpose}: the base URL leads elsewhere`, {
		description:
			"The server sent the request on to another address. Open the credential and set 'Base URL' to the final address, https://spaces.nexudus.com unless Nexudus told you otherwise.",
		cause: 'configuration-invalid',
	});
}

function signInFailure(request: NexudusRequest): Failure {
	return new Failure(`Nexudus refused to ${request.purpose}`, {
		description: `The sign-in was refused: the access token is wrong or has run out, or the user lacks the role ${request.role}. Check the credential, then ask a Nexudus administrator for that role.`,
		status: 401,
		cause: 'credential-invalid',
	});
}

function roleFailure(request: NexudusRequest): Failure {
	return new Failure(`Nexudus does not let this user ${request.purpose}`, {
		description: `The user of the credential needs the role ${request.role}. Ask a Nexudus administrator to add it under Settings › Users and security.`,
		status: 403,
		cause: 'credential-invalid',
	});
}

function gatewayFailure(request: NexudusRequest): Failure {
	return new Failure(`Nexudus could not ${request.purpose}: a firewall turned the request away`, {
		description:
			'The answer was a web page, not data, so the request did not reach the API. Try again later; if it stays, ask Nexudus support whether the address of your n8n is blocked.',
		status: 403,
		cause: 'temporarily-unavailable',
	});
}

/** Gives the failure of a record, or a route, that does not exist. */
export function notFoundFailure(request: Pick<NexudusRequest, 'purpose'>): Failure {
	return new Failure(`Nexudus could not ${request.purpose}: it does not exist`, {
		description:
			"Check the ID, and that it was not deleted. If every ID is refused, check 'Base URL' in the credential.",
		status: 404,
		isMissing: true,
	});
}

/** ASP.NET's words for a path that no route of the server has. */
const NO_ROUTE = /No HTTP resource was found/i;

/** A page, or the server's own words for a path it doesn't know, tell nothing of a record. */
function isAboutTheAddress(answer: NexudusAnswer): boolean {
	return isHtml(answer) || (isRecord(answer.body) && NO_ROUTE.test(String(answer.body.Message)));
}

/** A list and a creation have the bare path; so has an update, but its body has the Id. */
function namesARecord({ method, path }: NexudusRequest, type: RecordType): boolean {
	return path !== type.path || method === 'PUT';
}

function noRouteFailure(request: NexudusRequest): Failure {
	return new Failure(`Nexudus could not ${request.purpose}: the server has no such address`, {
		description: CHECK_BASE_URL,
		status: 404,
		cause: 'configuration-invalid',
	});
}

function notAllowedFailure(request: NexudusRequest): Failure {
	return new Failure(`Nexudus does not allow to ${request.purpose}`, {
		description:
			'This Nexudus has no such action for this kind of record. Do it in Nexudus itself.',
		status: 405,
	});
}

/** Gives the failure of a 409 that is no throttle: something else changed at the same time. */
export function conflictFailure(request: NexudusRequest): Failure {
	return new Failure(`Nexudus could not ${request.purpose}: it conflicts with another change`, {
		description: 'Nothing was changed. Look at it in Nexudus, then run the node again.',
		status: 409,
	});
}

interface ValidationError {
	PropertyName: string;
	Message: string;
}

function isValidationError(value: unknown): value is ValidationError {
	if (!isRecord(value)) return false;
	return typeof value.PropertyName === 'string' && typeof value.Message === 'string';
}

/**
 * Gives the failure of an answer that refuses values, in the labels' words. One reason stands in
 * the message; of several the message names the properties, and each has a line of its own.
 * Nexudus names a reference by its relation, without "Id".
 */
function validationFailure(
	answer: NexudusAnswer,
	request: NexudusRequest,
	type: RecordType,
): Failure {
	const errors = validationErrors(answer.body).map((error) => ({
		label: labelOf(type, error.PropertyName),
		line: `${labelOf(type, error.PropertyName)}: ${reasonOf(error, request, type)}`,
	}));
	const labels = [...new Set(errors.map(({ label }) => label))];
	const [reason, lines] =
		errors.length > 1
			? [`it refused ${labels.join(', ')}`, errors.map(({ line }) => line)]
			: [errors[0]?.line ?? messageOf(answer.body), []];
	const advice = `Correct this and run the node again. Nothing was ${isWrite(request) ? 'written' : 'read'} for this item.`;
	return new Failure(`Nexudus did not ${request.purpose}: ${reason}`, {
		description: [...lines, advice].join('\n'),
		status: answer.status,
		cause: 'configuration-invalid',
	});
}

function validationErrors(body: unknown): ValidationError[] {
	return isRecord(body) && Array.isArray(body.Errors) ? body.Errors.filter(isValidationError) : [];
}

/** Nexudus calls a reference missing that was sent, but leads to no record. */
function reasonOf(
	{ PropertyName, Message }: ValidationError,
	{ body }: NexudusRequest,
	type: RecordType,
): string {
	const field = fieldCalled(type, PropertyName);
	const isSent = field?.type === 'reference' && Number(body?.[field.property]) > 0;
	return isSent && IS_REQUIRED.test(Message) ? 'does not exist' : Message;
}

const IS_REQUIRED = /is (a )?required/i;

function fieldCalled({ fields }: RecordType, name: string): Field | undefined {
	return fields.find(({ property }) => property === name || property === `${name}Id`);
}

function labelOf(type: RecordType, property: string): string {
	return fieldCalled(type, property)?.label ?? property;
}

function messageOf(body: unknown): string {
	if (isRecord(body) && body.Message) {
		return String(body.Message).slice(0, 300);
	}
	return 'it gave no reason';
}

/** Tells whether an answer is a web page. */
export function isHtml(answer: NexudusAnswer): boolean {
	return typeof answer.body === 'string' && answer.body.trimStart().startsWith('<');
}
