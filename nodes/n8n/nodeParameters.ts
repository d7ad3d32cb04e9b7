import type { INodeProperties } from 'n8n-workflow';
import type { Failure } from '../record/failure';
import { isRecord } from '../record/field';
import type { Callable } from './fromModel';
import { isFromModel, isToolCall, withoutNullWords } from './fromModel';
import type { NamedReferences } from './namedReferences';
import { expressionFailure } from './workedOut';

/** What n8n hands over to read parameters from. A poll has them without an item. */
export interface ParameterContext extends Callable {
	getTimezone(): string;
	getNode(): { type: string; parameters: Record<string, unknown> };
	getNodeParameter(name: string, item: number, otherwise?: unknown): unknown;
	/** Absent where there are no items. */
	getInputData?(): ReadonlyArray<{ json: Record<string, unknown> }>;
}

type Path = readonly [string, ...string[]];

/** The parameters of a node, worked out for one item after the other. */
export class NodeParameters {
	readonly timeZone: string;

	/** Whether an AI agent calls the node as its tool. */
	readonly isTool: boolean;

	/** As they were typed, expressions and all. n8n copies the whole node at each asking. */
	private readonly typed: Record<string, unknown>;

	constructor(
		private readonly context: ParameterContext,
		/** What the editor offers; asked for only where something is to be named. */
		private readonly offered: () => readonly INodeProperties[],
		/** Names in the place of Ids; absent where only Ids will do. */
		readonly names?: NamedReferences,
	) {
		this.timeZone = context.getTimezone();
		this.typed = context.getNode().parameters;
		this.isTool = isToolCall(context);
	}

	/**
	 * Gives a parameter's value for an item, with its expressions worked out; null for one that is
	 * absent. Throws a Failure that names the parameter whose expression can't be worked out.
	 */
	value(name: string, item: number): unknown {
		try {
			const value = this.context.getNodeParameter(name, item, null);
			return this.isTool ? withoutNullWords(value, this.typed[name]) : value;
		} catch (error) {
			throw this.failureOf(name, item, error);
		}
	}

	/** Gives the json of an input item. */
	input(item: number): Record<string, unknown> {
		return this.context.getInputData?.()[item]?.json ?? {};
	}

	/** Tells whether the model fills this parameter, a member of a collection, in a tool call. */
	isFromModel(...path: Path): boolean {
		return this.isTool && isFromModel(memberAt(this.typed, path));
	}

	private failureOf(name: string, item: number, error: unknown): Failure {
		const path = this.failing([name], item);
		return expressionFailure(error, {
			label: this.labelOf([name]),
			...(path.length > 1 ? { member: this.labelOf(path) } : {}),
			text: JSON.stringify(memberAt(this.typed, path)) ?? '',
		});
	}

	/** Follows a failure into a collection: n8n works out its members in their order. */
	private failing(path: Path, item: number): Path {
		const typed = memberAt(this.typed, path);
		if (!isRecord(typed) || '__rl' in typed) return path;
		for (const member of Object.keys(typed)) {
			const inside: Path = [...path, member];
			if (this.fails(inside, item)) return this.failing(inside, item);
		}
		return path;
	}

	private fails(path: Path, item: number): boolean {
		try {
			this.context.getNodeParameter(path.join('.'), item, null);
			return false;
		} catch {
			return true;
		}
	}

	private labelOf(path: Path): string {
		let level: readonly unknown[] = this.offered();
		let label = path[path.length - 1];
		for (const name of path) {
			const found = level.filter(isRecord).find((candidate) => candidate.name === name);
			if (!found) return path[path.length - 1];
			label = String(found.displayName);
			level = membersOf(found);
		}
		return label;
	}
}

function memberAt(value: unknown, path: readonly string[]): unknown {
	return path.reduce((held, name) => (isRecord(held) ? held[name] : undefined), value);
}

/** A collection has its members as options, a group of a fixed collection as values. */
function membersOf({ options, values }: Record<string, unknown>): readonly unknown[] {
	const members = values ?? options;
	return Array.isArray(members) ? members : [];
}
