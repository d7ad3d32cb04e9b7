import type {
	IAuthenticate,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import {
	baseUrlProperty,
	bearerAuthentication,
	listRequest,
} from '../nodes/n8n/credentialDescription';

export class NexudusApi implements ICredentialType {
	name = 'nexudusApi';

	displayName = 'Nexudus Access Token API';

	documentationUrl = 'https://github.com/n8n-nodes-nexudus/n8n-nodes-nexudus#credentials';

	icon: Icon = {
		light: 'file:../nodes/ContractContact/nexudus.svg',
		dark: 'file:../nodes/ContractContact/nexudus.dark.svg',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				"Token of a Nexudus user. Whoever manages your Nexudus gets one from its address /api/token with the user's email and password; the documentation of this credential shows how. It runs out after some days: for lasting workflows take the credential 'Nexudus Email and Password API', which renews itself.",
		},
		baseUrlProperty,
	];

	authenticate: IAuthenticate = bearerAuthentication('accessToken');

	test: ICredentialTestRequest = listRequest;
}
