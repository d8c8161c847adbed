/** The first import of a program: refuses a Node that is too old, in a sentence and before anything half-starts on it. */
const NEEDED = [24, 9];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `Parley needs Node ${NEEDED.join('.')} or newer, and this is Node ${process.versions.node}: install Node 24, ` +
      'or run `npm ci`, which brings a suitable Node that only npm scripts find.\n',
  );
  process.exit(1);
}
