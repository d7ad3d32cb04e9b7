import type { Action } from './records/definition';
import type { Entity } from './records/field';

/** The administrator that every practice Nexudus starts with. */
export const ADMINISTRATOR_EMAIL = 'operations@northlight-workspaces.example';
export const ADMINISTRATOR_PASSWORD = 'sandbox';
export const ADMINISTRATOR_TOKEN = 'sandbox-token';

/** A user who may list contract contacts, and nothing else. */
export const LIST_ONLY_EMAIL = 'reception@northlight-workspaces.example';
export const LIST_ONLY_PASSWORD = 'sandbox-list-only';
export const LIST_ONLY_TOKEN = 'list-only-token';

/** Every entity has the same five roles (roles-and-access page). */
export type Role = `${Entity}-${Action}`;

/** A full unrestricted administrator has every role (roles-and-access page). */
export type Roles = 'administrator' | readonly Role[];

export interface User {
	readonly email: string;
	readonly password: string;
	/** A bearer token that never stops working. */
	readonly accessToken?: string;
	readonly roles: Roles;
	/** How a sign-in with the right password goes; default normal. */
	readonly signIn?: 'normal' | 'twoFactor' | 'mustResetPassword';
	/**
	 * The key of the authenticator app in base32: codes of RFC 6238 are asked for, and each counts
	 * once. Without it any six digits will do for `twoFactor`.
	 */
	readonly totpSecret?: string;
	/** Seconds after a code was taken in which no other one is asked for; default none. */
	readonly secondFactorRemembered?: number;
}

/** The users of the practice Nexudus by email. */
export class Accounts {
	private readonly users = new Map<string, User>();

	constructor() {
		this.add({
			email: ADMINISTRATOR_EMAIL,
			password: ADMINISTRATOR_PASSWORD,
			accessToken: ADMINISTRATOR_TOKEN,
			roles: 'administrator',
		});
		this.add({
			email: LIST_ONLY_EMAIL,
			password: LIST_ONLY_PASSWORD,
			accessToken: LIST_ONLY_TOKEN,
			roles: ['ContractContact-List'],
		});
	}

	add(user: User): void {
		this.users.set(user.email.toLowerCase(), user);
	}

	setRoles(email: string, roles: Roles): void {
		const user = this.find(email);
		if (!user) throw new Error(`The practice Nexudus has no user ${email}`);
		this.add({ ...user, roles });
	}

	find(email: string): User | undefined {
		return this.users.get(email.toLowerCase());
	}

	withPassword(email: string, password: string): User | undefined {
		const user = this.find(email);
		return user?.password === password ? user : undefined;
	}

	withStaticToken(token: string): User | undefined {
		return [...this.users.values()].find((user) => user.accessToken === token);
	}
}

/** Whether a user may call a route that asks for a role. */
export function hasRole(user: User, role: Role): boolean {
	return user.roles === 'administrator' || user.roles.includes(role);
}
