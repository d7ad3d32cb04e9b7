/** Time as an execution sees it. */
export interface Clock {
	/** Milliseconds since 1970 (UTC). */
	now: () => number;
	/** Resolves after `duration` milliseconds, or as soon as the execution is cancelled. */
	sleep: (duration: number) => Promise<void>;
	/** Whether the execution was cancelled. */
	isCancelled: () => boolean;
}
