import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InvariantId } from '@parley/procedure';

/** A rule or decider made wrong: one place of one file has another text. */
export interface Planting {
  /** What goes wrong with the fault, as a sentence. */
  readonly what: string;
  /** Path in the repository. */
  readonly file: string;
  /** The text to replace. It stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A fault that breaks an invariant. The invariant's test must fail with it, or the one that is named. */
export interface Fault extends Planting {
  readonly invariant: InvariantId;
  /** Path in the repository of a spec that runs without a database; the invariant's when left out. */
  readonly spec?: string;
}

/**
 * Every planted fault, by the number of its invariant. Each file of the folder holds the faults of one part of the
 * procedure.
 */
export function faultsIn(folder: string): readonly Fault[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  return files
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly Fault[])
    .toSorted((one, other) => (one.invariant < other.invariant ? -1 : one.invariant > other.invariant ? 1 : 0));
}

/** Why a fault cannot be planted; `undefined` when it can. */
export function plantingFault({ file, find, replace }: Planting, workspace: string): string | undefined {
  const places = readFileSync(join(workspace, file), 'utf8').split(find).length - 1;
  if (places !== 1) return `${file} holds ${String(places)} times: ${find}`;
  return find === replace ? `${file} stays as it is` : undefined;
}
