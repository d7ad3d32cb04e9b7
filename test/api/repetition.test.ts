import fc from 'fast-check';
import { repetition } from '../../nodes/api/repetition';
import type { Verdict } from '../../nodes/api/verdict';
import { Failure } from '../../nodes/record/failure';
import { createRequest, deleteRequest, readRequest, updateRequest } from './answers';

const failure = new Failure('The answer was lost', { description: 'Look in Nexudus.' });
const requests = fc.constantFrom(createRequest, deleteRequest, readRequest, updateRequest(1042));
const verdicts = fc.constantFrom<Verdict>(
	{ kind: 'notSent', failure },
	{ kind: 'uncertain', failure },
	{ kind: 'refused', failure, status: 404 },
);

describe('Trying again', () => {
	it('is for what was never sent, and for reads whose answer was lost, up to the most tries', () => {
		fc.assert(
			fc.property(requests, verdicts, fc.integer({ min: 1, max: 6 }), (request, verdict, tries) => {
				const isHarmless =
					verdict.kind === 'notSent' || (verdict.kind === 'uncertain' && request.method === 'GET');
				const pause = repetition(request, verdict, tries, 4);
				expect(pause !== undefined).toBe(isHarmless && tries < 4);
			}),
		);
	});

	it('waits half a second, then twice as long each time, and a little by chance', () => {
		for (const [tries, least] of [
			[1, 500],
			[2, 1_000],
			[3, 2_000],
		]) {
			const pause = repetition(readRequest, { kind: 'uncertain', failure }, tries, 4);
			expect(pause).toBeGreaterThanOrEqual(least);
			expect(pause).toBeLessThanOrEqual(least * 1.2);
		}
	});
});
