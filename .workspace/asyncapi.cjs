/**
 * Writes libs/contracts/dist/asyncapi.json, which is served at /asyncapi.json: the AsyncAPI document of everything that
 * the services tell each other. It is made from proto/, the topics and the golden files, and only when it is older than
 * these.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const inRoot = (name) => path.join(root, name);
const file = inRoot('libs/contracts/dist/asyncapi.json');
const SOURCES = ['proto', 'libs/contracts/golden', 'libs/contracts/dist/asyncapi', 'libs/messaging-kafka/dist'];
/** The values of a production installation that sets nothing else. */
const DEFAULTS = { namespace: 'parley', partitions: 6, replication: 3, retentionHours: -1 };

const changedAt = (folder) =>
  fs
    .readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
const isNew = () => {
  const made = fs.statSync(file, { throwIfNoEntry: false });
  return (
    made !== undefined &&
    [path.join(__dirname, 'asyncapi.cjs')]
      .map((own) => fs.statSync(own).mtimeMs)
      .concat(...SOURCES.map(changedAt))
      .every((at) => at <= made.mtimeMs)
  );
};

function descriptors() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-proto-'));
  try {
    const built = spawnSync(
      process.execPath,
      [require.resolve('@bufbuild/buf/bin/buf'), 'build', '-o', path.join(folder, 'proto.binpb')],
      { cwd: inRoot('proto'), stdio: 'inherit' },
    );
    if (built.status !== 0) throw new Error('the descriptors of proto/ could not be built');
    return fs.readFileSync(path.join(folder, 'proto.binpb'));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

if (!isNew()) {
  const { asyncApiDocument } = require('@parley/contracts/asyncapi');
  const { describeTopic, headersOf, SIGNATURE_HEADER, TELLING_CONTEXTS } = require('@parley/messaging-kafka');
  const document = asyncApiDocument({
    descriptors: descriptors(),
    topics: TELLING_CONTEXTS.map((context) => describeTopic(DEFAULTS, context)),
    // Each installation signs with keys of its own, so the example shows the form alone.
    headersOf: (event) => ({ ...headersOf(event), [SIGNATURE_HEADER]: `${'k'.repeat(16)}.${'s'.repeat(86)}` }),
    goldenOf: (type) => JSON.parse(fs.readFileSync(inRoot(`libs/contracts/golden/${type}.json`), 'utf8')).message,
  });
  fs.writeFileSync(file, `${JSON.stringify(document, undefined, 2)}\n`);
}
