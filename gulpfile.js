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

/** Output previews that the editor shows before the first run. */
function schemas() {
	return src('nodes/**/__schema__/**/*.json', { base: '.', allowEmpty: true }).pipe(dest('dist'));
}

exports.default = parallel(icons, codex, schemas);
