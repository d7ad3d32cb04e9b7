import { readdirSync } from 'node:fs';

/**
 * @typedef {Record<string, any>} Row
 *
 * @typedef {object} Outcome what a run of an example did
 * @property {(node: string) => Row[]} rowsOf the rows that came out of a node
 * @property {import('../stand/practice.mjs').Holdings} before what the practice Nexudus held before
 * @property {import('../stand/practice.mjs').Holdings} [asked] while a form waited for its answer
 * @property {import('../stand/practice.mjs').Holdings} after and after the run
 *
 * @typedef {object} Expectation what has to come of the example whose file has the same name
 * @property {string[]} [answers] what a person enters in the form that an email of the example links
 *   to, one for each of its fields
 * @property {(outcome: Outcome) => string[]} differences in words; none if all is right
 */

const FOLDER = new URL('./expectations/', import.meta.url);

/**
 * The expectations by the names of their examples.
 * @returns {Promise<Map<string, Expectation>>}
 */
export async function readExpectations() {
	const expectations = new Map();
	for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.mjs'))) {
		const { expectation } = await import(new URL(file, FOLDER).href);
		expectations.set(file.slice(0, -'.mjs'.length), expectation);
	}
	return expectations;
}
