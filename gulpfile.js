const { src, dest, parallel } = require('gulp');

/** Icons, which n8n serves from beside the compiled node or credential. */
function icons() {
	return src('{nodes,credentials}/**/*.svg', { encoding: false }).pipe(dest('dist'));
}

/** Codex files: categories, search words and documentation links. */
function codex() {
	return src('nodes/**/*.node.json').pipe(dest('dist/nodes'));
}

/** Output previews that the editor shows before the first run. */
function schemas() {
	return src('nodes/**/__schema__/**/*.json', { allowEmpty: true }).pipe(dest('dist/nodes'));
}

exports.default = parallel(icons, codex, schemas);
