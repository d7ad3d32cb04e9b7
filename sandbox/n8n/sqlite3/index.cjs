/**
 * Stands in for `sqlite3`, which has to download or compile its binary while it is installed.
 * This fork of it ships the binaries of all platforms, so that n8n installs from npm alone.
 */
module.exports = require('@appthreat/sqlite3').default;
