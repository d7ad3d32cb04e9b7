import { addNode } from './addNode.mjs';
import { contractsWithoutDirector } from './contracts.mjs';
import { corrections } from './corrections.mjs';
import { emptyFilter, missingContact } from './errors.mjs';
import { getMany } from './getMany.mjs';
import { duplicates, mailRoom } from './questions.mjs';
import { logIn } from './logIn.mjs';
import { examples, practicePage } from './page.mjs';
import { saveCredential } from './saveCredential.mjs';
import { themes } from './themes.mjs';
import { trigger } from './trigger.mjs';

/**
 * @typedef {object} Scenario
 * @property {string} title
 * @property {boolean} [always] the others need it
 * @property {(stage: import('../stage.mjs').Stage) => Promise<void>} run
 */

/** @type {Scenario[]} in the order in which a person meets them */
export const scenarios = [
	logIn,
	saveCredential,
	addNode,
	getMany,
	duplicates,
	mailRoom,
	corrections,
	contractsWithoutDirector,
	missingContact,
	emptyFilter,
	trigger,
	examples,
	practicePage,
	themes,
];
