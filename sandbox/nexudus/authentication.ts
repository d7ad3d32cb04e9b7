import type { Accounts, User } from './accounts';
import type { Tokens } from './tokens';

/**
 * The user that an Authorization header stands for, if any. Bearer and Basic work on every
 * request; Basic only for users whose sign-in needs no further step.
 */
export function authenticate(
	header: string | undefined,
	accounts: Accounts,
	tokens: Tokens,
): User | undefined {
	const [, scheme = '', credentials = ''] = /^(\S+)\s+(\S+)$/.exec(header?.trim() ?? '') ?? [];
	if (scheme.toLowerCase() === 'bearer') return bearerUser(credentials, accounts, tokens);
	if (scheme.toLowerCase() === 'basic') return basicUser(credentials, accounts);
	return undefined;
}

function bearerUser(token: string, accounts: Accounts, tokens: Tokens): User | undefined {
	const email = tokens.use(token);
	return email === undefined ? accounts.withStaticToken(token) : accounts.find(email);
}

function basicUser(credentials: string, accounts: Accounts): User | undefined {
	const [email, ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
	const user = accounts.withPassword(email, password.join(':'));
	if (user?.totpSecret !== undefined) return undefined;
	return (user?.signIn ?? 'normal') === 'normal' ? user : undefined;
}
