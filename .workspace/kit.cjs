/**
 * Makes the verifier that goes with a dossier: `verify.mjs` for Node and `verify.html` for browsers, each one file, of
 * the compiled sources of libs/cli. A package from elsewhere among them is refused: whoever reads the file reads all of
 * it.
 */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const kit = path.join(root, 'libs/cli/dist/kit');
const NAME = 'parleyVerifier';

/** The file that a require names; `undefined` for what Node has. */
function resolved(name, from) {
  if (name.startsWith('node:')) return undefined;
  if (name.startsWith('.')) return require.resolve(path.resolve(path.dirname(from), name));
  if (name.startsWith('@parley/')) return require.resolve(name, { paths: [path.dirname(from)] });
  throw new Error(`${path.relative(root, from)} takes ${name}, which cannot go into one file`);
}

/** Each module once, those that it needs before it. */
function modulesOf(file, found = new Map()) {
  if (found.has(file)) return found;
  const code = fs.readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n');
  const names = new Map();
  found.set(file, { code, names });
  for (const [, name] of code.matchAll(/\brequire\("([^"]+)"\)/g)) {
    const needed = resolved(name, file);
    if (needed === undefined) continue;
    names.set(name, path.relative(root, needed));
    modulesOf(needed, found);
  }
  return found;
}

/** One script that runs a module and gives what it exports the name of the verifier. */
function scriptOf(entry) {
  const file = path.join(kit, entry);
  const parts = [...modulesOf(file)].map(([each, { code, names }]) => {
    const known = JSON.stringify(Object.fromEntries(names));
    return `  ${JSON.stringify(path.relative(root, each))}: [${known}, (exports, require) => {\n${code}}],`;
  });
  return [
    `const ${NAME} = (() => {`,
    'const modules = {',
    ...parts,
    '};',
    'const loaded = {};',
    'const load = (name) => {',
    '  if (loaded[name]) return loaded[name];',
    '  const [names, run] = modules[name];',
    '  run((loaded[name] = {}), (asked) => (names[asked] ? load(names[asked]) : outside(asked)));',
    '  return loaded[name];',
    '};',
    `return load(${JSON.stringify(path.relative(root, file))});`,
    '})();',
    '',
  ].join('\n');
}

const read = (name) => fs.readFileSync(path.join(kit, name), 'utf8');
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function write(name, text) {
  const file = path.join(kit, name);
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
}

write(
  'verify.mjs',
  [
    '// Verifies a dossier of Parley, from one file and without a network: node verify.mjs <dossier.zip>',
    "import { createRequire } from 'node:module';",
    'const outside = createRequire(import.meta.url);',
    scriptOf('verify-file.js'),
    `process.exitCode = await ${NAME}.verifyFile(process.argv.slice(2), import.meta.dirname);`,
    '',
  ].join('\n'),
);

const script = [scriptOf('verify-page.js'), `globalThis.${NAME} = ${NAME};`, read('page-script.js')].join('\n');
const style = read('page.css');
const parts = {
  script,
  style,
  policy: `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`,
};
if (/<\/script|<!--/i.test(script)) throw new Error('the script of verify.html would end before its end');
write(
  'verify.html',
  read('page.html').replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]),
);
