import type { INodeProperties } from 'n8n-workflow';
import type { ItemParameters } from '../n8n/itemParameters';
import { operation } from '../n8n/operation';
import { Outcomes } from '../run/outcomes';
import { outputChoice } from '../n8n/outputChoice';
import type { Session } from '../run/session';
import { listed } from '../reading/list';
import { wantedChanges } from '../record/changes';
import { parameterFailure } from '../record/failure';
import type { Changes } from '../record/field';
import { fieldOf, parameterName } from '../record/field';
import { filtering } from '../record/filters';
import { setParameter, setParameters } from '../parameters/fieldParameters';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { clearFieldsParameter } from '../parameters/writeParameters';
import { putOut } from '../writing/putOut';
import type { ListOfParent, Upsert } from '../writing/upserts';
import { writeUpserts } from '../writing/upserts';
import { contractContact } from '../recordTypes/contractContact';
import { requiredValues } from './requiredValues';
import { RowCheck } from '../reading/rowCheck';

type Plan = Omit<Upsert, 'item'>;

/** The property that each choice of 'Match On' compares, and the linked coworker's that also counts. */
const matchProperties: Record<string, readonly [string, ...string[]]> = {
	email: ['Email', 'CoworkerEmail'],
	fullName: ['FullName', 'CoworkerFullName'],
	coworkerId: ['CoworkerId'],
};

const onTop = ['CoworkerContractId', 'FullName'];
const newContact: Changes = { ContractContactType: 1, AmlCheckStatus: 0 };
const pageSize = 1000;

function requiredParameter(property: string): INodeProperties {
	return { ...setParameter(fieldOf(contractContact, property)), required: true };
}

function matchParameter(property: string): INodeProperties {
	return {
		...requiredParameter(property),
		displayOptions: { show: { matchOn: [parameterName(property)] } },
	};
}

/** A field that is matched on stands on top, so it is not offered a second time. */
function additionalParameters(): INodeProperties[] {
	return setParameters(contractContact, onTop).map((parameter) =>
		parameter.name in matchProperties
			? { ...parameter, displayOptions: { hide: { '/matchOn': [parameter.name] } } }
			: parameter,
	);
}

/** Changes the contact that is there, or creates it. */
export const upsert = operation<Plan>({
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description:
			'Create a new contract contact, or update the current one if it already exists (upsert)',
		action: 'Create or update contract contact',
	},
	parameters: [
		requiredParameter('CoworkerContractId'),
		{
			displayName: 'Match On',
			name: 'matchOn',
			type: 'options',
			options: [
				{ name: 'Coworker', value: 'coworkerId' },
				{ name: 'Email', value: 'email' },
				{ name: 'Full Name', value: 'fullName' },
			],
			default: 'email',
			description:
				'Which field tells that the contact is already on the contract. The email and the name of a linked coworker count too.',
		},
		matchParameter('Email'),
		matchParameter('CoworkerId'),
		requiredParameter('FullName'),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			description:
				'Fields to set. A new contact is a Director whose AML check is Not Started, unless you set otherwise; an existing one keeps what you leave out.',
			options: additionalParameters(),
		},
		clearFieldsParameter(contractContact),
		...outputParameters(contractContact),
		optionsParameter(['emptyValues', 'maxThrottleWait', 'readBack', 'writeUnchanged']),
	],
	plan: (parameters) => {
		const properties = matchPropertiesOf(parameters);
		const required = requiredValues(
			contractContact,
			[...new Set([...onTop, properties[0]])],
			parameters,
		);
		const wanted = wantedChanges(contractContact, {
			values: parameters.collection('additionalFields', 'Additional Fields'),
			except: [...onTop, properties[0]],
			clear: parameters.list('clearFields'),
			emptyValues: parameters.choice('emptyValues', 'Empty Values', ['ignore', 'clear']),
			collection: 'Additional Fields',
			timeZone: parameters.timeZone,
		});
		refuseClearingMatch(wanted, properties[0]);
		refuseBlankMatch(required[properties[0]], properties[0]);
		return {
			parent: Number(required.CoworkerContractId),
			match: { properties, value: required[properties[0]] as string | number },
			body: withoutCleared({ ...newContact, ...required, ...wanted }),
			changes: without(properties[0], { FullName: required.FullName, ...wanted }),
			unchanged: parameters.isOn('writeUnchanged', 'Write Unchanged', false) ? 'write' : 'skip',
			reading: parameters.isOn('readBack', 'Read Back', true) ? 'back' : 'none',
			output: outputChoice(contractContact, parameters),
			persistence: parameters.persistence(),
		};
	},
	carryOut: async (planned, session) => {
		const outcomes = new Outcomes(session);
		const upserts = planned.map(({ item, plan }) => ({ ...plan, item }));
		const finished = await writeUpserts(upserts, contactsOf(session), session, outcomes);
		await putOut(finished, session, outcomes);
		return outcomes.list();
	},
});

function matchPropertiesOf(parameters: ItemParameters): readonly [string, ...string[]] {
	const properties = matchProperties[String(parameters.value('matchOn') ?? 'email')];
	if (properties) return properties;
	throw parameterFailure(
		'Match On',
		'must be one of: email, fullName, coworkerId',
		"Choose it from the list under 'Match On'.",
	);
}

function refuseClearingMatch(wanted: Changes, property: string): void {
	if (wanted[property] !== null) return;
	throw parameterFailure(
		fieldOf(contractContact, property).label,
		"is matched on and can't be cleared",
		"Remove it from 'Fields to Clear'.",
	);
}

/** Spaces alone would match whoever has none of it, and so make one contact of several people. */
function refuseBlankMatch(value: unknown, property: string): void {
	if (String(value).trim() !== '') return;
	throw parameterFailure(
		fieldOf(contractContact, property).label,
		'is blank',
		"It is matched on, so it has to tell which contact is meant. Give it a value, or choose another field under 'Match On'.",
	);
}

/** A new record has nothing to clear. */
function withoutCleared(changes: Changes): Changes {
	return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null));
}

function without(property: string, changes: Changes): Changes {
	return Object.fromEntries(Object.entries(changes).filter(([name]) => name !== property));
}

function contactsOf(session: Session): ListOfParent {
	return async (contract, persistence) => {
		const { queries, conditions } = filtering(
			contractContact,
			{ coworkerContractId: contract },
			{ timeZone: 'UTC', textMatch: 'api', emptyFilters: 'refuse' },
		);
		const check = new RowCheck(conditions, 'asListed', persistence, session);
		return await listed(session.records, session.directions, {
			query: queries[0],
			sort: { field: fieldOf(contractContact, 'Id'), direction: 'asc' },
			limit: undefined,
			pageSize,
			persistence,
			accept: async (rows) => await check.accepted(rows),
		});
	};
}
