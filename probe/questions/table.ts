import type { QueryPair } from '../../nodes/record/conditions';
import { idOf } from '../../nodes/record/field';
import type { Account, Listed, Page } from '../account';
import { pageOf } from '../account';
import { answered } from '../asking';
import type { Answers, Finding } from '../findings';
import {
	firewallFailure,
	redirectFailure,
	roleFailure,
	strangeFailure,
	troubleFailure,
} from '../refusals';

/** What is asked for first, and what where a server refuses it. */
const PAGE_SIZES = [5_000, 1_000, 100];
const IDS_WANTED = 200;
const MOST_FURTHER_PAGES = 4;
const BY_ID: readonly QueryPair[] = [['orderBy', 'Id']];

/**
 * Asks for one contact, which tells whether the token, its user and the address can be used.
 * Throws a ProbeFailure that says what is wrong with them.
 */
export async function signIn(account: Account): Promise<void> {
	const reply = await account.asking.get(`${account.asking.type.path}?page=1&size=1`);
	const status = answered(reply);
	const isWebPage = typeof reply.body === 'string' && reply.body.trimStart().startsWith('<');
	if (status === 403) throw isWebPage ? firewallFailure() : roleFailure('List');
	if (status >= 300 && status < 400) throw redirectFailure(status);
	if (status >= 500) throw troubleFailure(status);
	const page = pageOf(reply);
	if (!page) throw strangeFailure(status);
	account.total = page.total;
	keepRows(account, page);
}

function keepRows(account: Account, page: Page): void {
	for (const row of page.rows) account.rows.set(idOf(row), row);
}

/** Finds out how many rows a page holds at the most, and gets to know the rows. */
export async function askPageCap(account: Account): Promise<Finding<Answers['pageCap']>> {
	const refused: number[] = [];
	for (const size of PAGE_SIZES) {
		const { page } = await account.list(BY_ID, size);
		if (!page) {
			refused.push(size);
			continue;
		}
		keepRows(account, page);
		account.total ??= page.hasNext ? undefined : page.rows.length;
		const finding = await capSeen(account, page, size);
		await readFurther(account, page);
		if (refused.length === 0) return finding;
		return {
			answer: finding.answer ?? size,
			seen: `A page of ${refused.join(' and of ')} was refused, one of ${size} was answered`,
		};
	}
	return { answer: null, seen: 'No large page was answered' };
}

async function capSeen(
	account: Account,
	page: Page,
	asked: number,
): Promise<Finding<Answers['pageCap']>> {
	const came = page.rows.length;
	const isCut = page.hasNext || (page.total !== undefined && came < page.total);
	if (isCut && came < asked) {
		return { answer: came, seen: `${asked} rows were asked for, ${came} came and there are more` };
	}
	const { pageSize } = page;
	const none = { answer: null, seen: `${asked} rows were asked for; nothing was cut off` };
	if (pageSize === undefined || pageSize <= 0 || pageSize >= asked) return none;
	if (
		pageSize < came ||
		(pageSize === came && !(await isCapBehindTheEnd(account, pageSize, asked)))
	)
		return none;
	return {
		answer: pageSize,
		seen: `${asked} rows were asked for; the answer says that a page has ${pageSize}`,
	};
}

/** A server may count the rows that came, or hold to a cap that happens to be the table's size. */
async function isCapBehindTheEnd(
	account: Account,
	pageSize: number,
	asked: number,
): Promise<boolean> {
	if (account.isEmpty) return false;
	const { page } = await account.list(BY_ID, asked, 2);
	return page?.rows.length === 0 && page.pageSize === pageSize;
}

/** Small pages alone would show too few contacts for the batch read and the text filters. */
async function readFurther(account: Account, first: Page): Promise<void> {
	const size = first.rows.length;
	let last = first;
	for (let number = 2; number <= 1 + MOST_FURTHER_PAGES; number++) {
		if (!last.hasNext || account.rows.size >= IDS_WANTED) return;
		const { page }: Listed = await account.list(BY_ID, size, number);
		if (!page) return;
		keepRows(account, page);
		last = page;
	}
}
