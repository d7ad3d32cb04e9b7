import type { Turns } from '../../nodes/api/pace';
import { Pace } from '../../nodes/api/pace';
import { ThrottleGate } from '../../sandbox/nexudus/throttle';
import { dice } from '../writing/history/play';
import type { Way } from './getThrough';
import { getThrough } from './getThrough';
import { VirtualClock } from './virtualClock';

const WRITES_A_SECOND = 60;
const WORKERS = 3;
/** How many executions a worker of n8n carries out at a time. */
const AT_A_TIME = 10;
const EXECUTIONS = 50;
const ROWS = 60;
const IDEAL_SECONDS = (EXECUTIONS * ROWS) / WRITES_A_SECOND;

interface Course {
	seconds: number;
	refused: number;
}

/** Processes that share nothing but a Nexudus, as in n8n's queue mode. */
class SeveralWorkers {
	private readonly clock = new VirtualClock();

	private readonly gate = new ThrottleGate({
		limits: [{ requests: WRITES_A_SECOND, perMs: 1_000 }],
	});

	private readonly chance: () => number;

	private readonly way: Way = {
		kind: 'write',
		clock: this.clock,
		gate: () => this.gate,
		there: () => 50 + 10 * this.chance() + this.delay(),
		back: () => 3 + 4 * this.chance(),
	};

	private executionsLeft = EXECUTIONS;

	private refused = 0;

	constructor(seed: number) {
		this.chance = dice(seed);
	}

	/** Writes all rows of all executions. */
	async run(): Promise<Course> {
		const workers = Array.from({ length: WORKERS }, () => new Pace());
		const slots = workers.flatMap((pace) =>
			Array.from({ length: AT_A_TIME }, async () => await this.takeUp(pace)),
		);
		await this.clock.until(Promise.all(slots));
		const seconds = (this.clock.now() - this.clock.startedAt) / 1_000;
		return { seconds, refused: this.refused };
	}

	private async takeUp(pace: Pace): Promise<void> {
		await this.clock.passes(2_000 * this.chance());
		while (this.executionsLeft > 0) {
			this.executionsLeft--;
			await this.execution(pace.join(this.clock));
			await this.clock.passes(20 + 40 * this.chance());
		}
	}

	private async execution(turns: Turns): Promise<void> {
		const rows = Array.from({ length: ROWS }, async (_, place) => {
			const refused = await getThrough(this.way, turns, place);
			this.refused += refused;
		});
		await Promise.all(rows);
	}

	/** On a busy machine something now and then takes far longer. */
	private delay(): number {
		return this.chance() < 0.03 ? 150 * this.chance() : 0;
	}
}

afterEach(() => jest.restoreAllMocks());

describe('Three workers with ten executions each', () => {
	it.each([1, 3, 11, 15, 777, 4242])(
		'share a limit of 60 a second well, although they know nothing of each other (seed %i)',
		async (seed) => {
			jest.spyOn(Math, 'random').mockImplementation(dice(seed));
			const { seconds, refused } = await new SeveralWorkers(seed).run();
			expect(seconds).toBeLessThanOrEqual(1.3 * IDEAL_SECONDS);
			expect(refused).toBeLessThanOrEqual(200);
		},
	);
});
