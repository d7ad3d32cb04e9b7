import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { RecordedRequest } from '../../../sandbox/nexudus/http/requestLog';
import type { CoworkerContract } from '../../../sandbox/nexudus/records/coworkerContract';
import type { NodeRun, NodeRunResult } from '../engine';
import type { Sandbox } from '../sandbox';

const CONTRACT_NODE = 'n8n-nodes-nexudus.coworkerContract';

/** Runs the contract node with these parameters, and gives what it asked of Nexudus. */
export async function runContracts(
	sandbox: Sandbox,
	parameters: INodeParameters,
	more?: Partial<Omit<NodeRun, 'parameters'>>,
): Promise<Listed> {
	return await asked(sandbox, parameters, { type: CONTRACT_NODE, ...more });
}

/** Runs Get Many for all contracts with these parameters. */
export async function listContracts(
	sandbox: Sandbox,
	parameters: INodeParameters,
	more?: Partial<Omit<NodeRun, 'parameters'>>,
): Promise<Listed> {
	return await runContracts(sandbox, { operation: 'getAll', returnAll: true, ...parameters }, more);
}

/** Runs Get Many for all contacts with these parameters. */
export async function listContacts(
	sandbox: Sandbox,
	parameters: INodeParameters,
	more?: Partial<Omit<NodeRun, 'parameters'>>,
): Promise<Listed> {
	return await asked(sandbox, { operation: 'getAll', returnAll: true, ...parameters }, more);
}

/** What came of a run, and what Nexudus was asked for it. */
export interface Listed extends NodeRunResult {
	ids: unknown[];
	requests: RecordedRequest[];
}

async function asked(
	sandbox: Sandbox,
	parameters: INodeParameters,
	more?: Partial<Omit<NodeRun, 'parameters'>>,
): Promise<Listed> {
	sandbox.nexudus.clearRequests();
	const result = await sandbox.run(parameters, more);
	const requests = [...sandbox.nexudus.requests];
	return { ...result, ids: result.json.map(({ Id }) => Id), requests };
}

/** Ids of the contracts that match, as Nexudus has them by Id. */
export function contractsThat(
	sandbox: Sandbox,
	matches: (contract: CoworkerContract) => boolean,
): number[] {
	return sandbox.nexudus.contracts.filter(matches).map(({ Id }) => Id);
}

/** A contract as 'Simplified' shows it. */
export function simplifiedContract(contract: CoworkerContract | undefined): IDataObject {
	if (!contract) throw new RangeError('There is no such contract');
	return {
		Id: contract.Id,
		CoworkerFullName: contract.CoworkerFullName,
		CoworkerCompanyName: contract.CoworkerCompanyName,
		CoworkerEmail: contract.CoworkerEmail,
		TariffName: contract.TariffName,
		IssuedByName: contract.IssuedByName,
		Active: contract.Active,
		Cancelled: contract.Cancelled,
		CancellationDate: contract.CancellationDate,
		PoBoxNumber: contract.PoBoxNumber,
	};
}

/** A user with these roles, and the credentials of the user's token. */
export function withRoles(
	sandbox: Sandbox,
	...roles: Array<`${'ContractContact' | 'CoworkerContract'}-${'List' | 'Read'}`>
): Pick<NodeRun, 'credentials'> {
	const accessToken = `token-of-${roles.join('-')}`;
	sandbox.nexudus.addUser({
		email: `${accessToken}@northlight-workspaces.example`,
		password: 'none',
		accessToken,
		roles,
	});
	return { credentials: { values: { nexudusApi: { accessToken, baseUrl: sandbox.nexudus.url } } } };
}

/** The paths and the page or Ids of what was asked, to be compared. */
export function pathsOf(requests: readonly RecordedRequest[]): string[] {
	return requests.map(({ path }) => path);
}
