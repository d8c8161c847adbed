import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultsIn } from '../mutants/fault';
import { AWAITED } from './awaited';
import { INVARIANTS, type InvariantId } from '@parley/procedure';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The README's table of the invariants with their tests and planted faults, made from the files themselves. */
export function invariantsTable(): string {
  const specs = readdirSync(__dirname).filter((name) => name.endsWith('.spec.ts'));
  const faults = faultsIn(join(__dirname, '../mutants/faults'));
  const lines = (Object.keys(INVARIANTS) as InvariantId[]).map((invariant) => {
    const spec = specs.find((name) => name.startsWith(`${invariant.toLowerCase()}-`));
    const waits = AWAITED[invariant];
    const test = spec === undefined ? `waits for ${waits ?? 'its feature'}` : `[${spec}](${spec})`;
    return row([
      invariant,
      INVARIANTS[invariant].sentence.en.replaceAll('|', '\\|'),
      test,
      String(faults.filter((fault) => fault.invariant === invariant).length || '–'),
    ]);
  });
  return [row(['number', 'sentence', 'test', 'planted faults']), row(['---', '---', '---', '---']), ...lines].join(
    '\n',
  );
}
