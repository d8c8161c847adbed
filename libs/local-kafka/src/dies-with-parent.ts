import { spawnSync } from 'node:child_process';

/**
 * What to put before a command so that it ends with its parent, even one killed with -9: without it the JVM would go on
 * as an orphan. Empty where the system has no such thing; `leftovers` looks after it there.
 */
export function diesWithParent(): readonly string[] {
  const prefix = ['setpriv', '--pdeathsig', 'KILL'];
  const present = process.platform === 'linux' && spawnSync('setpriv', [...prefix.slice(1), 'true']).status === 0;
  return present ? prefix : [];
}
