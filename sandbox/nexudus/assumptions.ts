/** The points on which the API's sources disagree or keep silent, one setting each. */
export interface Assumptions {
	/**
	 * zeroOne: 0 ascending, 1 descending, anything else ascending (list-current.md, C# SDK).
	 * oneMinusOne: 1 ascending, anything else descending (list-older.txt).
	 */
	sortDirection: 'zeroOne' | 'oneMinusOne';
	/** Undocumented; the SDK's example reads as contains (facts, section 5). */
	textFilters: 'contains' | 'equals';
	/** Whether AmlCheckStatus=0 (NotStarted) filters or counts as no filter (facts, section 5). */
	statusZeroFilter: 'filters' | 'ignored';
	/** Documented as 404; one client saw 500 for deleted ids (facts, section 3). */
	unknownId: 404 | 500;
	/** Documented as 401; 403 where the docs speak of "Forbidden" (facts, section 2). */
	missingRole: 401 | 403;
	/** list-current.md leaves the seven keys out, list-older.txt prints five of them as null. */
	leftOutKeys: 'absent' | 'null';
	/** The 2020 docs say 1000, the current ones nothing; a larger size is cut down to it. */
	maximumPageSize: number | undefined;
	/** The read of several ids stands on one older page only (facts, section 1). */
	batchRoute: 'present' | 'absent' | 'failing';
	/** create-current.txt, create-older.md, and the oldest pages (facts, section 8). */
	requiredFields: 'current' | 'middle' | 'oldest';
	/** Both list documents warn that a PUT may clear what it leaves out; proven nowhere. */
	omittedOnUpdate: 'cleared' | 'kept';
	/** Undocumented: the zone, by its IANA name, that a filter's time without one is read in. */
	bareTimes: 'utc' | string;
	/** Filters that this tenant does not know, by their whole query names. */
	ignoredFilters: string[];
}

/** What the current documents say, or the harsher reading where they say nothing. */
export const DOCUMENTED: Readonly<Assumptions> = {
	sortDirection: 'zeroOne',
	textFilters: 'contains',
	statusZeroFilter: 'filters',
	unknownId: 404,
	missingRole: 401,
	leftOutKeys: 'absent',
	maximumPageSize: undefined,
	batchRoute: 'present',
	requiredFields: 'current',
	omittedOnUpdate: 'cleared',
	bareTimes: 'utc',
	ignoredFilters: [],
};
