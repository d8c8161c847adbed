/**
 * Finds the packages that a program of the workspace needs when it runs: its own, and those that their code names in
 * quotes, all the way down. The manifests cannot tell, because libraries share the workspace's one list of
 * dependencies.
 */
const fs = require('node:fs');
const path = require('node:path');

/** Folders of a build that only specs and contract suites load. */
const TESTING = /(^|[/\\])(testing|contract)([/\\]|$)/;
const QUOTED = /["'`]((?:@[a-z0-9._-]+\/)?[a-z0-9][a-z0-9._-]*)(?:\/[^"'`\s]*)?["'`]/gi;

const manifestOf = (folder) => JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** Every file of a workspace package's build that runs in production. */
const builtFiles = (folder) =>
  fs
    .readdirSync(path.join(folder, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !TESTING.test(file));

/** Names of packages that the code of a workspace package may load. */
function namesIn(folder) {
  const texts = builtFiles(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(QUOTED)].map(([, name]) => name)));
}

/** Where Node finds a package from a folder; undefined when it is not installed. */
function installed(root, from, name) {
  for (let folder = from; folder.startsWith(root); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (fs.existsSync(path.join(candidate, 'package.json'))) return candidate;
  }
  return undefined;
}

/**
 * The packages that an installed package needs. Of its optional peers it includes only those that the workspace asks
 * for.
 */
function dependenciesOf(manifest, wanted) {
  const peers = Object.keys(manifest.peerDependencies ?? {}).filter(
    (name) => !manifest.peerDependenciesMeta?.[name]?.optional || wanted.has(name),
  );
  const optional = new Set([...Object.keys(manifest.optionalDependencies ?? {}), ...peers]);
  return [...new Set([...Object.keys(manifest.dependencies ?? {}), ...optional])].map((name) => ({
    name,
    optional: optional.has(name),
  }));
}

/**
 * @param root of the workspace, absolute
 * @param program folder of the program within it: `services/intake`
 * @returns folders of workspace packages (the program first) and of installed ones, relative to the root
 * @throws Error for a package that is named but not installed, or is for development only
 */
function neededPackages(root, program) {
  const { dependencies, devDependencies } = manifestOf(root);
  const wanted = new Set(Object.keys(dependencies));
  const own = new Set([path.join(root, program)]);
  const others = new Set();
  for (const folder of own) {
    for (const name of namesIn(folder)) {
      if (name.startsWith('@parley/')) own.add(fs.realpathSync(path.join(root, 'node_modules', name)));
      else if (wanted.has(name)) others.add(installed(root, root, name) ?? missing(name, folder));
      else if (name in devDependencies && isLoaded(folder, name) && !isOwnSpecs(folder, name))
        throw new Error(`${path.relative(root, folder)} loads ${name}, which is there for development only.`);
    }
  }
  for (const folder of others) {
    for (const { name, optional } of dependenciesOf(manifestOf(folder), wanted)) {
      const found = installed(root, folder, name);
      if (found) others.add(found);
      else if (!optional) missing(name, folder);
    }
  }
  const relative = (folders) => [...folders].map((folder) => path.relative(root, folder));
  return { own: relative(own), others: relative(others).sort() };
}

/**
 * A word in quotes may be just a word, such as "jest". A package of development counts only where the code loads it.
 */
const isLoaded = (folder, name) =>
  builtFiles(folder)
    .filter((file) => file.endsWith('.js'))
    .some((file) =>
      new RegExp(`(require|import)\\(["']${name}["'/]`).test(fs.readFileSync(path.join(folder, file), 'utf8')),
    );

/** If a library names the package among its own development dependencies, only its specs load it. */
const isOwnSpecs = (folder, name) => name in (manifestOf(folder).devDependencies ?? {});

function missing(name, folder) {
  throw new Error(`${folder} needs ${name}, which is not installed.`);
}

module.exports = { neededPackages, builtFiles };
