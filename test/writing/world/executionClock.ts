import type { Clock } from '../../../nodes/api/clock';
import type { VirtualClock } from '../../api/virtualClock';

/** The time of one execution among others, which can be cancelled by itself. */
export class ExecutionClock implements Clock {
	/** Resolves when the execution is cancelled. */
	readonly cancelled: Promise<undefined>;

	private isOver = false;

	private readonly announce: () => void;

	constructor(private readonly time: VirtualClock) {
		let announce = (): void => undefined;
		this.cancelled = new Promise((resolve) => {
			announce = () => resolve(undefined);
		});
		this.announce = announce;
	}

	now = (): number => this.time.now();

	sleep = async (duration: number): Promise<void> => {
		if (this.isOver) return;
		await Promise.race([this.time.passes(duration), this.cancelled]);
	};

	isCancelled = (): boolean => this.isOver;

	cancel(): void {
		this.isOver = true;
		this.announce();
	}
}
