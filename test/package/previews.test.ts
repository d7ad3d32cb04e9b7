import { readdirSync } from 'node:fs';
import path from 'node:path';
import { builtOperations } from '../documents/builtNode';
import { readJson, root } from './packageFolder';

interface Preview {
	type: string;
	properties: Record<string, { type: string }>;
}

const FOLDER = 'dist/nodes/ContractContact/__schema__';
const SIMPLIFIED = {
	Id: { type: 'integer' },
	FullName: { type: 'string' },
	ContractContactType: { type: 'string' },
	AmlCheckStatus: { type: 'string' },
	AmlCheckDate: { type: 'string' },
	CoworkerCompanyName: { type: 'string' },
	CoworkerContractTariffName: { type: 'string' },
	CoworkerContractId: { type: 'integer' },
	Email: { type: 'string' },
	UpdatedOn: { type: 'string' },
};
const EXPECTED: Record<string, Preview['properties']> = {
	delete: { deleted: { type: 'boolean' }, Id: { type: 'integer' }, FullName: { type: 'string' } },
	upsert: { action: { type: 'string' }, ...SIMPLIFIED },
};

describe('The preview that the editor shows before the first run', () => {
	const operations = builtOperations().map(({ value }) => String(value));

	it.each(operations)('of %s shows what comes out, with and without a resource', (operation) => {
		for (const place of [operation, `contractContact/${operation}`]) {
			const preview = readJson<Preview>(`${FOLDER}/v1.0.0/${place}.json`);
			const expected = EXPECTED[operation] ?? SIMPLIFIED;
			expect(Object.entries(preview.properties)).toEqual(Object.entries(expected));
		}
	});

	it('of the trigger shows a record', () => {
		const preview = readJson<Preview>(`${FOLDER}/v1.0.0.json`);
		expect(Object.entries(preview.properties)).toEqual(Object.entries(SIMPLIFIED));
	});

	it('is there for nothing else', () => {
		const files = readdirSync(path.join(root, FOLDER), { recursive: true, encoding: 'utf8' });
		const previews = files.filter((file) => file.endsWith('.json'));
		expect(previews).toHaveLength(1 + 2 * operations.length);
	});
});

describe('The previews of contracts', () => {
	const folder = 'dist/nodes/CoworkerContract/__schema__';

	it.each(['', '/get', '/getAll', '/coworkerContract/get', '/coworkerContract/getAll'])(
		'show what comes out: v1.0.0%s.json',
		(place) => {
			const { properties } = readJson<Preview>(`${folder}/v1.0.0${place}.json`);
			expect(Object.entries(properties)).toEqual([
				['Id', { type: 'integer' }],
				['CoworkerFullName', { type: 'string' }],
				['CoworkerCompanyName', { type: 'string' }],
				['CoworkerEmail', { type: 'string' }],
				['TariffName', { type: 'string' }],
				['IssuedByName', { type: 'string' }],
				['Active', { type: 'boolean' }],
				['Cancelled', { type: 'boolean' }],
				['CancellationDate', { type: 'string' }],
				['PoBoxNumber', { type: 'string' }],
			]);
		},
	);
});
