/**
 * Writes proto/asyncapi.yaml: the AsyncAPI document of everything that the services tell each other, from proto/, the
 * topics and the golden files. With --check it writes nothing and fails when the file is not what it would write.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { stringify } = require('yaml');
const { asyncApiDocument } = require('@parley/contracts/asyncapi');
const { describeTopic, headersOf, TELLING_CONTEXTS } = require('@parley/messaging-kafka');

const root = path.resolve(__dirname, '..');
const file = path.join(root, 'proto/asyncapi.yaml');
/** What a production installation has unless it is told otherwise. */
const DEFAULTS = { namespace: 'parley', partitions: 6, replication: 3, retentionHours: -1 };

function descriptors() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-proto-'));
  try {
    const built = spawnSync(
      process.execPath,
      [require.resolve('@bufbuild/buf/bin/buf'), 'build', '-o', path.join(folder, 'proto.binpb')],
      { cwd: path.join(root, 'proto'), stdio: 'inherit' },
    );
    if (built.status !== 0) process.exit(1);
    return fs.readFileSync(path.join(folder, 'proto.binpb'));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const document = asyncApiDocument({
  descriptors: descriptors(),
  topics: TELLING_CONTEXTS.map((context) => describeTopic(DEFAULTS, context)),
  headersOf,
  goldenOf: (type) =>
    JSON.parse(fs.readFileSync(path.join(root, `libs/contracts/golden/${type}.json`), 'utf8')).message,
});
const text = `# Made by \`npm run asyncapi\` from proto/, the topics and the golden files: change those.\n${stringify(document, { lineWidth: 140, aliasDuplicateObjects: false })}`;

if (!process.argv.includes('--check')) {
  fs.writeFileSync(file, text);
} else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
  console.error(
    'proto/asyncapi.yaml is not what proto/, the topics and the golden files make of it: run `npm run asyncapi`.',
  );
  process.exit(1);
}
