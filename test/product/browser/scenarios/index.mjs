import { addNode } from './addNode.mjs';
import { logIn } from './logIn.mjs';
import { saveCredential } from './saveCredential.mjs';

/**
 * @typedef {object} Scenario
 * @property {string} title
 * @property {boolean} [always] the others need it
 * @property {(stage: import('../stage.mjs').Stage) => Promise<void>} run
 */

/** @type {Scenario[]} in the order in which a person meets them */
export const scenarios = [logIn, saveCredential, addNode];
