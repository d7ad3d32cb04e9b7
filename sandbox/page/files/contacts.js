import { cell, element, list, moment, part, row } from './elements.js';

/**
 * Shows contacts, each with a button that changes its AML check.
 * @param {object} overview
 * @param {string} search
 * @param {(contact: object, change: 'match' | 'clear') => void} onChange
 */
export function showContacts({ contacts, contactCount, foundCount }, search, onChange) {
	part('contact-count').textContent = countOf(contacts.length, {
		contactCount,
		foundCount,
		search,
	});
	list(part('contacts').tBodies[0], contacts, {
		key: ({ id }) => id,
		make: (contact) => contactRow(contact, onChange),
		empty: emptyRow(
			search ? `No contact fits “${search}”.` : 'There is no contact. Add one above, or with n8n.',
		),
	});
}

export function emptyRow(text) {
	return element(
		'tr',
		{ role: 'row' },
		element('td', { role: 'cell', colspan: '5', className: 'empty' }, text),
	);
}

function countOf(shown, { contactCount, foundCount, search }) {
	const found = search ? `${foundCount} of ${contactCount}` : String(contactCount);
	return shown < foundCount ? `${found}, the ${shown} newest changes first` : found;
}

function contactRow(contact, onChange) {
	const { name, email, type, company, plan, contractId, amlStatus, look, updatedOn } = contact;
	return row([
		cell('name', name, element('small', {}, type), element('small', {}, email)),
		cell('', company, element('small', {}, [plan, `#${contractId}`].filter(Boolean).join(', '))),
		cell('check', element('span', { className: `status ${look}` }, amlStatus)),
		cell('spare', moment(updatedOn)),
		cell('', changeButton(contact, onChange)),
	]);
}

function changeButton(contact, onChange) {
	const { name, hasMatch } = contact;
	const label = hasMatch ? 'Clear match' : 'Give a match';
	const described = hasMatch ? `Clear match: ${name}` : `Give a match: ${name}`;
	const button = element('button', { type: 'button', 'aria-label': described }, label);
	button.addEventListener('click', () => onChange(contact, hasMatch ? 'clear' : 'match'));
	return button;
}
