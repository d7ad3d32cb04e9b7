import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { PACKAGE } from './nodes.mjs';

const ENUMERATIONS = {
	ContractContactType: ['None', 'Director', 'CompanyAlias', 'NominatedRecipient'],
	AmlCheckStatus: [
		'NotStarted',
		'Pending',
		'Clear',
		'PotentialMatch',
		'ConfirmedMatch',
		'Error',
		'ManuallyCleared',
	],
};
ENUMERATIONS.PreviousAmlCheckStatus = ENUMERATIONS.AmlCheckStatus;

/** What the linked coworker lends where the contact has none, in later versions in 'selected' too. */
const LENT = ['FullName', 'Email'];
/** What 'simplified' showed in 0.1.0 and later versions don't. */
const NO_LONGER_SIMPLIFIED = ['PhoneNumber'];
/** What Create or Update tells since 0.2.0, beside the fields chosen. */
const BESIDES = ['action'];

const LINES_OF_DIFFERENCE = 25;

/**
 * Throws where runs of saved workflows came to something else than they once did.
 * @param {Array<{ workflow: object, outcome: object, saved: object }>} runs with the outcome of this run
 *   and the one that was saved
 */
export function assertSameOutcomes(runs) {
	const differences = runs.flatMap(({ workflow, outcome, saved }) =>
		compared(workflow, outcome, saved)
			.filter(({ now, then }) => !isDeepStrictEqual(now, then))
			.map(({ what, now, then }) => `${workflow.name}, ${what}: ${difference(now, then)}`),
	);
	if (differences.length > 0) throw new Error(differences.join('\n'));
}

/** The first lines of what differs: one lost choice may show in every row. */
function difference(now, then) {
	try {
		assert.deepEqual(now, then);
	} catch ({ message }) {
		return message.split('\n').slice(0, LINES_OF_DIFFERENCE).join('\n');
	}
}

function compared({ nodes }, outcome, saved) {
	const ofNodes = Object.entries(saved.outputs).map(([name, outputs]) => {
		const kind = kindOf(nodes.find((node) => node.name === name));
		const pairs = outputs.map((rows, index) =>
			comparableRows(kind, outcome.outputs[name]?.[index] ?? [], rows),
		);
		return { what: name, now: pairs.map(([now]) => now), then: pairs.map(([, then]) => then) };
	});
	return [
		{ what: 'how it ends', now: outcome.status, then: saved.status },
		{ what: 'what it changes in Nexudus', now: outcome.writes, then: saved.writes },
		...ofNodes,
	];
}

/**
 * Rows of a node and the ones it once gave, both brought down to what has to be the same. 'Raw' is
 * Nexudus's own form and stays whole. The other forms may change in what they show, as long as what
 * they showed means the same.
 * @param {'raw' | 'simplified' | 'selected'} kind
 * @param {Array<Record<string, any>>} rows
 * @param {Array<Record<string, any>>} saved
 * @returns {[object[], object[]]}
 */
export function comparableRows(kind, rows, saved) {
	return [
		rows.map((row, index) => comparable(kind, row, saved[index] ?? {})),
		saved.map((row) => comparable(kind, row, row)),
	];
}

/**
 * In which form a node gives its rows.
 * @param {{ type: string, parameters: Record<string, any> }} node
 */
export function kindOf({ type, parameters }) {
	if (!type.startsWith(`${PACKAGE}.`)) throw new Error(`${type} is no node of ours`);
	return parameters.output ?? 'simplified';
}

function comparable(kind, row, saved) {
	if ('error' in saved) return { ...picked(row, Object.keys(saved)), error: typeof row.error };
	if (kind === 'raw') return row;
	const names = namesFor(kind, row, saved).filter((name) => !isLent(name, saved));
	return byName(picked(row, names));
}

/** Of selected fields none may come that was not chosen: all would be there if the choice was lost. */
function namesFor(kind, row, saved) {
	if (kind === 'simplified')
		return Object.keys(saved).filter((name) => !NO_LONGER_SIMPLIFIED.includes(name));
	const all = new Set([...Object.keys(saved), ...Object.keys(row)]);
	return [...all].filter((name) => !BESIDES.includes(name));
}

function isLent(name, saved) {
	return LENT.includes(name) && name in saved && (saved[name] ?? '') === '';
}

function picked(row, names) {
	return Object.fromEntries(names.map((name) => [name, row[name]]));
}

/** A number and the name that stands for it mean the same. */
function byName(row) {
	const entries = Object.entries(row).map(([name, value]) => [
		name,
		ENUMERATIONS[name]?.[value] ?? value,
	]);
	return Object.fromEntries(entries);
}
