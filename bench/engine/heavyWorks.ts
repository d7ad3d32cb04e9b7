import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Growth } from './growth';
import { memory } from './growth';
import type { Lister } from './listing';
import { contractContact, listAll } from './listing';

/** What a work takes in memory, in bytes, while Nexudus's full records are many times what comes out. */
export interface HeavyWork extends Pick<Growth, 'result' | 'peak' | 'contacts'> {
	work: string;
}

const CONTACT = { __rl: true, mode: 'id', value: '={{ $json.Id }}' };

/** Every way in which full records are loaded and short ones come out. */
const WORKS: Readonly<Record<string, INodeParameters>> = {
	get: { operation: 'get', contractContactId: CONTACT },
	getMany: { operation: 'getAll', returnAll: true, options: { fullRecords: true } },
	update: {
		operation: 'update',
		contractContactId: CONTACT,
		updateFields: { amlNotes: '={{ "Checked on " + $now.toISO() }}' },
	},
	updateAndReadBack: {
		operation: 'update',
		contractContactId: CONTACT,
		updateFields: { amlNotes: '={{ "Checked again on " + $now.toISO() }}' },
		options: { readBack: true },
	},
};

/** Measures each work for all contacts of a Nexudus whose records hold long answers. */
export async function heavyWorks(url: string): Promise<HeavyWork[]> {
	const only = process.env.WORK;
	const rows = await listAll(contractContact('simplified'), url);
	const ids = rows.map(({ json }): IDataObject => ({ Id: json.Id }));
	const measured: HeavyWork[] = [];
	for (const [work, parameters] of Object.entries(WORKS)) {
		if (only && only !== work) continue;
		const items = 'contractContactId' in parameters ? ids : undefined;
		const lister: Lister = { type: 'n8n-nodes-nexudus.contractContact', parameters, items };
		measured.push({ work, contacts: ids.length, ...(await memory(lister, url)) });
	}
	return measured;
}
