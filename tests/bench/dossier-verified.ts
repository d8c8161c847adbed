import { spawnSync } from 'node:child_process';
import path from 'node:path';

const WORKSPACE = path.resolve(__dirname, '../../..');

/**
 * Shows how long it takes to verify a dossier of 100 exhibits offline. Such a dossier is made by what tests make theirs
 * of, which no build has: so it runs on the sources, in a process of its own.
 */
export function showDossierVerified(): void {
  const sources = ['-C', 'parley-source', '-r', './.workspace/load-sources.cjs'];
  const { status } = spawnSync(process.execPath, [...sources, 'tests/bench/dossier-verified.process.ts'], {
    cwd: WORKSPACE,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`the verification of a dossier ended with ${String(status)}`);
}
