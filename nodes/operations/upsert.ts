import type { INodeProperties } from 'n8n-workflow';
import type { ItemParameters } from '../n8n/itemParameters';
import type { Operation } from '../n8n/operation';
import { operation } from '../n8n/operation';
import { outputChoice } from '../n8n/outputChoice';
import { alphabetical, setParameters, topParameter } from '../parameters/fieldParameters';
import { optionsParameter } from '../parameters/optionParameters';
import { outputParameters } from '../parameters/outputParameters';
import { clearFieldsParameter } from '../parameters/writeParameters';
import { recordsOfParent } from '../reading/recordsOfParent';
import { wantedChanges } from '../record/changes';
import { parameterFailure } from '../record/failure';
import type { Changes, Field } from '../record/field';
import { fieldOf, parameterName } from '../record/field';
import { comparable } from '../record/match';
import type { MatchField } from '../record/matchField';
import { matchedProperties } from '../record/matchField';
import type { Columns } from '../record/inputColumns';
import type { WritableType } from '../record/writableType';
import { putOut } from '../writing/putOut';
import type { ListOfParent } from '../writing/siblings';
import type { Upsert } from '../writing/upsert';
import { writeUpserts } from '../writing/upserts';
import {
	ADDITIONAL_FIELDS,
	fieldsFromParameter,
	givenFields,
	HIDDEN_WITH_INPUT,
	hintsAtColumns,
} from './fieldsFrom';
import { previewedFirst, tellingWithAction } from './previewing';
import { onTop, requiredValues } from './requiredValues';

interface Plan extends Omit<Upsert, 'item'> {
	columns: Columns | undefined;
}

/** Changes the record that is there, or creates it. */
export function upsert(type: WritableType): Operation {
	return operation<Plan>({
		option: {
			name: 'Create or Update',
			value: 'upsert',
			description: `Create a new ${type.label}, or update the current one if it already exists (upsert)`,
			action: `Create or update ${type.label}`,
		},
		parameters: () => [
			...onTop(type).map((property) => topParameter(type, property)),
			matchOnParameter(type),
			...type.matchFields
				.filter(({ property }) => !onTop(type).includes(property))
				.map(({ property }) => matchParameter(type, property)),
			fieldsFromParameter(type),
			{
				displayName: ADDITIONAL_FIELDS.label,
				name: ADDITIONAL_FIELDS.name,
				type: 'collection',
				placeholder: 'Add field',
				default: {},
				description: `Fields to set. A new ${type.noun} has ${newcomerWords(type)}, unless you set otherwise; an existing one keeps what you leave out.`,
				...HIDDEN_WITH_INPUT,
				options: additionalParameters(type),
			},
			clearFieldsParameter(type),
			...outputParameters(type),
			optionsParameter(type, [
				'addChanges',
				'emptyValues',
				'maxThrottleWait',
				'previewOnly',
				'readBack',
				'writeUnchanged',
			]),
		],
		plan: (parameters) => planned(type, parameters),
		carryOut: async (plans, session) => {
			hintsAtColumns(plans.map(({ plan }) => plan.columns)).forEach(session.hint);
			const listOfParent: ListOfParent = async (parent, persistence) =>
				await recordsOfParent(type.parent.property, parent, persistence, session);
			return await previewedFirst(plans, session, async (upserts, one, outcomes) => {
				await putOut(await writeUpserts(upserts, listOfParent, one, outcomes), one, outcomes);
			});
		},
	});
}

