import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { PollContext, TriggersAndPollers } from 'n8n-core';
import type { INode } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { additionalData } from '../../test/engine/additionalData';
import { loadBuiltPackage, nodeTypes } from '../../test/engine/nodeTypes';
import { accessToken } from '../../test/engine/sandbox';
import { inUse, peakOf } from './growth';

const HOUR = 3_600_000;
const SETTLED_AFTER_MS = 200;

/** What the reading of all records by a trigger takes, in bytes beyond what was in use before. */
export interface Sweep {
	/** At the activation, when no value is known yet. */
	atActivation: number;
	/** Once an hour, when all are known. */
	hourly: number;
}

const trigger: INode = {
	id: 'trigger',
	name: 'AML',
	type: 'n8n-nodes-nexudus.contractContactTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: { event: 'amlStatusChanged' },
	credentials: { nexudusApi: { id: 'nexudusApi', name: 'nexudusApi' } },
};

/** Measures what two polls need that read all records of the Nexudus at this address. */
export async function sweep(url: string): Promise<Sweep> {
	await loadBuiltPackage();
	const workflow = new Workflow({
		id: 'bench',
		name: 'Bench',
		active: true,
		nodes: [trigger],
		connections: {},
		nodeTypes: nodeTypes(),
	});
	const credentials = additionalData({ values: { nexudusApi: accessToken(url) } });
	const context = new PollContext(workflow, trigger, credentials, 'trigger', 'activate');
	const poller = new TriggersAndPollers();
	const poll = async (): Promise<void> => {
		await poller.runPollFunction(workflow, trigger, context);
	};
	const atActivation = await additionalPeak(poll);
	const now = Date.now;
	Date.now = () => now() + 2 * HOUR;
	const hourly = await additionalPeak(poll);
	Date.now = now;
	return { atActivation, hourly };
}

async function additionalPeak(work: () => Promise<void>): Promise<number> {
	await pause(SETTLED_AFTER_MS);
	const before = inUse();
	return (await peakOf(work)) - before;
}
