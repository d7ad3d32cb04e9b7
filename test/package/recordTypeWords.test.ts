import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './packageFolder';

/** Where record types say what they are called, and the nodes and credentials that are for one. */
const OWN_ROOMS = ['recordTypes', 'ContractContact', 'CoworkerContract'];
const NAMES =
	/\b(contract contacts?|contacts?|coworker contracts?|contracts?|director|company alias)\b/i;

function sharedFiles(folder: string): string[] {
	return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const file = path.join(folder, entry.name);
		if (!entry.isDirectory()) return file.endsWith('.ts') ? [file] : [];
		return OWN_ROOMS.includes(entry.name) ? [] : sharedFiles(file);
	});
}

/** The texts of a source file that people could read: its string and template literals. */
function textsIn(file: string): string[] {
	const source = ts.createSourceFile(
		file,
		readFileSync(path.join(root, file), 'utf8'),
		ts.ScriptTarget.ES2022,
		true,
	);
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) return;
		if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
		if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
			texts.push(node.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return texts;
}

function namesIn(file: string): string[] {
	return textsIn(file)
		.filter((text) => NAMES.test(text))
		.map((text) => `${file}: ${text}`);
}

describe('A text that all record types share', () => {
	const files = sharedFiles('nodes');

	it('names none of them: it is made from what a record type says of itself', () => {
		expect(files.flatMap(namesIn)).toEqual([]);
	});

	it('is looked for in every room but those of the record types', () => {
		expect(files.length).toBeGreaterThan(70);
		expect(namesIn('nodes/recordTypes/contractContact.ts').length).toBeGreaterThan(5);
	});
});
