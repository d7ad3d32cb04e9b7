import { turnsOf } from '../api/accounts';
import { checkedBaseUrl } from '../api/baseUrl';
import { Client } from '../api/client';
import type { Clock } from '../api/clock';
import { Records } from '../api/records';
import type { RecordType } from '../record/field';
import type { NexudusContext } from './context';
import { n8nClock } from './clock';
import { n8nSend } from './send';

/** The credential type that each way to sign in uses. */
const CREDENTIAL_TYPES: Record<string, string> = {
	accessToken: 'nexudusApi',
	login: 'nexudusLoginApi',
};

/** The way to Nexudus that the requests of one execution share. */
export interface Connection {
	/** Which of n8n's stored credentials is used, and the address in it. */
	account: string;
	clock: Clock;
	/** Gives the requests for a type of record; each type keeps a pace of its own. */
	recordsOf: (type: RecordType) => Records;
}

/** Gives the connection of the node's credential. Throws a Failure for an unusable base URL. */
export async function connected(
	context: NexudusContext,
	authentication: unknown,
): Promise<Connection> {
	const credentialType = CREDENTIAL_TYPES[String(authentication)] ?? 'nexudusApi';
	const credentials = await context.getCredentials(credentialType);
	const clock = n8nClock(context);
	const baseUrl = checkedBaseUrl(credentials.baseUrl);
	const send = n8nSend(context, credentialType, baseUrl);
	const stored = context.getNode().credentials?.[credentialType]?.id ?? '';
	const account = `${stored} ${baseUrl}`;
	const turns = turnsOf(account, clock);
	return {
		account,
		clock,
		recordsOf: (type) => new Records(new Client(send, clock, type, turns), type),
	};
}
