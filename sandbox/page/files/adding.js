import { element, part } from './elements.js';

/**
 * Makes the form work that adds a contact.
 * @param {{ send: (path: string, body?: object) => Promise<object>, read: (path: string) => Promise<object>,
 *   onAdded: (name: string) => void }} page
 */
export function startAdding({ send, read, onAdded }) {
	const form = part('add-form');
	const problem = part('add-problem');
	part('adding').addEventListener('toggle', () => fillContracts(form.elements.contractId, read));
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const values = Object.fromEntries(new FormData(form));
		try {
			await send('contacts', values);
			problem.hidden = true;
			form.elements.name.value = '';
			form.elements.email.value = '';
			form.elements.name.focus();
			onAdded(values.name.trim());
		} catch (error) {
			problem.textContent = error.message;
			problem.hidden = false;
		}
	});
}

async function fillContracts(select, read) {
	const contracts = await read('/sandbox/page/contracts');
	const chosen = select.value;
	select.replaceChildren(
		...contracts.map(({ id, name }) => element('option', { value: String(id) }, name)),
	);
	if (contracts.some(({ id }) => String(id) === chosen)) select.value = chosen;
}
