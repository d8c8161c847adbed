import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InvariantId } from '../invariants/sentences';

/** A rule or decider made wrong: one place of one file reads otherwise. */
export interface Planting {
  /** What goes wrong with it, as a sentence. */
  readonly what: string;
  /** Of the repository. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** One that breaks an invariant, whose test must fail with it. */
export interface Fault extends Planting {
  readonly invariant: InvariantId;
}

/**
 * Every planted fault, by the number of its invariant; those of one part of the procedure stand in one file of the
 * folder.
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
