import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** The two credentials that a node can sign in with, as the parameter 'Authentication' says. */
export const signInCredentials: INodeCredentialDescription[] = [
	{
		name: 'nexudusApi',
		required: true,
		displayOptions: { show: { authentication: ['accessToken'] } },
	},
	{
		name: 'nexudusLoginApi',
		required: true,
		displayOptions: { show: { authentication: ['login'] } },
	},
];

/** The parameter that chooses the way to sign in. */
export const authenticationParameter: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'Access Token', value: 'accessToken' },
		{ name: 'Email and Password', value: 'login' },
	],
	default: 'accessToken',
	description:
		'Which of the two Nexudus credentials to use: an access token, which runs out after some days, or email and password, with which the node signs in by itself',
};
