import { execFileSync } from 'node:child_process';
import type { Fault } from './fault';

/**
 * A limit by which no file may grow any more. A write then fails as it does where no space is left, and a broker with
 * one disk ends.
 */
const NOTHING_FITS = '1:1';

/** The disk of a broker is full; then there is space again, and the broker is started anew. */
export const diskFull: Fault = {
  name: 'disk-full',
  what: 'the disk of a broker is full, and then it is not',
  during: async (installation, random) => {
    const { name, pid } = random.pick(installation.processesOf('kafka'));
    if (pid === null) throw new Error(`there is no ${name} whose disk could be full`);
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${NOTHING_FITS}`]);
    // The limit belongs to the process, so the next one has none.
    await installation.untilReplaced(name, pid);
  },
};
