import type { INodeProperties } from 'n8n-workflow';
import type { RecordType } from '../record/field';
import { filterParameters } from '../record/filters';
import { filterControl } from './apiFilterControls';
import { alphabetical } from './fieldParameters';
import { nodeFilterControls } from './nodeFilterControls';

/** Gives the parameters of every filter that a list has, in alphabetical order. */
export function filterControls(type: RecordType): INodeProperties[] {
	return alphabetical([
		...filterParameters(type).map((filter) => filterControl(filter, type)),
		...nodeFilterControls(type),
	]);
}
