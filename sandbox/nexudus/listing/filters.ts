import type { Assumptions } from '../assumptions';
import type { Field } from '../records/field';
import { atLeast, atMost, equalTo, type Test, type TestMaker } from './condition';

export interface Condition {
	readonly field: Field;
	readonly test: Test;
	/** Tells conditions apart: two of the same text pass the same rows. */
	readonly signature: string;
}

interface Filter {
	readonly field: Field;
	readonly makeTest: TestMaker;
}

type Query = ReadonlyArray<readonly [string, string]>;

/** The filters of an entity: all equality filters and ranges that its field table speaks of. */
export class Filters {
	/** By their query names in lower case: .NET ignores their case. */
	private readonly named = new Map<string, Filter>();
	private readonly customFields: Field | undefined;
	/** `?Id=` and `?UniqueId=` have no entity in their names. */
	private readonly identities: ReadonlyMap<string, Field>;

	constructor(
		private readonly entity: string,
		fields: readonly Field[],
	) {
		for (const field of fields) this.addFilters(field);
		this.customFields = fields.find(({ kind }) => kind === 'customFields');
		const identities = fields.filter(({ property }) => ['Id', 'UniqueId'].includes(property));
		this.identities = new Map(identities.map((field) => [field.property.toLowerCase(), field]));
	}

	/**
	 * What a query asks of the rows. Names that are unknown, values that are empty and values that
	 * cannot be read ask nothing, and the list gets wider without a word (facts, section 5).
	 */
	conditions(query: Query, assumptions: Assumptions): Condition[] {
		return query.flatMap(([name, text]) => {
			const filter = this.find(name, assumptions);
			if (!filter || text === '' || countsAsNoFilter(filter.field, text, assumptions)) return [];
			const test = filter.makeTest(filter.field, text, assumptions);
			const signature = `${name.toLowerCase()}=${text}`;
			return test ? [{ field: filter.field, test, signature }] : [];
		});
	}

	/** The first name in a query that is refused as a filter; mostly unknown ones are ignored. */
	refused(query: Query, assumptions: Assumptions): string | undefined {
		const names = query.map(([name]) => name);
		return names.find((name) => {
			if (this.identities.has(name.toLowerCase())) {
				return identitySetting(name, assumptions) === 'refused';
			}
			if (assumptions.unknownFilter === 'ignored' || !this.looksLikeFilter(name)) return false;
			return this.find(name, assumptions) === undefined;
		});
	}

	private addFilters(field: Field): void {
		const add = (name: string, makeTest: TestMaker) =>
			this.named.set(name.toLowerCase(), { field, makeTest });
		if (field.filter) add(`${this.entity}_${field.filter}`, equalTo);
		if (!field.range) return;
		add(`from_${this.entity}_${field.property}`, atLeast);
		add(`to_${this.entity}_${field.property}`, atMost);
	}

	private find(givenName: string, assumptions: Assumptions): Filter | undefined {
		const name = givenName.toLowerCase();
		if (assumptions.ignoredFilters.some((ignored) => ignored.toLowerCase() === name)) {
			return undefined;
		}
		return this.named.get(name) ?? this.identity(name, assumptions) ?? this.customField(name);
	}

	private identity(name: string, assumptions: Assumptions): Filter | undefined {
		const field = this.identities.get(name);
		if (!field || identitySetting(name, assumptions) !== 'works') return undefined;
		return { field, makeTest: field.kind === 'text' ? sameText : equalTo };
	}

	/** `{Entity}_CustomFields_{name}`, remembered: a table keeps a column for each field. */
	private customField(name: string): Filter | undefined {
		const prefix = `${this.entity}_CustomFields_`.toLowerCase();
		if (!this.customFields || !name.startsWith(prefix)) return undefined;
		const field = { ...this.customFields, customField: name.slice(prefix.length) };
		const filter = { field, makeTest: equalTo };
		this.named.set(name, filter);
		return filter;
	}

	private looksLikeFilter(name: string): boolean {
		const bare = name.toLowerCase().replace(/^(from|to)_/, '');
		return bare.startsWith(`${this.entity.toLowerCase()}_`);
	}
}

const sameText: TestMaker = (field, text, assumptions) =>
	equalTo(field, text, { ...assumptions, textFilters: 'equals' });

function identitySetting(name: string, { idFilter, uniqueIdFilter }: Assumptions) {
	return name.toLowerCase() === 'id' ? idFilter : uniqueIdFilter;
}

function countsAsNoFilter(field: Field, text: string, assumptions: Assumptions): boolean {
	if (assumptions.statusZeroFilter === 'filters') return false;
	return field.property === 'AmlCheckStatus' && Number(text) === 0;
}
