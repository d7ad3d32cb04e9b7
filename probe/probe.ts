import type { Clock } from '../nodes/api/clock';
import type { Send } from '../nodes/api/exchange';
import { contractContact } from '../nodes/recordTypes/contractContact';
import { Account } from './account';
import { Asking, MOST_REQUESTS } from './asking';
import { RequestsUsedUp } from './failure';
import type { Answers, Finding, Findings, TextMatch, TextProperty } from './findings';
import { askBareTimes } from './questions/bareTimes';
import { askBatch } from './questions/batch';
import { askDirection } from './questions/direction';
import {
	askIdFilter,
	askStatusZero,
	askUniqueIdFilter,
	askUnknownFilter,
} from './questions/filters';
import { askUnknownId, loadNotes, readKnown } from './questions/reads';
import { amlMovesUpdatedOn, leftOut } from './questions/records';
import { askPageCap, signIn } from './questions/table';
import { askTextMatch } from './questions/textMatch';

const NOT_ASKED = `Not asked: all ${MOST_REQUESTS} requests were used up`;
const BATCH_UNKNOWN: Answers['batch'] = {
	route: 'unknown',
	encodedBrackets: 'unknown',
	most: 'unknown',
	unknownIdInside: 'unknown',
};

/** Asks all questions. Throws a ProbeFailure where the probe can't go on. */
export async function probe(send: Send, clock: Clock): Promise<Findings> {
	const account = new Account(new Asking(send, clock, contractContact));
	const seen: Findings['seen'] = {};
	const ask = async <Answer>(
		name: string,
		question: () => Promise<Finding<Answer>>,
		otherwise: Answer,
	): Promise<Answer> => {
		const finding = await unlessUsedUp(question, { answer: otherwise, seen: NOT_ASKED });
		seen[name] = finding.seen;
		return finding.answer;
	};

	await unlessUsedUp(async () => await signIn(account), undefined);
	const pageCap = await ask('pageCap', async () => await askPageCap(account), null);
	await unlessUsedUp(async () => await readKnown(account), undefined);
	const direction = await ask('direction', async () => await askDirection(account), 'unknown');
	const unknownId = await ask('unknownId', async () => await askUnknownId(account), 'unknown');
	const batch = await ask('batch', async () => await askBatch(account), BATCH_UNKNOWN);
	const statusZero = await ask('statusZero', async () => await askStatusZero(account), 'unknown');
	const unknownFilter = await ask(
		'unknownFilter',
		async () => await askUnknownFilter(account),
		'unknown',
	);
	const idFilter = await ask('idFilter', async () => await askIdFilter(account), 'unknown');
	const uniqueIdFilter = await ask(
		'uniqueIdFilter',
		async () => await askUniqueIdFilter(account),
		'unknown',
	);
	const bareTimes = await ask('bareTimes', async () => await askBareTimes(account), 'unknown');
	const text = async (property: TextProperty): Promise<TextMatch> =>
		await ask(
			`textMatch.${property}`,
			async () => await askTextMatch(account, property),
			'unknown',
		);
	const listed = {
		Email: await text('Email'),
		FullName: await text('FullName'),
		CoworkerEmail: await text('CoworkerEmail'),
		CoworkerFullName: await text('CoworkerFullName'),
	};
	await unlessUsedUp(async () => await loadNotes(account), undefined);
	const Notes = await text('Notes');
	const { Email, FullName, CoworkerEmail, CoworkerFullName } = listed;

	const leftOutFinding = leftOut(account);
	const amlFinding = amlMovesUpdatedOn(account, clock.now());
	seen.leftOut = leftOutFinding.seen;
	seen.amlMovesUpdatedOn = amlFinding.seen;
	const { requests } = account.asking;
	return {
		answers: {
			direction,
			statusZero,
			textMatch: { Email, FullName, Notes, CoworkerEmail, CoworkerFullName },
			unknownFilter,
			unknownId,
			batch,
			idFilter,
			uniqueIdFilter,
			bareTimes,
			pageCap,
			leftOut: leftOutFinding.answer,
			amlMovesUpdatedOn: amlFinding.answer,
			requests,
		},
		seen,
	};
}

async function unlessUsedUp<Value>(ask: () => Promise<Value>, otherwise: Value): Promise<Value> {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof RequestsUsedUp) return otherwise;
		throw error;
	}
}
