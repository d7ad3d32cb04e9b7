import type {
	IAuthenticate,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { sessionTokenOf } from '../nodes/n8n/login';
import {
	baseUrlProperty,
	bearerAuthentication,
	listRequest,
} from '../nodes/n8n/credentialDescription';

export class NexudusLoginApi implements ICredentialType {
	name = 'nexudusLoginApi';

	displayName = 'Nexudus Email and Password API';

	documentationUrl = 'https://github.com/n8n-nodes-nexudus/n8n-nodes-nexudus#credentials';

	icon: Icon = {
		light: 'file:../nodes/ContractContact/nexudus.svg',
		dark: 'file:../nodes/ContractContact/nexudus.dark.svg',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. operations@example.com',
			required: true,
			default: '',
			description: 'Email address of the Nexudus user',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Two-Factor Secret',
			name: 'twoFactorSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for a user who signs in with an authenticator app: the secret that Nexudus shows when the app is set up, as text or as the whole address in the QR code (otpauth://totp/…). It is not the six-digit code.',
		},
		baseUrlProperty,
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<{ sessionToken: string }> {
		return { sessionToken: await sessionTokenOf(this, credentials) };
	}

	authenticate: IAuthenticate = bearerAuthentication('sessionToken');

	test: ICredentialTestRequest = listRequest;
}
