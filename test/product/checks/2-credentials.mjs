import assert from 'node:assert/strict';
import { PRACTICE_LOGIN } from '../../../sandbox/stand/practice.mjs';
import { runOperation } from '../harness/operation.mjs';

const { email: EMAIL, password: PASSWORD } = PRACTICE_LOGIN;
const PRACTISED = { email: 'ines.carvalho@northlight-workspaces.example', password: 'two-factors' };
const SECRET = 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ';
const SUCCESS = { status: 'OK', message: 'Connection successful!' };
/** n8n 2.8.4 has words of its own for every 401, whatever a credential says. */
const REFUSED_TOKEN = {
	'2.8.4': /^Authorization failed - please check your credentials$/,
	'2.40.7':
		/The sign-in was refused: the access token is wrong or has run out, or the user lacks the role ContractContact-List/,
};
const NOBODY_LISTENS = 'http://127.0.0.1:9';

export const group = {
	title: 'Credentials, saved and tested as the editor does it',
	checks: {
		'a token that works is accepted': async (product) => {
			assert.deepEqual(await testToken(product), SUCCESS);
		},
		'a login that works is accepted': async (product) => {
			assert.deepEqual(await testLogin(product), SUCCESS);
		},
		'a slash at the end of the base URL does no harm': async (product) => {
			const baseUrl = `${product.practice.url}/`;
			assert.deepEqual(await testToken(product, { baseUrl }), SUCCESS);
			assert.deepEqual(await testLogin(product, { baseUrl }), SUCCESS);
		},
		'a wrong token is explained, and does not show up in the words': async (product) => {
			const message = refusal(await testToken(product, { accessToken: 'wrong-token-4711' }));
			assert.match(message, REFUSED_TOKEN[product.version]);
			assert.doesNotMatch(message, /4711/);
		},
		'a wrong password is explained, and does not show up in the words': async (product) => {
			const message = refusal(await testLogin(product, { password: 'wrong-password-4711' }));
			assert.match(message, /password/i);
			assert.doesNotMatch(message, /4711/);
		},
		'a two-factor sign-in is named, and the way round it': async (product) => {
			const message = refusal(await testLoginThatAnswers(product, 'two_factor_auth_check'));
			assert.match(message, /two factors/);
			assert.match(message, /'Nexudus Access Token API'/);
		},
		'a user with an authenticator app is accepted with its secret, and runs': async (product) => {
			await product.practice.addUser({
				...PRACTISED,
				roles: 'administrator',
				totpSecret: SECRET,
			});
			const login = { ...PRACTISED, twoFactorSecret: `otpauth://totp/Nexudus?secret=${SECRET}` };
			assert.deepEqual(await testLogin(product, login), SUCCESS);
			const { url: baseUrl } = product.practice;
			const saved = await save(product, 'nexudusLoginApi', { ...login, baseUrl });
			const { rows } = await runOperation(
				product,
				{ authentication: 'login', operation: 'getAll', limit: 1 },
				{ credentials: { nexudusLoginApi: { id: saved.id, name: saved.name } } },
			);
			assert.equal(rows.length, 1);
			const read = await product.client.get(`/rest/credentials/${saved.id}?includeData=true`);
			assert.doesNotMatch(JSON.stringify(read), new RegExp(SECRET));
		},
		'a secret that is none is refused before anything is sent': async (product) => {
			await product.practice.forgetRequests();
			const message = refusal(await testLogin(product, { twoFactorSecret: '287082' }));
			assert.match(message, /'Two-Factor Secret' is a code of the app, and not its secret/);
			assert.deepEqual(await product.practice.requests(), []);
		},
		'a forced password reset is named': async (product) => {
			const message = refusal(await testLoginThatAnswers(product, 'must_reset_password'));
			assert.match(message, /password/i);
			assert.match(message, /reset|new password/i);
		},
		'an http address is refused before anything is sent': async (product) => {
			await product.practice.forgetRequests();
			const baseUrl = 'http://spaces.nexudus.example';
			for (const test of [testToken, testLogin]) {
				const message = refusal(await test(product, { baseUrl }));
				assert.match(message, /'Base URL' must be an address that begins with https:\/\//);
			}
			assert.deepEqual(await product.practice.requests(), []);
		},
		'a host that is not reached is told in words': async (product) => {
			const ofLogin = refusal(await testLogin(product, { baseUrl: NOBODY_LISTENS }));
			assert.match(ofLogin, /Nexudus was not reached/);
			const ofToken = refusal(await testToken(product, { baseUrl: NOBODY_LISTENS }));
			assert.match(ofToken, /not reached|refused|ECONNREFUSED/i);
		},
		'secrets do not come back out of n8n': async (product) => {
			const saved = await save(product, 'nexudusApi', {
				accessToken: 'sandbox-token',
				baseUrl: product.practice.url,
			});
			const read = await product.client.get(`/rest/credentials/${saved.id}?includeData=true`);
			assert.doesNotMatch(JSON.stringify(read), /sandbox-token/);
			assert.equal(read.data.baseUrl, product.practice.url);
		},
	},
};

function testToken(product, data = {}) {
	const { url: baseUrl } = product.practice;
	return testSaved(product, 'nexudusApi', { accessToken: 'sandbox-token', baseUrl, ...data });
}

function testLogin(product, data = {}) {
	const { url: baseUrl } = product.practice;
	return testSaved(product, 'nexudusLoginApi', {
		email: EMAIL,
		password: PASSWORD,
		baseUrl,
		...data,
	});
}

async function testLoginThatAnswers(product, error) {
	await product.practice.fail({
		when: { path: '/api/token' },
		how: { status: 400, body: { error } },
	});
	try {
		return await testLogin(product);
	} finally {
		await product.practice.liftFaults();
	}
}

/** Blank secrets are filled in by n8n from what it has saved. */
async function testSaved(product, type, data) {
	const { client } = product;
	const { id, name } = await save(product, type, data);
	const read = await client.get(`/rest/credentials/${id}?includeData=true`);
	const credentials = { id, name, type, data: read.data };
	return client.post('/rest/credentials/test', { credentials });
}

function save({ client }, type, data) {
	return client.post('/rest/credentials', { name: `Test of ${type}`, type, data });
}

function refusal({ status, message }) {
	assert.equal(status, 'Error', message);
	return message;
}
