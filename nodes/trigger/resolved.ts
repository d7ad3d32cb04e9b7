import { Failure } from '../record/failure';

const LONGEST_REASON = 300;

/**
 * Gives the value of a parameter. Where its expression can't be worked out, it throws a Failure
 * that names the parameter.
 */
export function resolved<Value>(label: string, read: () => Value): Value {
	try {
		return read();
	} catch (error) {
		return unresolved(label, error);
	}
}

function unresolved(label: string, error: unknown): never {
	if (error instanceof Failure) throw error;
	throw new Failure(`'${label}' can't be worked out: ${reasonOf(error)}`, {
		description: `Correct the expression in '${label}'. A trigger starts a workflow, so there are no items yet that it could refer to.`,
		cause: 'configuration-invalid',
	});
}

/** Gives the failure of a credential that is missing or that n8n can't read. */
export function credentialFailure(error: unknown): Failure {
	return new Failure(`The credential under 'Authentication' can't be used: ${reasonOf(error)}`, {
		description: 'Choose a credential in the trigger, and check that it still exists.',
		cause: 'configuration-invalid',
	});
}

function reasonOf(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return text.split('\n')[0].slice(0, LONGEST_REASON);
}
