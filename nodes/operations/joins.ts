import type { Persistence } from '../api/client';
import { Dependants } from '../reading/dependants';
import type { RowsRequest } from '../reading/filteredRows';
import { filteredRows } from '../reading/filteredRows';
import { LinkedRecords } from '../reading/linkedRecords';
import { addNumbersIn } from '../reading/numbersIn';
import type { Condition } from '../record/conditions';
import type { Lacking } from '../record/demand';
import { asFailure, Failure } from '../record/failure';
import type { Linked, NexudusRecord, RecordType } from '../record/field';
import { fieldOf, idOf } from '../record/field';
import { anyOf, unasked } from '../record/rowConditions';
import { contractContact } from '../recordTypes/contractContact';
import { coworkerContract } from '../recordTypes/coworkerContract';
import type { Planned } from '../run/outcome';
import type { ReadingSession } from '../run/session';

/** Which type each one is joined with: what a record refers to, or what may belong to it. */
const JOINED: Partial<Record<string, RecordType>> = {
	[contractContact.name]: coworkerContract,
	[coworkerContract.name]: contractContact,
};

/** What one execution reads of another type of record than its own; the same is read once. */
export class Joins {
	private readonly other: ReadingSession;

	private linkedRecords: LinkedRecords | undefined;

	private readonly meeting = new Map<string, Promise<ReadonlySet<number>>>();

	private readonly dependants = new Map<string, Dependants>();

	constructor(private readonly session: ReadingSession) {
		const type = JOINED[session.records.type.name] ?? session.records.type;
		this.other = { ...session, records: session.recordsOf(type) };
	}

	/** Gives the rows that meet all filters, the other type's included, with what comes along. */
	async rows(request: RowsRequest): Promise<NexudusRecord[]> {
		const { filtering, output, persistence } = request;
		const conditions = await this.conditionsOf(request);
		if (conditions === 'metByNone') return [];
		const narrowed = { ...request, filtering: { ...filtering, conditions } };
		const rows =
			filtering.lacking === undefined
				? await filteredRows(narrowed, this.session)
				: await this.lackingRows(narrowed, filtering.lacking);
		await this.addLinked(rows, output.linked, persistence);
		return rows;
	}

	/** Puts the record that comes along in the place of its number. Throws a Failure. */
	async addLinked(
		rows: readonly NexudusRecord[],
		linked: Linked | undefined,
		persistence: Persistence,
	): Promise<void> {
		if (!linked || rows.length === 0) return;
		this.linkedRecords ??= new LinkedRecords(this.other, persistence);
		const numbers = rows.map((row) => Number(row[linked.as]));
		const records = await this.linkedRecords.of(numbers.filter((number) => number > 0));
		rows.forEach((row, index) => {
			row[linked.as] = records.get(numbers[index]) ?? null;
		});
		if (rows.some((row) => row[linked.as] === null)) this.hintAtMissing(linked);
	}

	private hintAtMissing({ as }: Linked): void {
		const [own, other] = [this.session.records.type, this.other.records.type];
		this.session.hint(
			`Of some ${own.nouns} Nexudus gave no ${other.label}: '${as}' is null there. It was deleted, or the user of the credential may not see it.`,
		);
	}

	/** What the other record has to meet becomes a condition on the number of it. */
	private async conditionsOf({
		filtering: { conditions, ofLinked },
		persistence,
	}: RowsRequest): Promise<RowsRequest['filtering']['conditions'] | 'metByNone'> {
		const { linked } = this.session.records.type;
		if (!linked || !ofLinked) return conditions;
		const ids = await this.idsMeeting(ofLinked, persistence);
		if (ids.size === 0) return 'metByNone';
		const refersToOne = unasked({
			fields: [fieldOf(this.session.records.type, linked.property)],
			isMet: (row) => ids.has(Number(row[linked.property])),
		});
		return [...conditions, refersToOne];
	}

	private async idsMeeting(
		asked: readonly Condition[],
		persistence: Persistence,
	): Promise<ReadonlySet<number>> {
		const query = asked.flatMap((condition) => condition.query);
		const key = JSON.stringify(query);
		const known = this.meeting.get(key) ?? this.readIds(query, asked, persistence);
		this.meeting.set(key, known);
		return await known;
	}

	private async readIds(
		query: Condition['query'],
		asked: readonly Condition[],
		persistence: Persistence,
	): Promise<ReadonlySet<number>> {
		const ids = new Set<number>();
		const conditions = asked.map((condition) => anyOf([condition]));
		await addNumbersIn(this.other, { property: 'Id', query, conditions, persistence }, ids);
		return ids;
	}

	/** Which rows lack something is known at the end only, so all are read whatever the limit is. */
	private async lackingRows(
		request: RowsRequest,
		all: readonly Lacking[],
	): Promise<NexudusRecord[]> {
		const { limit, persistence } = request;
		let rows = await filteredRows({ ...request, limit: undefined }, this.session);
		for (const lacking of all) {
			const dependants = this.dependantsOf(lacking, persistence);
			const owners = await dependants.ownersAmong(rows.map(idOf));
			rows = rows.filter((row) => !owners.has(idOf(row)));
		}
		return rows.slice(0, limit);
	}

	private dependantsOf(lacking: Lacking, persistence: Persistence): Dependants {
		const { value } = lacking.dependants;
		const dependants =
			this.dependants.get(value) ?? new Dependants(this.other, lacking, persistence);
		this.dependants.set(value, dependants);
		return dependants;
	}
}

/** What came of reading for the items: the form that comes out, or why there is none. */
type Read = Map<number, NexudusRecord | Failure>;

/** Gives what was read, with what comes along where an item wants it; else why that failed. */
export async function withLinked(
	planned: ReadonlyArray<Planned<Pick<RowsRequest, 'output' | 'persistence'>>>,
	read: Read,
	session: ReadingSession,
): Promise<Read> {
	const wanting = planned.filter(({ plan }) => plan.output.linked);
	const rows = new Map(
		wanting.flatMap(({ item }) => {
			const found = read.get(item);
			return found && !(found instanceof Failure) ? [[item, found] as const] : [];
		}),
	);
	const [first] = wanting;
	if (!first || rows.size === 0) return read;
	const { output, persistence } = first.plan;
	try {
		await new Joins(session).addLinked([...rows.values()], output.linked, persistence);
		return read;
	} catch (error) {
		const failure = asFailure(error);
		return new Map([...read, ...[...rows.keys()].map((item) => [item, failure] as const)]);
	}
}

/** Does the same for the events of a trigger. Throws a Failure. */
export async function addLinked(
	session: ReadingSession & Pick<RowsRequest, 'persistence'>,
	rows: readonly NexudusRecord[],
	{ linked }: RowsRequest['output'],
): Promise<void> {
	if (linked) await new Joins(session).addLinked(rows, linked, session.persistence);
}
