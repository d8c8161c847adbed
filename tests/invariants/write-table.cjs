/** Writes the table of the README anew. Needs `node -C parley-source`. */
require('../../.workspace/load-sources.cjs');
const fs = require('node:fs');
const path = require('node:path');

const { invariantsTable } = require('./invariants-table.ts');

const readme = path.join(__dirname, 'README.md');
const text = fs.readFileSync(readme, 'utf8');
const begin = text.indexOf('| number | sentence |');
fs.writeFileSync(readme, `${text.slice(0, begin)}${invariantsTable()}\n`);
