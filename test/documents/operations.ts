/** A parameter of an operation as users and saved workflows know it. */
export interface KnownParameter {
	type: string;
	required?: true;
	default?: unknown;
	/** The values of the other parameters with which it is shown. */
	shownWith?: Record<string, string | boolean>;
	/** The values of other parameters with which it is not. */
	hiddenWith?: Record<string, string>;
	/** The values it offers, where there are few. */
	values?: readonly unknown[];
	typeOptions?: Record<string, unknown>;
}

type Parameters = Readonly<Record<string, KnownParameter>>;

/** The top level of an operation, and what its collections of settings hold. */
export interface KnownOperation {
	name: string;
	parameters: Parameters;
	options: Parameters;
}

const contactId: KnownParameter = {
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
};
const contractId = contactId;
const fullName: KnownParameter = { type: 'string', required: true, default: '' };
const collection: KnownParameter = { type: 'collection', default: {} };
const clearFields: KnownParameter = { type: 'multiOptions', default: [] };
const output: Parameters = {
	output: {
		type: 'options',
		default: 'simplified',
		values: ['raw', 'selected', 'simplified'],
	},
	outputFields: { type: 'multiOptions', default: [], shownWith: { output: 'selected' } },
};

const off: KnownParameter = { type: 'boolean', default: false };
const on: KnownParameter = { type: 'boolean', default: true };
const fieldsFrom: KnownParameter = {
	type: 'options',
	default: 'define',
	values: ['define', 'input'],
};
const chosenBelow = { hiddenWith: { fieldsFrom: 'input' } };
const fields: KnownParameter = { ...collection, ...chosenBelow };
const emptyValues: KnownParameter = {
	type: 'options',
	default: 'ignore',
	values: ['clear', 'ignore'],
};
const onlyIfUnchangedSince: KnownParameter = { type: 'dateTime', default: '' };
const maxThrottleWait: KnownParameter = { type: 'number', default: 120 };

/** Every operation by its value, with the names, types and defaults that may never change. */
export const knownOperations: Readonly<Record<string, KnownOperation>> = {
	create: {
		name: 'Create',
		parameters: {
			coworkerContractId: contractId,
			fullName,
			fieldsFrom,
			contractContactType: {
				...chosenBelow,
				type: 'options',
				required: true,
				default: 1,
				values: [0, 1, 2, 3],
			},
			amlCheckStatus: {
				...chosenBelow,
				type: 'options',
				required: true,
				default: 0,
				values: [0, 1, 2, 3, 4, 5, 6],
			},
			additionalFields: fields,
			options: collection,
			...output,
		},
		options: { previewOnly: off, readBack: on, maxThrottleWait },
	},
	upsert: {
		name: 'Create or Update',
		parameters: {
			coworkerContractId: contractId,
			matchOn: {
				type: 'options',
				default: 'email',
				values: ['coworkerId', 'email', 'fullName'],
			},
			fullName,
			email: {
				type: 'string',
				required: true,
				default: '',
				shownWith: { matchOn: 'email' },
			},
			coworkerId: { ...contactId, shownWith: { matchOn: 'coworkerId' } },
			fieldsFrom,
			additionalFields: fields,
			clearFields,
			options: collection,
			...output,
		},
		options: {
			addChanges: off,
			emptyValues,
			previewOnly: off,
			writeUnchanged: off,
			readBack: on,
			maxThrottleWait,
		},
	},
	delete: {
		name: 'Delete',
		parameters: { contractContactId: contactId, options: collection },
		options: { onlyIfUnchangedSince, ignoreMissing: off, previewOnly: off, maxThrottleWait },
	},
	get: {
		name: 'Get',
		parameters: { contractContactId: contactId, options: collection, ...output },
		options: {
			addContract: off,
			maxThrottleWait,
			whenNothingFound: {
				type: 'options',
				default: 'fail',
				values: ['emptyItem', 'fail', 'noItem'],
			},
		},
	},
	getAll: {
		name: 'Get Many',
		parameters: {
			returnAll: off,
			limit: {
				type: 'number',
				default: 50,
				shownWith: { returnAll: false },
				typeOptions: { minValue: 1 },
			},
			filters: collection,
			options: collection,
			sort: { type: 'fixedCollection', default: {} },
			...output,
		},
		options: {
			addContract: off,
			ignoreEmptyFilters: off,
			textMatch: { type: 'options', default: 'api', values: ['api', 'exact'] },
			fullRecords: off,
			pageSize: {
				type: 'number',
				default: 1000,
				typeOptions: { minValue: 1, maxValue: 1000 },
			},
			maxThrottleWait,
			whenNothingFound: {
				type: 'options',
				default: 'noItem',
				values: ['emptyItem', 'noItem'],
			},
		},
	},
	update: {
		name: 'Update',
		parameters: {
			contractContactId: contactId,
			fieldsFrom,
			updateFields: fields,
			clearFields,
			options: collection,
			...output,
		},
		options: {
			addChanges: off,
			emptyValues,
			onlyIfUnchangedSince,
			previewOnly: off,
			writeUnchanged: off,
			readBack: off,
			maxThrottleWait,
		},
	},
};

const { get, getAll } = knownOperations;

/** The operations on contracts, which are only read; their parameters are those of contacts. */
export const knownContractOperations: Readonly<Record<string, KnownOperation>> = {
	get: {
		name: 'Get',
		parameters: { coworkerContractId: contactId, options: collection, ...output },
		options: without('addContract', get.options),
	},
	getAll: { ...getAll, options: without('addContract', getAll.options) },
};

function without(name: string, parameters: Parameters): Parameters {
	return Object.fromEntries(Object.entries(parameters).filter(([other]) => other !== name));
}
