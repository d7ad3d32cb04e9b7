/** Makes an element; children are elements or texts. */
export function element(name, { className, ...attributes } = {}, ...children) {
	const made = document.createElement(name);
	if (className) made.className = className;
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
	made.append(...children);
	return made;
}

export function part(id) {
	return document.getElementById(id);
}

/** A moment as people of this place write it. */
export function moment(iso) {
	return new Date(iso).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}

export function clock(iso) {
	return new Date(iso).toLocaleTimeString();
}

/** A table row; the first cell is its heading. The roles hold where a small window stacks the cells. */
export function row([first, ...cells]) {
	const heading = element(
		'th',
		{ scope: 'row', role: 'rowheader', className: first.className },
		...first.children,
	);
	const rest = cells.map(({ className, children }) =>
		element('td', { role: 'cell', className }, ...children),
	);
	return element('tr', { role: 'row' }, heading, ...rest);
}

export function cell(className, ...children) {
	return { className, children };
}

const shown = new WeakMap();

/**
 * Shows a list. What did not change stays the same element, so that the place, the selection and the
 * focus are not lost; without any entry `empty` says why.
 * @param {Element} container
 * @param {object[]} entries
 * @param {{ key: (entry: object) => string | number, make: (entry: object) => Element, empty: Element }} how
 */
export function list(container, entries, { key, make, empty }) {
	const former = shown.get(container) ?? new Map();
	const current = new Map();
	const focused = focusIn(container);
	for (const entry of entries) {
		const text = JSON.stringify(entry);
		const known = former.get(key(entry));
		current.set(key(entry), known?.text === text ? known : { text, node: make(entry) });
	}
	const nodes = [...current.values()].map(({ node }) => node);
	place(container, nodes.length > 0 ? nodes : [empty]);
	shown.set(container, current);
	if (focused) restoreFocus(current.get(focused.key)?.node, focused.element);

	function focusIn(place) {
		const active = document.activeElement;
		if (!place.contains(active) || active === place) return undefined;
		const [known] = [...former].find(([, { node }]) => node.contains(active)) ?? [];
		return known === undefined ? undefined : { key: known, element: active };
	}
}

/** Moves only what is not in its place: a frame that moves would load again. */
function place(container, nodes) {
	const wanted = new Set(nodes);
	for (const child of [...container.children]) if (!wanted.has(child)) child.remove();
	nodes.forEach((node, index) => {
		if (container.children[index] !== node) {
			container.insertBefore(node, container.children[index] ?? null);
		}
	});
}

/** The element itself, or what now stands in its row in its place. */
function restoreFocus(node, before) {
	if (document.activeElement === before || !node) return;
	if (node.contains(before)) before.focus();
	else node.querySelector(before.tagName)?.focus();
}
