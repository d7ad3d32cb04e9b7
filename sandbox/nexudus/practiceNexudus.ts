import type { Roles, User } from './accounts';
import type { Assumptions } from './assumptions';
import type { Fault } from './faults';
import type { RecordedRequest } from './http/requestLog';
import type { ContractContact } from './records/contractContact';
import type { CoworkerContract } from './records/coworkerContract';
import type { Business, Country, Coworker, Tariff } from './records/lookUps';
import type { Throttle } from './throttle';
import type { RecordStore, Stores } from './writing/recordStore';

/** A running practice Nexudus, as those see it who start it. */
export interface PracticeNexudus {
	/** http://127.0.0.1:PORT */
	readonly url: string;
	/** Every request to the API, in order of arrival. */
	readonly requests: RecordedRequest[];
	clearRequests(): void;
	/** The records of every entity, to be read and changed behind the API. */
	readonly stores: Stores;
	/** The store of contract contacts. */
	readonly contacts: RecordStore<ContractContact>;
	/** The records of the other entities as they are now, by ascending Id. */
	readonly contracts: readonly CoworkerContract[];
	readonly coworkers: readonly Coworker[];
	readonly countries: readonly Country[];
	readonly locations: readonly Business[];
	readonly plans: readonly Tariff[];
	readonly assumptions: Readonly<Assumptions>;
	assume(changes: Partial<Assumptions>): void;
	addUser(user: User): void;
	/** Takes or gives roles; requests from then on go by the new ones. */
	setRoles(email: string, roles: Roles): void;
	/** Ends every token that the sign-in route issued; the users' static ones live on. */
	revokeTokens(): void;
	/** Each issued token stops working after so many uses; undefined lifts that. */
	expireTokensAfter(requests: number | undefined): void;
	fail(fault: Fault): void;
	clearFaults(): void;
	throttle(rule: Throttle | undefined): void;
	/** Milliseconds before each answer of the API. */
	setLatency(milliseconds: number): void;
	/** Ends open connections too, and saves the data file. */
	close(): Promise<void>;
}
