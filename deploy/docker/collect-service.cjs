/**
 * Puts what one service needs when it runs into an empty folder, which then is the image's /app:
 *   node deploy/docker/collect-service.cjs intake /app
 * `main.js` there leads to the service's own. Built files are expected; nothing is compiled or fetched here.
 */
const fs = require('node:fs');
const path = require('node:path');
const { builtFiles, neededPackages } = require('./needed-packages.cjs');

/** Files of installed packages that only a reader, a debugger or a compiler looks at. Licences stay. */
const NOT_RUN = /(\.map|\.d\.[cm]?ts|\.tsbuildinfo|(^|[/\\])(readme|changelog|history)[^/\\]*\.md)$/i;
/** A font package holds every weight. Documents use only those that the code names. */
const FONT = /\.(ttf|otf)$/i;

/**
 * @param root of the workspace, absolute
 * @param service name of its folder in services/
 * @param out folder that is made
 */
function collectService(root, service, out) {
  const program = path.join('services', service);
  const { own, others } = neededPackages(root, program);
  const code = own.flatMap((folder) => builtFiles(path.join(root, folder)).map((file) => path.join(folder, file)));
  const texts = code
    .filter((file) => file.endsWith('.js'))
    .map((file) => fs.readFileSync(path.join(root, file), 'utf8'));
  const isNamed = (file) => texts.some((text) => text.includes(path.basename(file)));

  for (const file of code) copy(path.join(root, file), path.join(out, file));
  for (const folder of own) {
    copy(path.join(root, folder, 'package.json'), path.join(out, folder, 'package.json'));
    link(path.join(out, folder), path.join(out, 'node_modules/@parley', path.basename(folder)));
  }
  for (const folder of others) {
    for (const file of filesOf(path.join(root, folder))) {
      if (!NOT_RUN.test(file) && (!FONT.test(file) || isNamed(file)))
        copy(path.join(root, folder, file), path.join(out, folder, file));
    }
  }
  copy(path.join(root, 'deploy/docker/healthcheck.cjs'), path.join(out, 'healthcheck.cjs'));
  copy(path.join(root, 'LICENSE'), path.join(out, 'LICENSE'));
  link(path.join(out, program, 'dist/main.js'), path.join(out, 'main.js'));
}

/** Packages nested in a package are packages of their own. */
const filesOf = (folder, below = '') =>
  fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(below, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesOf(folder, file);
    return entry.isFile() ? [file] : [];
  });

function copy(from, to) {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
}

function link(target, from) {
  fs.mkdirSync(path.dirname(from), { recursive: true });
  fs.symlinkSync(path.relative(path.dirname(from), target), from);
}

module.exports = { collectService };

if (require.main === module) {
  const [service, out] = process.argv.slice(2);
  if (!service || !out) {
    process.stderr.write('Usage: node deploy/docker/collect-service.cjs <service> <folder>\n');
    process.exit(2);
  }
  try {
    collectService(path.resolve(__dirname, '../..'), service, path.resolve(out));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
