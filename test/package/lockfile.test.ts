import { manifest, readJson } from './packageFolder';

interface LockedPackage {
	version?: string;
	optionalDependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
}

const { packages } = readJson<{ packages: Record<string, LockedPackage> }>('package-lock.json');
const { '': project, ...locked } = packages;

function isLocked(name: string): boolean {
	return Object.keys(locked).some((place) => place.endsWith(`node_modules/${name}`));
}

describe('the lockfile', () => {
	test('belongs to package.json', () => {
		expect(project.devDependencies).toEqual(manifest().devDependencies);
	});

	test('names the binaries of every platform, without which npm ci refuses to start', () => {
		const optional = Object.values(packages).flatMap((one) =>
			Object.keys(one.optionalDependencies ?? {}),
		);
		expect(optional.length).toBeGreaterThan(0);
		expect(optional.filter((name) => !isLocked(name))).toEqual([]);
	});
});
