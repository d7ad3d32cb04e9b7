const CONTACTS = '/api/billing/contractcontacts';

/** The package's node. */
export function contractContact(parameters) {
	return {
		name: 'Nexudus',
		type: 'n8n-nodes-nexudus.contractContact',
		typeVersion: 1,
		parameters,
		credential: 'nexudusApi',
		onError: 'continueRegularOutput',
	};
}

/** The least that lists in n8n, which no node can go below. */
export function floor({ url }) {
	return {
		name: 'Floor',
		type: 'CUSTOM.floor',
		typeVersion: 1,
		parameters: { url: url + CONTACTS },
		credential: 'httpHeaderAuth',
	};
}

/** n8n's HTTP Request node, listing page by page with the largest pages. */
export function httpList({ url }, paginationOptions = {}) {
	return httpRequest('List', {
		url: url + CONTACTS,
		sendQuery: true,
		queryParameters: {
			parameters: [
				{ name: 'size', value: '1000' },
				{ name: 'orderBy', value: 'Id' },
				{ name: 'dir', value: '0' },
			],
		},
		options: {
			pagination: {
				pagination: {
					paginationMode: 'updateAParameterInEachRequest',
					parameters: {
						parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }],
					},
					paginationCompleteWhen: 'other',
					completeExpression: '={{ !$response.body.HasNextPage }}',
					...paginationOptions,
				},
			},
		},
	});
}

/** Makes items of the rows of all pages. */
export function splitOut() {
	return {
		name: 'Split Out',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'Records', options: {} },
	};
}

/** Loads the full record of each item; those that fail go no further. */
export function httpGet({ url }, id, batch) {
	return httpRequest('Get', { url: `=${url}${CONTACTS}/{{ ${id} }}`, options: options(batch) });
}

/** Writes each record back whole, with one property changed. */
export function httpPut({ url }, change, batch) {
	return httpRequest('Put', {
		method: 'PUT',
		url: url + CONTACTS,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ JSON.stringify({ ...$json, ${change} }) }}`,
		options: options(batch),
	});
}

/** Looks for a person on a contract by the email, then changes the one found or adds a new one. */
export function httpFindAndWrite({ url }) {
	const found = '$json.Records[0]';
	const person = `$('Start').item.json`;
	const find = httpRequest('Find', {
		url: url + CONTACTS,
		sendQuery: true,
		queryParameters: {
			parameters: [
				{ name: 'ContractContact_CoworkerContract', value: '={{ $json.CoworkerContractId }}' },
				{ name: 'ContractContact_Email', value: '={{ $json.Email }}' },
			],
		},
	});
	const write = httpRequest('Write', {
		method: `={{ ${found} ? 'PUT' : 'POST' }}`,
		url: url + CONTACTS,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ JSON.stringify({ ContractContactType: 1, AmlCheckStatus: 0, ...${found}, ...${person} }) }}`,
	});
	return [find, write];
}

/** Lets through the records that differ. */
export function filter(leftValue, rightValue) {
	return {
		name: 'Filter',
		type: 'n8n-nodes-base.filter',
		typeVersion: 2.2,
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
				combinator: 'and',
				conditions: [
					{
						id: 'differs',
						leftValue,
						rightValue,
						operator: { type: 'number', operation: 'notEquals' },
					},
				],
			},
			options: {},
		},
	};
}

function httpRequest(name, parameters) {
	return {
		name,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			...parameters,
		},
		credential: 'httpHeaderAuth',
		onError: 'continueErrorOutput',
	};
}

function options(batch) {
	return batch ? { batching: { batch } } : {};
}
