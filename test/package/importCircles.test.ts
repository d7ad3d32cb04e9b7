import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './packageFolder';

const IMPORTED = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;
const ENDINGS = ['', '.ts', '/index.ts'];

function sourceFiles(folder: string): string[] {
	return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const file = path.join(folder, entry.name);
		if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourceFiles(file);
		return /\.(ts|mjs)$/.test(entry.name) ? [file] : [];
	});
}

/** The files of a folder with what each imports of it, imports of types alone counted. */
function importsIn(folder: string): Map<string, string[]> {
	const files = new Set(sourceFiles(folder));
	const targetOf = (file: string, name: string): string[] => {
		const target = path.join(path.dirname(file), name);
		return ENDINGS.map((ending) => target + ending).filter((candidate) => files.has(candidate));
	};
	return new Map(
		[...files].map((file) => {
			const text = readFileSync(path.join(root, file), 'utf8');
			const imported = [...text.matchAll(IMPORTED)].flatMap(([, name]) => targetOf(file, name));
			return [file, imported];
		}),
	);
}

/** The first way round that an import leads back to its file by, or none. */
function circleIn(imports: ReadonlyMap<string, string[]>): string[] | undefined {
	const done = new Set<string>();
	const walk = (file: string, way: string[]): string[] | undefined => {
		if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
		if (done.has(file)) return undefined;
		for (const next of imports.get(file) ?? []) {
			const circle = walk(next, [...way, file]);
			if (circle) return circle;
		}
		done.add(file);
		return undefined;
	};
	for (const file of imports.keys()) {
		const circle = walk(file, []);
		if (circle) return circle;
	}
	return undefined;
}

describe.each(['nodes', 'credentials', 'sandbox'])('The imports in %s', (folder) => {
	const imports = importsIn(folder);

	it('never lead back to where they began, those of types included', () => {
		expect(circleIn(imports)).toBeUndefined();
	});

	it('are found at all', () => {
		expect(imports.size).toBeGreaterThan(1);
	});
});

it('A circle is seen where there is one', () => {
	const circle = new Map([
		['one.ts', ['other.ts']],
		['other.ts', ['third.ts']],
		['third.ts', ['other.ts']],
	]);
	expect(circleIn(circle)).toEqual(['other.ts', 'third.ts', 'other.ts']);
});
