/** Refuses a Node that is too old for the services and their tests, before anything half-starts on it. */
const NEEDED = [24, 9];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `Parley needs Node ${NEEDED.join('.')} or newer, and this is Node ${process.versions.node}. ` +
      'Run `npm ci` again (it brings a suitable Node of its own for npm scripts), or install Node 24.\n',
  );
  process.exit(1);
}
