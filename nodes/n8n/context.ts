import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';

/** What n8n hands to a node that talks to Nexudus: for a run, for a list in the editor, for a poll. */
export type NexudusContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;