function planned(type: WritableType, parameters: ItemParameters): Plan {
	const match = matchFieldOf(type, parameters);
	const field = fieldOf(type, match.property);
	const asked = [...new Set([...onTop(type), match.property])];
	const required = requiredValues(type, asked, parameters, match.property);
	const fields = givenFields(type, parameters, ADDITIONAL_FIELDS, asked);
	const wanted = wantedChanges(type, {
		...fields,
		except: asked,
		clear: parameters.list('clearFields'),
		emptyValues: parameters.choice('emptyValues', ['ignore', 'clear']),
		timeZone: parameters.timeZone,
	});
	refuseClearingMatch(wanted, field);
	refuseUnfitMatch(required[match.property], match, field);
	const given = { ...required, ...wanted };
	const output = outputChoice(type, parameters);
	const telling = tellingWithAction(parameters, output);
	return {
		parent: Number(required[type.parent.property]),
		match: {
			properties: matchedProperties(match),
			value: required[match.property] as string | number,
		},
		body: withoutCleared({ ...type.newcomer, ...given }),
		changes: without([type.parent.property, match.property], given),
		ifEmpty: required,
		collection: fields.collection,
		unchanged: parameters.isOn('writeUnchanged', false) ? 'write' : 'skip',
		reading: parameters.isOn('readBack', true) && telling !== 'preview' ? 'back' : 'none',
		output,
		telling,
		persistence: parameters.persistence(),
		columns: fields.columns,
	};
}

function newcomerWords(type: WritableType): string {
	const words = Object.entries(type.newcomer).map(([property, value]) => {
		const { label, choices } = fieldOf(type, property);
		return `${label} ${choices?.find((choice) => choice.value === value)?.label ?? String(value)}`;
	});
	return words.join(' and ');
}

function matchOnParameter(type: WritableType): INodeProperties {
	const options = type.matchFields.map(({ property }) => ({
		name: fieldOf(type, property).label,
		value: parameterName(property),
	}));
	const description = `Which field tells that the ${type.noun} is already on the ${type.parent.label}. ${type.matchNote}`;
	const look: INodeProperties = {
		displayName: 'Match On',
		name: 'matchOn',
		type: 'options',
		options: alphabetical(options),
		default: '',
	};
	return { ...look, description, default: options[0].value };
}

function matchParameter(type: WritableType, property: string): INodeProperties {
	return {
		...topParameter(type, property),
		displayOptions: { show: { matchOn: [parameterName(property)] } },
	};
}

/** A field that is matched on stands on top, so it is not offered a second time. */
function additionalParameters(type: WritableType): INodeProperties[] {
	const matched = type.matchFields.map(({ property }) => parameterName(property));
	return setParameters(type, onTop(type)).map((parameter) =>
		matched.includes(parameter.name)
			? { ...parameter, displayOptions: { hide: { '/matchOn': [parameter.name] } } }
			: parameter,
	);
}

function matchFieldOf(type: WritableType, parameters: ItemParameters): MatchField {
	const wanted = parameters.valueOr('matchOn', parameterName(type.matchFields[0].property));
	const known = type.matchFields.find(({ property }) => parameterName(property) === wanted);
	if (known) return known;
	const names = type.matchFields.map(({ property }) => parameterName(property)).join(', ');
	throw parameterFailure(
		'Match On',
		`must be one of: ${names}`,
		"Choose it from the list under 'Match On'.",
	);
}

function refuseClearingMatch(wanted: Changes, { property, label }: Field): void {
	if (wanted[property] !== null) return;
	throw parameterFailure(
		label,
		"is matched on and can't be cleared",
		"Remove it from 'Fields to Clear'.",
	);
}

/**
 * What stands for "none", a blank or an "n/a" among the emails, would match whoever has none, and
 * so make one record of several people.
 */
function refuseUnfitMatch(value: unknown, match: MatchField, { label }: Field): void {
	const problem = problemOfMatch(value, match);
	if (!problem) return;
	throw parameterFailure(
		label,
		problem,
		"It is matched on, so it has to tell which one is meant. Give it a value, or choose another field under 'Match On'.",
	);
}

function problemOfMatch(value: unknown, { isEmail }: MatchField): string | undefined {
	const compared = comparable(value);
	if (compared === undefined) return 'is blank';
	return isEmail && !compared.includes('@') ? 'is no email address' : undefined;
}

/** A new record has nothing to clear. */
function withoutCleared(changes: Changes): Changes {
	return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null));
}

function without(properties: readonly string[], changes: Changes): Changes {
	return Object.fromEntries(Object.entries(changes).filter(([name]) => !properties.includes(name)));
}
