interface ResourceLocator {
	__rl: true;
	value: unknown;
}

function isResourceLocator(value: unknown): value is ResourceLocator {
	return typeof value === 'object' && value !== null && '__rl' in value;
}

/** Gives what a parameter holds: a resource locator's value, anything else as it is. */
export function unwrapped(value: unknown): unknown {
	return isResourceLocator(value) ? value.value : value;
}
