import type { Persistence } from '../api/client';
import { isRecord } from '../record/field';
import type { Failure } from '../record/failure';
import { parameterFailure } from '../record/failure';
import type { Moment } from '../record/moments';
import { momentOf } from '../record/moments';
import { listOf } from '../record/lists';
import { insteadOf, trimmed } from '../record/text';
import { identifier, isNotSet, switched, UnfitValue, unwrapped } from '../record/values';
import type { NodeParameters } from './nodeParameters';
import type { OptionName } from './optionLabels';
import { OPTION_LABELS, PROTECTING_OPTIONS } from './optionLabels';

const DEFAULT_THROTTLE_WAIT = 120;

/** The parameters of one item, read and checked. Everything that is wrong throws a Failure. */
export class ItemParameters {
	readonly timeZone: string;

	/** Whether an AI agent calls the node as its tool. */
	readonly isTool: boolean;

	private resolvedOptions: Record<string, unknown> | undefined;

	constructor(
		private readonly parameters: NodeParameters,
		private readonly item: number,
	) {
		this.timeZone = parameters.timeZone;
		this.isTool = parameters.isTool;
	}

	/** Gives a parameter's value with its expressions worked out, or null where there is none. */
	value(name: string): unknown {
		return this.parameters.value(name, this.item);
	}

	/** Gives a parameter's value, or what stands for it where it is empty. */
	valueOr(name: string, otherwise: unknown): unknown {
		const value = this.value(name);
		return isNotSet(value) ? otherwise : value;
	}

	/** Tells whether the model of an agent fills this member of a collection. */
	isFromModel(collection: string, member: string): boolean {
		return this.parameters.isFromModel(collection, member);
	}

	/** Gives what was filled in of a collection: parameter names to values. */
	collection(name: string, label: string): Record<string, unknown> {
		const value = this.value(name);
		if (isNotSet(value)) return {};
		if (isRecord(value)) return this.withNamesResolved(value);
		throw parameterFailure(
			label,
			'must hold fields and their values',
			'Fill in the fields one by one, or give an object.',
		);
	}

	/** Gives values with the Ids of the records that some of them name instead. Throws a Failure. */
	withNamesResolved(values: Record<string, unknown>): Record<string, unknown> {
		const { names } = this.parameters;
		return names ? names.resolved(values, () => this.persistence()) : values;
	}

	/** The json of the input item: its columns and their cells. */
	get input(): Record<string, unknown> {
		return this.parameters.input(this.item);
	}

	/** Gives a list of values: an array, JSON or text with commas, one value, or none. */
	list(name: string): unknown[] {
		return listOf(this.value(name));
	}

	/** Gives the id that a resource locator or a text holds: a whole number of at least 1. */
	id(name: string, label: string): number {
		const value = this.value(name);
		if (isNotSet(value))
			throw parameterFailure(label, 'is empty', 'Choose one from the list, or give its ID.');
		try {
			return identifier(value);
		} catch (error) {
			const advice = 'Nothing was sent for this item. Correct it and run the node again.';
			throw unfit(label, error, advice, insteadOf(unwrapped(value)));
		}
	}

	/** The options are asked for one by one; their expressions need resolving only once. */
	private get options(): Record<string, unknown> {
		this.resolvedOptions ??= this.collection('options', 'Options');
		return this.resolvedOptions;
	}

	/**
	 * Gives one option, or what stands for it where it was not added or is empty. An empty one that
	 * protects records is refused: who added it counts on it.
	 */
	option<Value>(name: OptionName, otherwise: Value): unknown {
		const value = this.options[name];
		if (!isNotSet(value)) return value;
		if (name in this.options && PROTECTING_OPTIONS.has(name)) throw emptyProtection(name);
		return otherwise;
	}

	/** Tells whether a switch under 'Options' is on. */
	isOn(name: OptionName, otherwise: boolean): boolean {
		return this.switched(
			this.option(name, otherwise),
			OPTION_LABELS[name],
			"Turn it on or off under 'Options', or let its expression give true or false.",
		);
	}

	/** Tells whether a switch among the node's own parameters is on; one left empty is off. */
	isTurnedOn(name: string, label: string): boolean {
		const value = this.value(name);
		const advice = 'Turn it on or off, or let its expression give true or false.';
		return !isNotSet(value) && this.switched(value, label, advice);
	}

	private switched(value: unknown, label: string, advice: string): boolean {
		try {
			return switched(value);
		} catch (error) {
			throw unfit(label, error, advice);
		}
	}

	/** Gives a choice under 'Options'. */
	choice<Choice extends string>(name: OptionName, choices: readonly [Choice, ...Choice[]]): Choice {
		const value = this.option(name, choices[0]);
		const wanted = typeof value === 'string' ? trimmed(value) : value;
		const choice = choices.find((candidate) => candidate === wanted);
		if (choice) return choice;
		throw parameterFailure(
			OPTION_LABELS[name],
			`must be one of: ${choices.join(', ')}`,
			"Choose it under 'Options'.",
		);
	}

	/** Gives a number within bounds, both included. */
	number(value: unknown, label: string, least: number, most: number): number {
		const number = typeof value === 'string' && !isNotSet(value) ? Number(trimmed(value)) : value;
		if (typeof number === 'number' && number >= least && number <= most) return number;
		const bounds = most >= Number.MAX_SAFE_INTEGER ? `at least ${least}` : `${least} to ${most}`;
		throw parameterFailure(
			label,
			`must be a number of ${bounds}`,
			'Correct it and run the node again.',
		);
	}

	/** Gives a point in time under 'Options', or undefined where it was not added. */
	moment(name: OptionName): Moment | undefined {
		return this.momentIn(this.option(name, undefined), OPTION_LABELS[name]);
	}

	/** Gives the point in time that a value means, or undefined where it is empty. */
	momentIn(value: unknown, label: string): Moment | undefined {
		if (isNotSet(value)) return undefined;
		const moment = momentOf(value, this.timeZone);
		if (moment) return moment;
		throw parameterFailure(
			label,
			`must be a date and time such as 2026-05-17T09:30:00Z${insteadOf(value)}`,
			"Take it from 'Updated On' of what you loaded last.",
		);
	}

	/** Gives how long requests for this item may go on. */
	persistence(): Persistence {
		const wait = this.option('maxThrottleWait', DEFAULT_THROTTLE_WAIT);
		const label = OPTION_LABELS.maxThrottleWait;
		const seconds = this.number(wait, label, 0, Number.POSITIVE_INFINITY);
		return {
			throttleWait: seconds * 1000,
			advice: `Run the node again then, or raise '${label}' under 'Options' (now ${seconds} seconds).`,
		};
	}
}

function emptyProtection(name: OptionName): Failure {
	return parameterFailure(
		OPTION_LABELS[name],
		"under 'Options' is empty",
		'It protects your records, so nothing was sent for this item. Give it a value; to run without it, remove it from the options of the node.',
	);
}

function unfit(label: string, error: unknown, advice: string, whatCame = ''): unknown {
	if (!(error instanceof UnfitValue)) return error;
	return parameterFailure(label, `${error.message}${whatCame}`, advice);
}
