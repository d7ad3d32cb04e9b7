import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importPlugin from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const published = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const ours = [
	'nodes/**/*.ts',
	'credentials/**/*.ts',
	'sandbox/**/*.ts',
	'test/**/*.ts',
	'bench/**/*.ts',
	'probe/**/*.ts',
];

/** The floors of `nodes/`, the highest first: a floor imports from itself and from those below. */
const floors = [
	['ContractContact', 'CoworkerContract'],
	'operations',
	'trigger',
	'pickers',
	'parameters',
	'n8n',
	'recordTypes',
	'writing',
	'reading',
	'run',
	'api',
	'record',
];

const noArrowUpwards = floors.map((floor, index) => ({
	target: `./nodes/${floor}`,
	from: floors
		.slice(0, index)
		.flat()
		.map((higher) => `./nodes/${higher}`),
	message: 'Arrows between the floors of nodes/ point downwards (see CONTRIBUTING.md).',
}));

/** The rules of n8n's own scaffold, with the five exceptions that n8n's community scan makes. */
export default defineConfig(
	globalIgnores(['dist', 'build', '.data', '**/node_modules']),
	{
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
	},
	{
		files: ours,
		extends: [
			js.configs.recommended,
			typescript.configs.recommended,
			importPlugin.configs['flat/recommended'],
		],
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		rules: {
			'prefer-spread': 'off',
			'no-console': 'error',
			'max-depth': ['error', 3],
			'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
		},
	},
	{ files: ['nodes/recordTypes/*.ts'], rules: { 'max-lines': 'off' } },
	{
		files: published,
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		rules: { 'import-x/no-restricted-paths': ['error', { zones: noArrowUpwards.slice(1) }] },
	},
	{ plugins: { 'n8n-nodes-base': n8nNodesBase } },
	{
		files: ['package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		rules: { ...n8nNodesBase.configs.community.rules },
		languageOptions: {
			parser: typescript.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
	},
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
);
