/** A contact as the model's API shows it. `AmlNotes` counts its writes, so each is recognised. */
export interface ModelContact {
	Id: number;
	CreatedOn: string;
	UpdatedOn: string;
	AmlCheckDate: string | null;
	AmlClearedOn: string | null;
	AmlCheckStatus: number;
	AmlNotes: string;
	FullName: string;
	ContractContactType: number;
}

/** What a write does to a contact. */
export type WriteKind =
	| 'create'
	| 'rename'
	| 'check'
	| 'check without Updated On'
	| 'clear without Updated On'
	| 'pending without a date'
	| 'check dated ahead'
	| 'delete'
	| 'delete the newest';

export interface Write {
	kind: WriteKind;
	/** Chooses the contact, by its position among those that are there. */
	which: number;
	/** The AML status that a check arrives at. */
	status: number;
	/** Milliseconds until the row becomes visible with the stamp it was given at the start. */
	late: number;
}

/** One write as the API carried it out. */
export interface Commit {
	id: number;
	contact: ModelContact;
	/** Whether a stamp tells of it. */
	isDated: boolean;
	stampedAt: number;
	visibleAt: number;
	isCreation: boolean;
}

/** When a contact came and went, by the count of all comings and goings. */
export interface Life {
	came: number;
	/** When it became visible, by the API's clock. */
	cameAt: number;
	/** Whether its Id was given before other ones that were seen earlier. */
	cameLate: boolean;
	/** Undefined while it is there. */
	went: number | undefined;
}

const STATUSES = 7;
const YEAR = 31_536_000_000;

/** The table of a model Nexudus, with rows that become visible later than their stamps say. */
export class Table {
	/** The API's clock, in milliseconds. */
	now = Date.UTC(2026, 2, 29, 0, 58, 41);

	readonly commits: Commit[] = [];

	/** When contacts came and went, by Id: the numbers of these changes, from 1. */
	readonly lives = new Map<number, Life>();

	/** How many contacts have come and gone so far. */
	comings = 0;

	private readonly visible = new Map<number, ModelContact>();

	/** Until when the full record of a contact can't be had, by Id. */
	private readonly unreadable = new Map<number, number>();

	private pending: Commit[] = [];

	private lastId = 7_000_100;

	private writes = 0;

	/** Lets time pass; what was committed late becomes visible in between. */
	pass(milliseconds: number): void {
		this.now += milliseconds;
		const due = this.pending.filter((commit) => commit.visibleAt <= this.now);
		this.pending = this.pending.filter((commit) => commit.visibleAt > this.now);
		for (const commit of due) this.show(commit);
	}

	contacts(): ModelContact[] {
		return [...this.visible.values()].sort((one, other) => one.Id - other.Id);
	}

	get(id: number): ModelContact | undefined {
		return this.visible.get(id);
	}

	write(write: Write): void {
		if (write.kind === 'create') return this.commit(this.created(write), write, true);
		const target = this.target(write.which);
		if (!target) return;
		if (write.kind === 'delete') return this.remove(target);
		if (write.kind === 'delete the newest') return this.remove(this.newest());
		this.commit({ ...target, ...this.changes(target, write) }, write, false);
	}

	/** Lets the read of a contact's full record fail for so many milliseconds. */
	spoil(which: number, milliseconds: number): void {
		const contacts = this.contacts();
		if (contacts.length === 0) return;
		this.unreadable.set(contacts[which % contacts.length].Id, this.now + milliseconds);
	}

	/** Tells whether the full record of a contact can be had. */
	isReadable(id: number): boolean {
		return this.now >= (this.unreadable.get(id) ?? this.now);
	}

	private remove({ Id }: ModelContact): void {
		this.visible.delete(Id);
		const life = this.lives.get(Id);
		if (life) life.went = ++this.comings;
	}

	/** The clock of the trigger stands on this row. */
	private newest(): ModelContact {
		const byStamp = this.contacts().sort((one, other) =>
			one.UpdatedOn < other.UpdatedOn ? 1 : -1,
		);
		return byStamp[0];
	}

	/** A row that another transaction holds can't be written. */
	private target(which: number): ModelContact | undefined {
		const held = new Set(this.pending.map(({ id }) => id));
		const free = this.contacts().filter(({ Id }) => !held.has(Id));
		return free.length > 0 ? free[which % free.length] : undefined;
	}

	private created({ status }: Write): ModelContact {
		const stamp = this.stamp();
		this.lastId += 1;
		return {
			Id: this.lastId,
			CreatedOn: stamp,
			UpdatedOn: stamp,
			AmlCheckDate: null,
			AmlClearedOn: null,
			AmlCheckStatus: status % 3 === 0 ? status % STATUSES : 0,
			AmlNotes: this.mark(),
			FullName: `Aoife Byrne ${this.lastId}`,
			ContractContactType: 1,
		};
	}

	private changes(target: ModelContact, { kind, status }: Write): Partial<ModelContact> {
		const UpdatedOn = this.stamp();
		const AmlNotes = this.mark();
		const AmlCheckStatus = (target.AmlCheckStatus + 1 + (status % (STATUSES - 1))) % STATUSES;
		switch (kind) {
			case 'check':
				return { UpdatedOn, AmlNotes, AmlCheckStatus, AmlCheckDate: UpdatedOn };
			case 'check without Updated On':
				return { AmlNotes, AmlCheckStatus, AmlCheckDate: UpdatedOn };
			case 'clear without Updated On':
				return { AmlNotes, AmlCheckStatus, AmlClearedOn: UpdatedOn };
			case 'pending without a date':
				return { AmlNotes, AmlCheckStatus };
			case 'check dated ahead':
				return { UpdatedOn, AmlNotes, AmlCheckStatus, AmlCheckDate: stampOf(this.now + YEAR) };
			default:
				return { UpdatedOn, AmlNotes, FullName: `${target.FullName.slice(0, 20)} ${AmlNotes}` };
		}
	}

	private commit(contact: ModelContact, { kind, late }: Write, isCreation: boolean): void {
		const commit: Commit = {
			id: contact.Id,
			contact,
			isDated: kind !== 'pending without a date',
			stampedAt: this.now,
			visibleAt: this.now + late,
			isCreation,
		};
		if (late > 0) this.pending.push(commit);
		else this.show(commit);
	}

	private show(commit: Commit): void {
		if (!commit.isCreation && !this.visible.has(commit.id)) return;
		if (commit.isCreation) {
			const cameLate = commit.visibleAt > commit.stampedAt;
			const came = ++this.comings;
			this.lives.set(commit.id, { came, cameAt: this.now, cameLate, went: undefined });
		}
		this.visible.set(commit.id, commit.contact);
		this.commits.push({ ...commit, visibleAt: this.now });
	}

	private mark(): string {
		this.writes += 1;
		return `write ${this.writes}`;
	}

	private stamp(): string {
		return stampOf(this.now);
	}
}

/** Stamps show seconds. */
function stampOf(instant: number): string {
	return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
