const { mkdir, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { src, dest, parallel } = require('gulp');

/** Icons, which n8n serves from beside the compiled node or credential. */
function icons() {
	return src(['nodes/**/*.svg', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);
}

/** Codex files: categories, search words and documentation links. */
function codex() {
	return src('nodes/**/*.node.json', { base: '.' }).pipe(dest('dist'));
}

/** What a preview calls the values of a field, as simplified output shows them. */
const SHOWN_AS = { integer: 'integer', reference: 'integer', number: 'number', boolean: 'boolean' };

function propertiesOf({ fields, simplified }) {
	return simplified.map(({ property }) => {
		const { type } = fields.find((field) => field.property === property);
		return [property, SHOWN_AS[type] ?? 'string'];
	});
}

function previewOf(properties) {
	const shown = properties.map(([name, type]) => [name, { type }]);
	return { type: 'object', properties: Object.fromEntries(shown), version: 1 };
}

/** The previews of a node's output, by the files in which n8n looks for them. */
function previewsOf(type, operations) {
	const record = propertiesOf(type);
	const properties = {
		delete: [
			['deleted', 'boolean'],
			['Id', 'integer'],
			...record.filter(([name]) => name === type.nameProperty),
		],
		upsert: [['action', 'string'], ...record],
	};
	const resource = type.name.charAt(0).toLowerCase() + type.name.slice(1);
	const files = operations.flatMap(({ option: { value } }) => {
		const preview = previewOf(properties[value] ?? record);
		return [
			[`v1.0.0/${value}.json`, preview],
			[`v1.0.0/${resource}/${value}.json`, preview],
		];
	});
	return [['v1.0.0.json', previewOf(record)], ...files];
}

/** Output previews that the editor shows before the first run, made from the field tables. */
async function previews() {
	const { contractContact } = require('./dist/nodes/recordTypes/contractContact');
	const { coworkerContract } = require('./dist/nodes/recordTypes/coworkerContract');
	const { operationsOn, readingOperationsOn } = require('./dist/nodes/operations');
	await writePreviews(contractContact, operationsOn(contractContact));
	await writePreviews(coworkerContract, readingOperationsOn(coworkerContract));
}

async function writePreviews(type, operations) {
	const folder = path.join('dist', 'nodes', type.name, '__schema__');
	for (const [file, preview] of previewsOf(type, operations)) {
		await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
		await writeFile(path.join(folder, file), JSON.stringify(preview));
	}
}

exports.default = parallel(icons, codex, previews);
