import { randomBytes } from 'node:crypto';

/** Lifetimes in seconds (authentication page: 7 and 15 days). */
export const ACCESS_LIFETIME = 604_799;
const REFRESH_LIFETIME = 15 * 86_400;

interface IssuedToken {
	readonly email: string;
	readonly expiresAt: number;
}

interface AccessToken extends IssuedToken {
	uses: number;
}

interface RefreshToken extends IssuedToken {
	readonly clientId: string;
}

export interface TokenPair {
	readonly accessToken: string;
	readonly refreshToken: string;
}

/** The tokens issued by the sign-in route, and when they stop working. */
export class Tokens {
	private readonly access = new Map<string, AccessToken>();
	private readonly refresh = new Map<string, RefreshToken>();
	private usesAllowed = Infinity;

	constructor(private readonly now: () => Date) {}

	/** A client has one refresh token: the one it had before dies, its access tokens live on. */
	issue(email: string, clientId = email): TokenPair {
		for (const [token, issued] of this.refresh) {
			if (issued.clientId === clientId) this.refresh.delete(token);
		}
		const pair = { accessToken: randomToken(), refreshToken: randomToken() };
		this.access.set(pair.accessToken, { email, expiresAt: this.after(ACCESS_LIFETIME), uses: 0 });
		this.refresh.set(pair.refreshToken, {
			email,
			clientId,
			expiresAt: this.after(REFRESH_LIFETIME),
		});
		return pair;
	}

	/** Counts one use of an access token; gives its user's email while it works. */
	use(token: string): string | undefined {
		const issued = this.access.get(token);
		if (!issued || this.isOver(issued) || issued.uses >= this.usesAllowed) return undefined;
		issued.uses += 1;
		return issued.email;
	}

	/** Takes a refresh token out; a client id counts only where one is sent (facts, section 2). */
	redeem(token: string, clientId: string | undefined): RefreshToken | undefined {
		const issued = this.refresh.get(token);
		if (!issued || this.isOver(issued)) return undefined;
		if (clientId !== undefined && clientId !== issued.clientId) return undefined;
		this.refresh.delete(token);
		return issued;
	}

	revokeAll(): void {
		this.access.clear();
		this.refresh.clear();
	}

	expireAfter(uses: number | undefined): void {
		this.usesAllowed = uses ?? Infinity;
	}

	private after(seconds: number): number {
		return this.now().getTime() + seconds * 1000;
	}

	private isOver(issued: IssuedToken): boolean {
		return this.now().getTime() >= issued.expiresAt;
	}
}

function randomToken(): string {
	return randomBytes(24).toString('base64url');
}
