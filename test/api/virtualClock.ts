import type { Clock } from '../../nodes/api/clock';

interface Sleeper {
	until: number;
	wakeUp: () => void;
	endsWithCancel: boolean;
}

/** A clock that jumps to the next thing to happen, so that hours pass in no time. */
export class VirtualClock implements Clock {
	private time = Date.UTC(2026, 4, 17, 9, 30);

	private sleepers: Sleeper[] = [];

	private cancelledAt = Number.POSITIVE_INFINITY;

	readonly startedAt = this.time;

	now = (): number => this.time;

	sleep = async (duration: number): Promise<void> => {
		if (this.isCancelled()) return;
		await this.wait(duration, true);
	};

	isCancelled = (): boolean => this.time >= this.cancelledAt;

	/** Lets time pass for a server, which knows nothing of a cancelled execution. */
	async passes(duration: number): Promise<void> {
		await this.wait(duration, false);
	}

	/** Cancels the execution after some time: every sleep ends at that instant. */
	cancelAfter(duration: number): void {
		this.cancelledAt = this.time + duration;
		this.sleepers.push({ until: this.cancelledAt, wakeUp: () => undefined, endsWithCancel: false });
	}

	/** Lets time go on until a promise is settled. Throws where nothing would ever happen again. */
	async until<Value>(promise: Promise<Value>): Promise<Value> {
		let isSettled = false;
		const settle = (): void => {
			isSettled = true;
		};
		promise.then(settle, settle);
		for (;;) {
			await new Promise<void>((resolve) => setImmediate(resolve));
			if (isSettled) return await promise;
			this.jump();
		}
	}

	private async wait(duration: number, endsWithCancel: boolean): Promise<void> {
		if (!Number.isFinite(duration)) throw new RangeError(`Slept for ${duration} ms`);
		await new Promise<void>((wakeUp) => {
			this.sleepers.push({ until: this.time + Math.max(0, duration), wakeUp, endsWithCancel });
		});
	}

	private jump(): void {
		if (this.sleepers.length === 0) throw new Error('Nothing is under way any more');
		this.time = Math.max(this.time, Math.min(...this.sleepers.map(({ until }) => until)));
		const isOver = ({ until, endsWithCancel }: Sleeper): boolean =>
			until <= this.time || (endsWithCancel && this.isCancelled());
		const over = this.sleepers.filter(isOver);
		this.sleepers = this.sleepers.filter((sleeper) => !isOver(sleeper));
		for (const { wakeUp } of over) wakeUp();
	}
}
