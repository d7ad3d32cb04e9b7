import type { NexudusAnswer, NexudusRequest, Send } from '../../../nodes/api/exchange';
import { NoAnswer, requestTarget } from '../../../nodes/api/exchange';
import { ADMINISTRATOR_TOKEN } from '../../../sandbox/nexudus/accounts';
import type { Fault, Outcome } from '../../../sandbox/nexudus/faults';
import { disturb } from '../../../sandbox/nexudus/faults';
import type { ApiRequest } from '../../../sandbox/nexudus/http/request';
import { Parts } from '../../../sandbox/nexudus/parts';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import type { RecordsWanted } from '../../../sandbox/nexudus/sampleData';
import type { Throttle } from '../../../sandbox/nexudus/throttle';
import { ThrottleGate } from '../../../sandbox/nexudus/throttle';
import { VirtualClock } from '../../api/virtualClock';
import type { ExecutionClock } from './executionClock';

const READ_TIMEOUT = 30_000;
const WRITE_TIMEOUT = 60_000;

/** A request that the virtual Nexudus got, and what came of it. */
export interface Arrival {
	method: string;
	target: string;
	sentAt: number;
	/** When it was carried out, or refused. */
	at: number;
	/** Undefined where no answer was given. */
	status: number | undefined;
	/** The clock of the execution that sent it. */
	by: ExecutionClock;
	/** What a write made of a contact; undefined where it was not carried out, or is no write. */
	change: Change | undefined;
}

/** A contact before and after a write; undefined where there was none. */
export interface Change {
	before: ContractContact | undefined;
	after: ContractContact | undefined;
}

/** Milliseconds that a request takes to get there, and its answer to come back. */
export interface Latency {
	there: number;
	back: number;
}

/** What a virtual Nexudus is to be like. */
export interface Nature {
	records?: RecordsWanted;
	throttle?: Throttle;
	latency: () => Latency;
}

/** The practice Nexudus without its wire: time passes as fast as nothing happens. */
export class VirtualNexudus {
	readonly clock = new VirtualClock();

	readonly log: Arrival[] = [];

	private readonly parts: Parts;

	private readonly gate: ThrottleGate | undefined;

	constructor(private readonly nature: Nature) {
		this.parts = new Parts({
			records: nature.records ?? 'none',
			now: () => new Date(this.clock.now()),
		});
		this.gate = nature.throttle && new ThrottleGate(nature.throttle);
	}

	get contacts() {
		return this.parts.stores.ContractContact;
	}

	/** Contacts that have all that Nexudus wants of one that is written. */
	get writable(): ContractContact[] {
		return this.contacts.all().filter(({ FullName }) => FullName);
	}

	get contracts() {
		return this.parts.database.tables.CoworkerContract.records();
	}

	/** How many requests the throttle refused. */
	get refused(): number {
		return this.log.filter(({ status }) => status === 409).length;
	}

	fail(fault: Fault): void {
		this.parts.exchange.faults.add(fault);
	}

	/** Gives what sends the requests of one execution: its cancelling ends the waiting for answers. */
	sendOf(clock: ExecutionClock): Send {
		return async (request) => {
			const answer = this.answered(request, clock);
			const given = await Promise.race([answer, clock.cancelled]);
			if (given === undefined) throw new NoAnswer('cancelled');
			if (given instanceof NoAnswer) throw given;
			return given;
		};
	}

	private async answered(
		request: NexudusRequest,
		by: ExecutionClock,
	): Promise<NexudusAnswer | NoAnswer> {
		const { there, back } = this.nature.latency();
		const sentAt = this.clock.now();
		await this.clock.passes(there);
		const [outcome, change] = this.carriedOut(request);
		const answer = 'answer' in outcome ? outcome.answer : undefined;
		this.log.push({
			method: request.method,
			target: requestTarget(request),
			sentAt,
			at: this.clock.now(),
			status: answer?.status,
			by,
			change,
		});
		if (outcome.delivery === 'silence') {
			await this.clock.passes(request.method === 'GET' ? READ_TIMEOUT : WRITE_TIMEOUT);
			return new NoAnswer('timedOut');
		}
		await this.clock.passes(back);
		if (!answer) return new NoAnswer('lost');
		const { status, reason = '', headers = {}, body = '' } = answer;
		const text = outcome.delivery === 'half' ? body.slice(0, body.length / 2) : body;
		return { status, reason, headers: { ...headers }, body: parsed(text) };
	}

	private carriedOut(request: NexudusRequest): [Outcome, Change | undefined] {
		if (request.method === 'GET') return [this.outcomeOf(request), undefined];
		const { contacts } = this;
		const lastId = contacts.all().at(-1)?.Id ?? 0;
		const named = Number(request.body?.Id ?? request.path.split('/').pop());
		const before = contacts.get(named);
		const outcome = this.outcomeOf(request);
		const newest = contacts.all().at(-1);
		const isNew = request.method === 'POST' && newest !== undefined && newest.Id > lastId;
		const after = isNew ? newest : contacts.get(named);
		const isChanged = JSON.stringify(before) !== JSON.stringify(after);
		return [outcome, isChanged ? { before, after } : undefined];
	}

	private outcomeOf(request: NexudusRequest): Outcome {
		const refusal = this.gate?.refusal(request.method, this.clock.now());
		if (refusal) return { answer: refusal, delivery: 'whole' };
		const { api, faults } = this.parts.exchange;
		const wired = wiredRequest(request);
		const fault = faults.strike(wired);
		if (fault === undefined) return { answer: api.carryOut(wired), delivery: 'whole' };
		return disturb(fault, () => api.carryOut(wired));
	}
}

function wiredRequest(request: NexudusRequest): ApiRequest {
	const rawUrl = requestTarget(request);
	const [path] = rawUrl.split('?', 1);
	return {
		method: request.method,
		path,
		rawUrl,
		query: [...new URLSearchParams(rawUrl.slice(path.length + 1))],
		headers: { authorization: `Bearer ${ADMINISTRATOR_TOKEN}` },
		text: request.body ? JSON.stringify(request.body) : '',
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
