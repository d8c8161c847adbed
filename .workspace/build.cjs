/**
 * Compiles TypeScript to CommonJS with swc, keeping decorator metadata.
 *   build.cjs         the project in the current folder
 *   build.cjs --all   every project, and the documents of what they tell and record
 * A file is compiled only when its output is older than it, so a build with nothing to do costs milliseconds.
 */
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const swcOptions = require('./swc-options.cjs');
const settings = Math.max(...['build.cjs', 'swc-options.cjs'].map((f) => fs.statSync(path.join(__dirname, f)).mtimeMs));

/** What is made of other sources than those of its folder. */
const DOCUMENTS = ['asyncapi.json', 'event-types.json', 'verify.mjs', 'verify.html'];

const projects = process.argv.includes('--all')
  ? [
      ...['libs', 'services'].flatMap((d) => fs.readdirSync(path.join(root, d)).map((p) => path.join(root, d, p))),
      path.join(root, 'tests'),
    ]
  : [process.cwd()];

for (const project of projects) {
  const from = fs.existsSync(path.join(project, 'src')) ? path.join(project, 'src') : project;
  const to = path.join(project, 'dist');
  if (!fs.existsSync(path.join(project, 'package.json'))) continue;
  const kept = new Set();
  for (const entry of fs.readdirSync(from, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const relative = path.relative(from, file);
    if (!entry.isFile() || /^(dist|node_modules)[/\\]/.test(relative) || /(\.spec|\.fixture|\.d)\.ts$/.test(relative))
      continue;
    const isSource = relative.endsWith('.ts');
    if (!isSource && from === project) continue;
    const out = path.join(to, isSource ? relative.replace(/\.ts$/, '.js') : relative);
    kept.add(out);
    const stat = fs.statSync(out, { throwIfNoEntry: false });
    if (stat && stat.mtimeMs > Math.max(fs.statSync(file).mtimeMs, settings)) continue;
    fs.mkdirSync(path.dirname(out), { recursive: true });
    if (!isSource) {
      fs.copyFileSync(file, out);
      fs.utimesSync(out, new Date(), new Date());
      continue;
    }
    // Only now, because loading it takes longer than finding out that nothing has changed.
    const swc = require('@swc/core');
    const { code, map } = swc.transformFileSync(file, {
      ...swcOptions,
      sourceMaps: true,
      sourceFileName: path.relative(path.dirname(out), file),
    });
    fs.writeFileSync(out, `${code}\n//# sourceMappingURL=${path.basename(out)}.map\n`);
    fs.writeFileSync(`${out}.map`, map);
  }
  removeStale(to, kept);
}

if (process.argv.includes('--all')) {
  require('./asyncapi.cjs');
  require('./event-types.cjs');
  require('./kit.cjs');
}

/** Removes output whose source is gone, so that nothing imports it from an old build. */
function removeStale(folder, kept) {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !DOCUMENTS.includes(entry.name) && !kept.has(file.replace(/\.map$/, ''))) fs.rmSync(file);
  }
}
