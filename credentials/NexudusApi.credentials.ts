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

	displayName = 'Nexudus API';

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
				'Access token of a Nexudus user. It runs out after some days; the log-in credential renews itself.',
		},
		baseUrlProperty,
	];

	authenticate: IAuthenticate = bearerAuthentication('accessToken');

	test: ICredentialTestRequest = listRequest;
}
