import { ACCESS_TOKEN } from './practice.mjs';

/**
 * @typedef {object} Credential
 * @property {string} type n8n's credential type
 * @property {string} name as n8n shows it
 * @property {(nodeType: string) => boolean} serves which nodes it is for
 * @property {Record<string, unknown>} data
 */

/**
 * The credentials with which the example workflows run against the practice Nexudus.
 * @param {import('./practice.mjs').Addresses} addresses
 * @returns {Credential[]}
 */
export function practiceCredentials({ url, mailPort }) {
	return [
		{
			type: 'nexudusApi',
			name: 'Practice Nexudus',
			serves: (nodeType) => nodeType.startsWith('n8n-nodes-nexudus.'),
			data: { accessToken: ACCESS_TOKEN, baseUrl: url },
		},
		{
			type: 'smtp',
			name: 'Practice mail',
			serves: (nodeType) => nodeType === 'n8n-nodes-base.emailSend',
			data: {
				user: '',
				password: '',
				host: '127.0.0.1',
				port: mailPort,
				secure: false,
				disableStartTls: true,
				hostName: '',
			},
		},
		{
			type: 'openAiApi',
			name: 'Practice model',
			serves: (nodeType) => nodeType === '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			data: { apiKey: 'practice', url: `${url}/v1` },
		},
	];
}
