import type { Assumptions } from './assumptions';
import type { Route } from './http/route';
import type { RecordsWanted } from './sampleData';
import type { Throttle } from './throttle';

export interface NexudusOptions {
	/** Default 0, which is any free port; always on 127.0.0.1. */
	readonly port?: number;
	/** Default the sample; a number makes so many contacts, the same ones each time. */
	readonly records?: RecordsWanted;
	readonly assumptions?: Partial<Assumptions>;
	/** Milliseconds before each answer of the API, default 0. */
	readonly latency?: number;
	readonly throttle?: Throttle;
	/** Loaded at the start where it exists, saved shortly after changes and on close. */
	readonly dataFile?: string;
	/** The clock that the API stamps by. Throttle windows and the log go by the real one. */
	readonly now?: () => Date;
	/** Routes beside the API, tried before it; neither recorded, throttled nor faulted. */
	readonly extraRoutes?: readonly Route[];
}
