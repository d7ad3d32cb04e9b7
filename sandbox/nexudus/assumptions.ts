/** How a text filter compares: a part is enough, or only the whole text will do. */
export type TextMatch = 'contains' | 'equals';

/** The points on which the API's sources disagree or keep silent, one setting each. */
export interface Assumptions {
	/**
	 * zeroOne: 0 ascending, 1 descending, anything else ascending (list-current.md, C# SDK).
	 * oneMinusOne: 1 ascending, anything else descending (list-older.txt).
	 * words: Ascending and Descending alone; numbers count as nothing (older articles, clients).
	 */
	sortDirection: 'zeroOne' | 'oneMinusOne' | 'words';
	/**
	 * Undocumented; the SDK's example reads as contains (facts, section 5). A table tells fields
	 * apart by property, `{ Email: 'equals' }`; what it does not name contains.
	 */
	textFilters: TextMatch | Readonly<Record<string, TextMatch>>;
	/** Whether AmlCheckStatus=0 (NotStarted) filters or counts as no filter (facts, section 5). */
	statusZeroFilter: 'filters' | 'ignored';
	/** A filter that no document knows: the whole table returns (facts, section 5), or 400. */
	unknownFilter: 'ignored' | 'refused';
	/** `?Id=` on a list: stands in older articles and the CLI only (facts, section 1). */
	idFilter: 'works' | 'ignored' | 'refused';
	/** `?UniqueId=` on a list, likewise. */
	uniqueIdFilter: 'works' | 'ignored' | 'refused';
	/** The zone of times written without one, in filters and bodies; IANA's name. */
	bareTimes: 'utc' | string;
	/** Documented as 404; one client saw 500 for deleted ids (facts, section 3). */
	unknownId: 404 | 500;
	/** Undocumented; one unknown id may spoil the read of several. */
	unknownIdInBatch: 'missing' | 500;
	/** Documented as 401; 403 where the docs speak of "Forbidden" (facts, section 2). */
	missingRole: 401 | 403;
	/** A wrong password at the token route: documented as 400, seen as 401. */
	signInRefusal: 400 | 401;
	/** list-current.md leaves the seven keys out, list-older.txt prints five of them as null. */
	leftOutKeys: 'absent' | 'null';
	/** Which properties the list rows of contracts leave out is not known. */
	contractLeftOut: readonly string[];
	/** Whether contacts have `IsDefault`, from an older reference of the API. */
	olderFields: 'absent' | 'present';
	/** The 2020 docs say 1000, the current ones nothing; a larger size is cut down to it. */
	maximumPageSize: number | undefined;
	/** The last page number that lists answer; one operator saw 403 further on. */
	deepPages: number | undefined;
	/** The read of several ids stands on one older page only (facts, section 1). */
	batchRoute: 'present' | 'absent' | 'failing';
	/** The most ids that the read of several takes; more are refused with 400. */
	batchMost: number | undefined;
	/** `?id=%5B1,2%5D` for `?id=[1,2]`: undocumented (facts, section 1). */
	encodedBrackets: 'read' | 'refused';
	/** create-current.txt, create-older.md, and the oldest pages (facts, section 8). */
	requiredFields: 'current' | 'middle' | 'oldest';
	/** Both list documents warn that a PUT may clear what it leaves out; proven nowhere. */
	omittedOnUpdate: 'cleared' | 'kept';
	/**
	 * Filters that this tenant does not know, by their whole query names; CoworkerContract_IssuedBy
	 * is one that a client missed.
	 */
	ignoredFilters: string[];
}

/** What the current documents say, or the harsher reading where they say nothing. */
export const DOCUMENTED: Readonly<Assumptions> = {
	sortDirection: 'zeroOne',
	textFilters: 'contains',
	statusZeroFilter: 'filters',
	unknownFilter: 'ignored',
	idFilter: 'ignored',
	uniqueIdFilter: 'ignored',
	bareTimes: 'utc',
	unknownId: 404,
	unknownIdInBatch: 'missing',
	missingRole: 401,
	signInRefusal: 400,
	leftOutKeys: 'absent',
	contractLeftOut: ['Notes', 'CancellationNotes', 'DeliveryInstructions'],
	olderFields: 'absent',
	maximumPageSize: undefined,
	deepPages: undefined,
	batchRoute: 'present',
	batchMost: undefined,
	encodedBrackets: 'read',
	requiredFields: 'current',
	omittedOnUpdate: 'cleared',
	ignoredFilters: [],
};
