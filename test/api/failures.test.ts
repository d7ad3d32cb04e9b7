import { contractContact } from '../../nodes/recordTypes/contractContact';
import type { NexudusAnswer, NexudusRequest } from '../../nodes/api/exchange';
import { lostFailure, sameFailureFor, untrustedFailure } from '../../nodes/api/failures';
import { failureOfAnswer } from '../../nodes/api/refusals';
import type { Failure } from '../../nodes/record/failure';
import { answered, createRequest, readRequest, updateRequest } from './answers';

const update = updateRequest(1042);

function failed(answer: NexudusAnswer, request: NexudusRequest = update): Failure {
	return failureOfAnswer(answer, request, contractContact);
}

function textOf({ message, details }: Failure): string {
	return `${message}\n${details.description}`;
}

describe('A refusal of values', () => {
	const body = {
		Message: 'FullName: is a required field',
		Errors: [
			{ AttemptedValue: 'Secret Name', Message: 'is a required field', PropertyName: 'FullName' },
			{ AttemptedValue: 0, Message: 'does not exist', PropertyName: 'CoworkerContract' },
			{ AttemptedValue: 0, Message: 'is locked', PropertyName: 'PropertyOfALaterVersion' },
			{ Message: 17 },
			null,
		],
		WasSuccessful: false,
	};

	it('is one line a property, in the labels’ words', () => {
		const { details } = failed(answered(body, 400));
		expect(details.description.split('\n').slice(0, 3)).toEqual([
			'Full Name: is a required field',
			'Coworker Contract: does not exist',
			'PropertyOfALaterVersion: is locked',
		]);
		expect(details.description).toContain('Nothing was written');
	});

	it('never repeats the values, which may be personal', () => {
		expect(textOf(failed(answered(body, 400)))).not.toContain('Secret Name');
	});

	it('falls back to the answer’s message, or says that there is none', () => {
		expect(failed(answered({ Message: 'The plan is archived' }, 400)).message).toContain(
			'The plan is archived',
		);
		for (const nothing of ['', null, {}, { Message: null, Errors: 'none' }]) {
			expect(failed(answered(nothing, 400)).message).toContain('it gave no reason');
		}
	});
});

describe('A refusal', () => {
	it.each([
		[401, 'ContractContact-Edit', 'credential-invalid'],
		[403, 'ContractContact-Edit', 'credential-invalid'],
		[404, 'does not exist', undefined],
		[405, 'does not allow', undefined],
		[302, 'Base URL', 'configuration-invalid'],
	])('of %i says what to do: %p', (status, words, cause) => {
		const failure = failed(answered('', status));
		expect(textOf(failure)).toContain(words);
		expect(failure.details.cause).toBe(cause);
		expect(failure.message).toContain('update contract contact 1042');
	});

	it.each(['GET', 'POST'] as const)(
		'of 404 to a %s without an ID does not speak of one',
		(method) => {
			const list = { ...readRequest, method, path: contractContact.path, purpose: 'list contacts' };
			const failure = failed(answered('', 404), list);
			expect(failure.message).toBe(
				'Nexudus could not list contacts: the server has no such address',
			);
			expect(failure.details.description).toContain('Base URL');
			expect(textOf(failure)).not.toContain('ID');
		},
	);

	it('of 403 that is a web page comes from a firewall, not from a missing role', () => {
		const page = answered('\n<!DOCTYPE html><title>Request blocked</title>', 403);
		expect(textOf(failed(page))).toContain('firewall');
		expect(textOf(failed(page))).not.toContain('ContractContact-Edit');
	});

	it('that holds for another request as well is told with that one’s purpose', () => {
		const failure = failed(answered('', 403));
		const same = sameFailureFor(updateRequest(77), update, failure);
		expect(same.message).toBe('Nexudus does not let this user update contract contact 77');
		expect(same.details).toEqual(failure.details);
	});
});

describe('A lost answer', () => {
	it.each([
		[createRequest, 'may have been created'],
		[update, 'may have been updated'],
	])('to a write says that it %#', (request, words) => {
		const failure = lostFailure(request, 'timedOut');
		expect(failure.details).toMatchObject({ mayBeWritten: true });
		expect(textOf(failure)).toContain(words);
	});

	it('to a read is harmless', () => {
		const { details } = lostFailure(readRequest, 'lost');
		expect(details.mayBeWritten).toBeUndefined();
		expect(details.description).toContain('Nothing was changed');
	});

	it('from a server that is not trusted was never asked for, and does not heal by itself', () => {
		const { details } = untrustedFailure(update);
		expect(details.mayBeWritten).toBeUndefined();
		expect(details.description).toContain('Base URL');
		expect(details.cause).toBe('configuration-invalid');
	});
});
