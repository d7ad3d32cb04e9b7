import { contractContact } from '../../nodes/recordTypes/contractContact';
import type { NexudusAnswer } from '../../nodes/api/exchange';
import { NoAnswer, SignInFailed } from '../../nodes/api/exchange';
import { retryAfter, verdictOfAnswer, verdictOfError } from '../../nodes/api/verdict';
import { Failure } from '../../nodes/record/failure';
import {
	answered,
	deleteRequest,
	readRequest,
	throttledAnswer,
	updateRequest,
	writtenAnswer,
} from './answers';

const update = updateRequest(1042);

function kindOf(answer: NexudusAnswer, request = update): string {
	return verdictOfAnswer(answer, request, contractContact).kind;
}

const refusedEnvelope = {
	Message: 'FullName: is a required field',
	Value: null,
	Errors: [{ AttemptedValue: null, Message: 'is a required field', PropertyName: 'FullName' }],
	WasSuccessful: false,
};

describe('An answer', () => {
	it('is a success with a status below 300, unless it says otherwise itself', () => {
		expect(kindOf(writtenAnswer(1042))).toBe('success');
		expect(kindOf(answered({ Id: 1042 }), readRequest)).toBe('success');
		expect(kindOf(answered(''), deleteRequest)).toBe('success');
		expect(kindOf(answered(refusedEnvelope))).toBe('refused');
	});

	it('of 409 is a throttle only with Retry-After or the words for it', () => {
		expect(kindOf(throttledAnswer(1))).toBe('throttled');
		expect(kindOf(throttledAnswer(undefined))).toBe('throttled');
		const inBody = { Message: 'You must wait before accessing this url again.' };
		expect(kindOf(answered(inBody, 409))).toBe('throttled');
		expect(kindOf(answered({ Message: 'Someone else changed it' }, 409))).toBe('refused');
	});

	it('of 429 is a throttle whatever else it says', () => {
		expect(kindOf(answered('', 429))).toBe('throttled');
	});

	it('of 500 and above leaves open what happened, unless it says that a write failed', () => {
		expect(kindOf(answered('<html>', 502))).toBe('uncertain');
		expect(kindOf(answered({ Message: 'Timeout' }, 500))).toBe('uncertain');
		const failed = {
			Message: 'An error occurred while deleting the record.',
			WasSuccessful: false,
		};
		expect(kindOf(answered(failed, 500), deleteRequest)).toBe('refused');
		expect(kindOf(answered(failed, 500), readRequest)).toBe('uncertain');
	});

	it('that was cut off leaves open what happened', () => {
		expect(kindOf(answered('{"Status":200,"Value":{"I'))).toBe('uncertain');
	});

	it.each([301, 302, 400, 401, 403, 404, 405, 422])('of %i is a refusal', (status) => {
		expect(kindOf(answered('', status))).toBe('refused');
		expect(kindOf(answered('', status), readRequest)).toBe('refused');
	});
});

describe('The wait that an answer asks for', () => {
	function waitOf(header: unknown, more: Partial<NexudusAnswer> = {}): number | undefined {
		return retryAfter({
			...throttledAnswer(undefined),
			headers: { 'retry-after': header },
			...more,
		});
	}

	it.each([
		['1', 1_000],
		[' 30 ', 30_000],
		['0.5', 500],
		[2, 2_000],
		['0', 0],
		['soon', undefined],
		['', undefined],
		[undefined, undefined],
	])('of %p seconds is %p milliseconds', (header, wait) => {
		expect(waitOf(header)).toBe(wait);
	});

	it('may be a date, by the server’s own clock', () => {
		const headers = {
			'retry-after': 'Sun, 17 May 2015 09:31:00 GMT',
			date: 'Sun, 17 May 2015 09:30:15 GMT',
		};
		expect(waitOf(undefined, { headers })).toBe(45_000);
		const past = { ...headers, 'retry-after': 'Sun, 17 May 2015 09:00:00 GMT' };
		expect(waitOf(undefined, { headers: past })).toBe(0);
	});

	it.each([
		['Too many requests. Wait 12.5 seconds.', 12_500],
		['Wait 1 second', 1_000],
		[{ Message: 'Wait 30 seconds' }, 30_000],
		['Wait ... seconds', undefined],
		['Wait a minute', undefined],
	])('may stand in the text %p', (body, wait) => {
		expect(waitOf(undefined, { headers: {}, body })).toBe(wait);
	});

	it('is never longer than a week, which timers and dates can hold', () => {
		expect(waitOf('9'.repeat(400))).toBe(7 * 24 * 3_600_000);
	});
});

describe('No answer', () => {
	it.each([
		['unreachable', 'notSent'],
		['lost', 'uncertain'],
		['timedOut', 'uncertain'],
		['untrusted', 'refused'],
		['cancelled', 'refused'],
	] as const)('that is %s is judged %s', (silence, kind) => {
		expect(verdictOfError(new NoAnswer(silence), update).kind).toBe(kind);
	});

	it('of an unknown cause may have been carried out', () => {
		expect(verdictOfError(new TypeError('terminated'), update).kind).toBe('uncertain');
	});

	it('after a cancelled write says that it may have been carried out', () => {
		const verdict = verdictOfError(new NoAnswer('cancelled'), update);
		expect(verdict).toMatchObject({ failure: { details: { mayBeWritten: true } } });
	});

	it('for lack of a sign-in was refused with the sign-in’s own words', () => {
		const failure = new Failure('Wrong password', { description: '', cause: 'credential-invalid' });
		const verdict = verdictOfError(new SignInFailed(failure), update);
		expect(verdict).toEqual({ kind: 'refused', failure, status: 401 });
	});

	it('because Nexudus takes no log-ins for a while was never sent', () => {
		const failure = new Failure('Busy', { description: '', cause: 'temporarily-unavailable' });
		expect(verdictOfError(new SignInFailed(failure), update).kind).toBe('notSent');
	});
});
