import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleRecords } from '../../sandbox/nexudus/sampleData';
import { CURRENT_NODES } from './currentNodes';

interface Locator {
	readonly __rl: true;
	readonly value: string;
	readonly cachedResultName?: string;
}

interface Workflow {
	readonly name: string;
	readonly nodes: ReadonlyArray<{
		readonly name: string;
		readonly type: string;
		readonly typeVersion: number;
		readonly parameters: Record<string, unknown>;
	}>;
}

const root = path.join(__dirname, '..', '..');
const sample = sampleRecords('sample');
const files = readdirSync(path.join(root, 'examples'));
const workflows = files.map(
	(file) => JSON.parse(readFileSync(path.join(root, 'examples', file), 'utf8')) as Workflow,
);

function isLocator(value: unknown): value is Locator {
	return typeof value === 'object' && value !== null && '__rl' in value;
}

/** Nodes of this package, rather than n8n's. */
function isOwn({ type }: { readonly type: string }): boolean {
	return type.startsWith('n8n-nodes-nexudus.');
}

const chosen = workflows
	.flatMap(({ nodes }) => nodes)
	.filter(isOwn)
	.flatMap(({ parameters }) => Object.entries(parameters))
	.flatMap(([parameter, value]) => (isLocator(value) ? [{ parameter, ...value }] : []))
	.filter(({ value }) => !value.startsWith('='));

/** How the node's lists show the record. */
function shownName(parameter: string, id: number): string | undefined {
	if (parameter === 'coworkerContractId') {
		const contract = sample.contracts.find(({ Id }) => Id === id);
		return contract && `${contract.CoworkerCompanyName} – ${contract.TariffName} (#${id})`;
	}
	const contact = sample.contacts.find(({ Id }) => Id === id);
	return (
		contact &&
		`${contact.FullName} – ${contact.CoworkerCompanyName} (Director, ${contact.CoworkerContractTariffName}, contract #${contact.CoworkerContractId}, #${id})`
	);
}

describe('The examples', () => {
	it('choose contracts and contacts that the practice Nexudus has, by the names it shows', () => {
		const wanted = chosen.map(({ parameter, value }) => shownName(parameter, Number(value)));

		expect(chosen.map(({ cachedResultName }) => cachedResultName)).toEqual(wanted);
		expect(wanted).toHaveLength(4);
	});

	it('have notes whose companies are customers, and whose nodes are there', () => {
		const companies = sample.coworkers.map(({ CompanyName }) => CompanyName);
		for (const { nodes } of workflows) {
			const [note] = nodes;
			const text = String(note.parameters.content);
			const [, own = ''] = text.split('**Before you use it yourself**');
			const [, opened] = /Open \*([^*]+)\*/.exec(own) ?? [];
			const named = [...text.matchAll(/(?:of|joins|at) ([A-Z][\w &]+ Ltd)/g)].map(
				([, name]) => name,
			);

			expect([...nodes.map(({ name }) => name), 'own table']).toContain(opened ?? 'own table');
			expect(companies).toEqual(expect.arrayContaining(named));
		}
	});
});

describe('The nodes of the examples', () => {
	const nodes = workflows.flatMap((workflow) => workflow.nodes);

	it('are none that n8n 2.8.4 lacks or n8n 2.40.7 has superseded', () => {
		const outdated = nodes
			.filter((node) => !isOwn(node))
			.filter(({ type, typeVersion }) => !CURRENT_NODES[type]?.includes(typeVersion))
			.map(({ name, type, typeVersion }) => `${name}: ${type} ${typeVersion}`);

		expect(outdated).toEqual([]);
	});

	it('name their resource where they are Nexudus nodes with operations', () => {
		const own = nodes.filter((node) => isOwn(node) && !node.type.endsWith('Trigger'));
		const unnamed = own.filter(({ type, parameters }) => {
			const [, resource] = /\.(\w+?)(?:Tool)?$/.exec(type) ?? [];
			return parameters.resource !== resource;
		});

		expect(own.length).toBeGreaterThan(files.length);
		expect(unnamed).toEqual([]);
	});
});

describe('The words of the start and of the page', () => {
	const read = (...parts: string[]) => readFileSync(path.join(root, 'sandbox', ...parts), 'utf8');
	const names = workflows.map(({ name }) => name);

	it('send people to workflows and to a company that are there', () => {
		const start = read('start', 'session.mjs');
		const named = [
			...[...read('page', 'files', 'messages.js').matchAll(/Run “([^”]+)”/g)],
			...[...start.matchAll(/(?:Open|publish\n *) *'([^']+)'/g)],
		].map(([, name]) => name);

		expect(named).toHaveLength(4);
		expect(names).toEqual(expect.arrayContaining(named));
		const [, company] = /company to look for: ([^.]+)\./.exec(start) ?? [];
		const contracts = sample.contracts.filter(
			(contract) => contract.CoworkerCompanyName === company,
		);
		expect(contracts).toMatchObject([{ TariffName: 'Virtual Office Plus', Active: true }]);
	});
});
