import type { Persistence } from '../api/client';
import { Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { readAlone } from './loading';
import type { DeletionRequest } from './request';

/** So many may be missing without a doubt about the whole list. */
const FEW = 5;
const SAMPLE = 20;
/** A record that is listed may be deleted, or unreadable, in the very moment. */
const MOST_LISTED_READ = 3;
/** Another poll follows soon. */
const TRIES = 2;

/** What Nexudus says of one record: `silent` where its server fails on it. */
type Standing = 'there' | 'gone' | 'silent';

/**
 * Asks for the records that a list lacks and gives those that are gone, as many as there is time
 * for, at least some. An answer of 404 tells that one is gone, and so does a server that fails on
 * it (500) if it gives a record that is listed. Where many are missing, some are read one by one as
 * well. Throws a Failure where any is still there, or Nexudus can't tell.
 */
export async function confirmedGone(
	missing: readonly number[],
	listed: ReadonlySet<number>,
	request: DeletionRequest,
): Promise<number[]> {
	const asked = await askedTogether(missing, request);
	const gone = asked.map(([id]) => id);
	const sample = gone.length > FEW ? spread(gone, SAMPLE) : [];
	const answers = [...asked, ...(await askedAlone(sample, request))];
	const found = answers.find(([, standing]) => standing === 'there');
	if (found) throw stillThere(request.reading.records.type, found[0]);
	if (answers.some(([, standing]) => standing === 'silent')) {
		await assureOneIsRead(listed, request);
	}
	return gone;
}

/**
 * Makes sure that Nexudus gives single records, by one that is listed. Throws a Failure, also where
 * none is listed.
 */
export async function assureOneIsRead(
	listed: ReadonlySet<number>,
	{ reading }: Pick<DeletionRequest, 'reading'>,
): Promise<void> {
	const { records } = reading;
	let failure = nothingListed(records.type);
	for (const id of [...listed].slice(-MOST_LISTED_READ)) {
		const found = await readAlone(records, id, triedTwice(reading));
		if (!(found instanceof Failure)) return;
		standingOf(found);
		failure = found;
	}
	throw failure;
}

async function askedTogether(
	ids: readonly number[],
	{ reading, clock, deadline }: DeletionRequest,
): Promise<Array<[number, Standing]>> {
	const { records } = reading;
	const answers: Array<[number, Standing]> = [];
	while (answers.length < ids.length && (answers.length === 0 || clock.now() < deadline)) {
		const some = ids.slice(answers.length, answers.length + records.idsAtOnce);
		const found = await records.readMany(some, triedTwice(reading));
		for (const id of some) answers.push([id, standingOf(found.get(id))]);
	}
	return answers;
}

async function askedAlone(
	ids: readonly number[],
	{ reading }: DeletionRequest,
): Promise<Array<[number, Standing]>> {
	const read = async (id: number): Promise<[number, Standing]> => [
		id,
		standingOf(await readAlone(reading.records, id, triedTwice(reading))),
	];
	return await Promise.all(ids.map(read));
}

/** Any other failure says nothing of the record, so it is thrown. */
function standingOf(found: NexudusRecord | Failure | undefined): Standing {
	if (!(found instanceof Failure)) return 'there';
	const { isMissing, status = 0 } = found.details;
	if (isMissing) return 'gone';
	if (status >= 500) return 'silent';
	throw found;
}

function triedTwice({ persistence }: DeletionRequest['reading']): Persistence {
	return { ...persistence, tries: TRIES };
}

/** Gives so many of the ids at the most, from all parts of them. */
function spread(ids: readonly number[], most: number): number[] {
	const step = Math.max(1, ids.length / most);
	const places = Array.from({ length: Math.min(ids.length, most) }, (_, place) =>
		Math.floor(place * step),
	);
	return places.map((place) => ids[place]);
}

function stillThere({ label, labelPlural, nouns }: RecordType, id: number): Failure {
	return new Failure(`Nexudus does not list ${label} ${id}, but still has it`, {
		description: `Nothing came out: its list lacks ${labelPlural} that are there, so what is missing from it need not be deleted. Ask a Nexudus administrator whether the user of the credential may list the ${nouns} of every location. The next poll tries again.`,
	});
}

function nothingListed({ labelPlural, nouns }: RecordType): Failure {
	return new Failure(`Nexudus can't tell whether ${labelPlural} are gone`, {
		description: `It lists no ${nouns} at all, and its server failed when it was asked for those that were there. Nothing came out. The next poll tries again.`,
		cause: 'temporarily-unavailable',
	});
}
