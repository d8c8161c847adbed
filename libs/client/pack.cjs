/**
 * Makes dist/package, what `npm pack` puts into the package: the sources as ES modules with their declarations, typed
 * by the document of a running installation.
 *   PARLEY_URL   its address; http://127.0.0.1:3000 when left out, where `npm start` listens
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { URL } = require('node:url');

const inHere = (...names) => path.join(__dirname, ...names);
const document = `${process.env.PARLEY_URL ?? 'http://127.0.0.1:3000'}/openapi.json`;
const staged = inHere('dist/staged');
const made = inHere('dist/package');

const COMPILER = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
  module: 'esnext',
  moduleResolution: 'bundler',
  declaration: true,
  rootDir: '.',
  outDir: made,
};

async function main() {
  for (const folder of [staged, made]) fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(staged, { recursive: true });
  fs.mkdirSync(made);
  for (const name of fs.readdirSync(inHere('src')).filter((each) => !/^api\.ts$|\.(spec|fixture)\.ts$/.test(each)))
    fs.copyFileSync(inHere('src', name), path.join(staged, name));
  const types = await typesOf(document);
  for (const folder of [staged, made]) fs.writeFileSync(path.join(folder, 'api.d.ts'), types);
  fs.writeFileSync(path.join(staged, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER }));
  const { status } = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', staged], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the client does not compile with the types of the document');
  fs.rmSync(staged, { recursive: true });
  for (const name of fs.readdirSync(made).filter((each) => each !== 'api.d.ts')) nameFilesInFull(path.join(made, name));
  fs.writeFileSync(path.join(made, 'package.json'), '{ "type": "module" }\n');
  fs.copyFileSync(inHere('../../LICENSE'), path.join(made, 'LICENSE'));
}

async function typesOf(address) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  return astToString(await openapiTS(new URL(address)));
}

/** Browsers and Node take the names of modules as they stand. */
function nameFilesInFull(file) {
  const text = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, text.replaceAll(/(from |import\()(['"])(\.\/[a-z-]+)\2/g, '$1$2$3.js$2'));
}

main().catch((error) => {
  process.stderr.write(`${document}: ${error.message}\n`);
  process.exitCode = 1;
});
