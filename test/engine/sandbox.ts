import type { IDataObject, INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';
import type { PracticeNexudus, NexudusOptions } from '../../sandbox/nexudus/server';
import { startPracticeNexudus } from '../../sandbox/nexudus/server';
import type { NodeRun, NodeRunResult } from './engine';
import { runNode } from './engine';
import { loadBuiltPackage } from './nodeTypes';

/** A practice Nexudus, and the node run against it. */
export interface Sandbox {
	nexudus: PracticeNexudus;
	/** Runs the node with these parameters; the credential is the administrator's token. */
	run: (
		parameters: INodeParameters,
		more?: Partial<Omit<NodeRun, 'parameters'>>,
	) => Promise<NodeRunResult>;
	close: () => Promise<void>;
}

/** Starts a practice Nexudus and gives what a test needs to run the node against it. */
export async function startSandbox(options: NexudusOptions = {}): Promise<Sandbox> {
	await loadBuiltPackage();
	const nexudus = await startPracticeNexudus(options);
	const credentials = { values: { nexudusApi: accessToken(nexudus.url) } };
	return {
		nexudus,
		run: async (parameters, more = {}) => await runNode({ parameters, credentials, ...more }),
		close: async () => await nexudus.close(),
	};
}

/** The data of a credential with the sandbox's access token. */
export function accessToken(baseUrl: string, token = 'sandbox-token'): { [key: string]: string } {
	return { accessToken: token, baseUrl };
}

/** A locator as the editor stores it. */
export function byId(value: unknown): IDataObject & INodeParameterResourceLocator {
	return { __rl: true, mode: 'id', value: value as string };
}
