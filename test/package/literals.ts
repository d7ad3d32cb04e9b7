import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inspect } from 'node:util';
import type { ICredentialType, INodeProperties, INodeType } from 'n8n-workflow';
import { manifest, root } from './packageFolder';

const requireBuilt = createRequire(__filename);

/** Beside node_modules, so that imports are found; git ignores it. */
const folder = path.join(root, 'build', 'literals');

/**
 * Writes every built node and credential as a class whose description stands there in full, in
 * the folders that the lint rules know. The rules read source text, so parameters that are worked
 * out from the field table would stay unseen by them. Gives the folder.
 */
export function writeLiterals(): string {
	const { nodes, credentials } = manifest().n8n;
	rmSync(folder, { recursive: true, force: true });
	cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
	for (const file of nodes) write(file, nodeSource(built<INodeType>(file)));
	for (const file of credentials) write(file, credentialSource(built<ICredentialType>(file)));
	for (const source of ['nodes', 'credentials']) copyIcons(source);
	return folder;
}

interface Built<Instance> {
	className: string;
	instance: Instance;
}

function built<Instance>(file: string): Built<Instance> {
	const exported = requireBuilt(path.join(root, file)) as Record<string, new () => Instance>;
	const [[className, Exported]] = Object.entries(exported);
	return { className, instance: new Exported() };
}

function write(builtFile: string, source: string): void {
	const file = path.join(folder, builtFile.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, source);
}

function copyIcons(source: string): void {
	cpSync(path.join(root, 'dist', source), path.join(folder, source), {
		recursive: true,
		filter: (file) => path.extname(file) === '' || file.endsWith('.svg'),
	});
}

function nodeSource({ className, instance }: Built<INodeType>): string {
	const { description: shown } = instance;
	const properties = shown.properties.map(withChosenResource);
	const description = literal({ ...shown, properties })
		.replace(/inputs: \[ 'main' \]/, 'inputs: [NodeConnectionTypes.Main]')
		.replace(/outputs: \[ 'main' \]/, 'outputs: [NodeConnectionTypes.Main]');
	const work = instance.poll
		? 'async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {\n\t\treturn null;'
		: 'async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {\n\t\treturn [this.getInputData()];';
	const context = instance.poll ? 'IPollFunctions' : 'IExecuteFunctions';
	return `import type { ${context}, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

export class ${className} implements INodeType {
	description: INodeTypeDescription = ${description};

	${work}
	}
}
`;
}

/** The rules know no other resource than one that is chosen; ours is hidden, having one choice. */
function withChosenResource(property: INodeProperties): INodeProperties {
	return property.name === 'resource' ? { ...property, type: 'options' } : property;
}

function credentialSource({ className, instance }: Built<ICredentialType>): string {
	const { name, displayName, documentationUrl, icon, properties, test } = instance;
	return `import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

export class ${className} implements ICredentialType {
	name = ${literal(name)};

	displayName = ${literal(displayName)};

	documentationUrl = ${literal(documentationUrl)};

	icon: Icon = ${literal(icon)};

	properties: INodeProperties[] = ${literal(properties)};

	test: ICredentialTestRequest = ${literal(test)};
}
`;
}

/** Gives a value as source text, as the editor gets it: without what is undefined. */
function literal(value: unknown): string {
	return inspect(JSON.parse(JSON.stringify(value)), {
		depth: Infinity,
		maxArrayLength: Infinity,
		maxStringLength: Infinity,
		breakLength: 100,
	});
}
