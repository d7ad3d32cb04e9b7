/** What is known when requests get through again after throttle answers. Times in milliseconds. */
export interface Refusal {
	/** Whether it was the first of its round, or came after others had got through. */
	place: 'first' | 'later';
	/** How many got through in its round before it. */
	got: number;
	/** From the first request since the last pause to the last one that was refused. */
	fullFor: number;
	/** From that first request until the one that got through again. */
	openAfter: number;
	/** How many got through since the last pause. */
	gotSincePause: number;
	/** How long Nexudus asked to wait. */
	wait: number;
	/** How much later than without it the next round begins. */
	loss: number;
	/** How many were refused, one after the other, and how long that went on. */
	count: number;
	lasted: number;
}
