import type { ICredentialDataDecryptedObject, INodeCredentialsDetails } from 'n8n-workflow';
import { turnsOf } from '../api/accounts';
import { checkedBaseUrl, nexudusAt } from '../api/baseUrl';
import { Client } from '../api/client';
import type { Clock } from '../api/clock';
import { Records } from '../api/records';
import { Failure } from '../record/failure';
import type { RecordType } from '../record/field';
import type { NexudusContext } from './context';
import { n8nClock } from './clock';
import { n8nSend } from './send';
import { wordsOfN8n } from './workedOut';

/** The credential type that each way to sign in uses. */
const CREDENTIAL_TYPES: Record<string, string> = {
	accessToken: 'nexudusApi',
	login: 'nexudusLoginApi',
};

/** The way to Nexudus that the requests of one execution share. */
export interface Connection {
	/** Which of n8n's stored credentials is used, and the address in it. */
	account: string;
	/** Which Nexudus is at that address. */
	nexudus: string;
	clock: Clock;
	/** Gives the requests for a type of record; each type keeps a pace of its own. */
	recordsOf: (type: RecordType) => Records;
}

/**
 * Gives the connection of the node's credential. Throws a Failure where none is chosen, where n8n
 * can't read it, and for an unusable base URL.
 */
export async function connected(
	context: NexudusContext,
	authentication: unknown,
): Promise<Connection> {
	const credentialType = CREDENTIAL_TYPES[String(authentication)] ?? 'nexudusApi';
	const credentials = await credentialsOf(context, credentialType);
	const clock = n8nClock(context);
	const baseUrl = checkedBaseUrl(credentials.baseUrl);
	const send = n8nSend(context, credentialType, baseUrl);
	const stored = storedCredential(context, credentialType)?.id ?? '';
	const account = `${stored} ${baseUrl}`;
	const turns = turnsOf(account, clock);
	return {
		account,
		nexudus: nexudusAt(baseUrl),
		clock,
		recordsOf: (type) => new Records(new Client(send, clock, type, turns), type),
	};
}

function storedCredential(
	context: NexudusContext,
	credentialType: string,
): INodeCredentialsDetails | undefined {
	return context.getNode().credentials?.[credentialType];
}

async function credentialsOf(
	context: NexudusContext,
	credentialType: string,
): Promise<ICredentialDataDecryptedObject> {
	try {
		return await context.getCredentials(credentialType);
	} catch (error) {
		throw storedCredential(context, credentialType) ? unreadable(error) : noneChosen();
	}
}

function noneChosen(): Failure {
	return new Failure('No Nexudus credential is chosen for this node', {
		description: "Nothing was sent. Open the node and choose a credential below 'Authentication'.",
		cause: 'credential-invalid',
	});
}

/** It was deleted, not shared, stored under another encryption key, or refers to a lost secret. */
function unreadable(error: unknown): Failure {
	const reason = wordsOfN8n(error) ?? 'n8n could not load it';
	return new Failure(`The Nexudus credential of this node can't be read: ${reason}`, {
		description:
			'Nothing was sent. Open the node, and save the credential again or choose another.',
		cause: 'credential-invalid',
	});
}
