import { spawnSync } from 'node:child_process';

/**
 * The words to put before a command so that it ends with its parent, even with one killed by -9. Without them the JVM
 * would go on as an orphan. Empty where the system has no such program; there `leftovers` ends the orphan.
 */
export function diesWithParent(): readonly string[] {
  const prefix = ['setpriv', '--pdeathsig', 'KILL'];
  const present = process.platform === 'linux' && spawnSync('setpriv', [...prefix.slice(1), 'true']).status === 0;
  return present ? prefix : [];
}
