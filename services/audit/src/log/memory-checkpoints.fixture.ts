import type { KeptCheckpoint, KeptCheckpoints, PlannedCheckpoint, SignedCheckpoint } from './log-checkpoints';

/** Checkpoints in memory, which a spec may set back. */
export class MemoryCheckpoints implements KeptCheckpoints {
  kept: readonly KeptCheckpoint[] = [];

  last(): Promise<KeptCheckpoint | undefined> {
    return Promise.resolve(this.kept.at(-1));
  }

  at(n: number): Promise<KeptCheckpoint | undefined> {
    return Promise.resolve(this.kept[n - 1]);
  }

  newest(): Promise<SignedCheckpoint | undefined> {
    return Promise.resolve(this.kept.findLast((each): each is SignedCheckpoint => each.note !== null));
  }

  plan(planned: PlannedCheckpoint): Promise<boolean> {
    if (this.kept.length >= planned.n) return Promise.resolve(false);
    this.kept = [...this.kept, { ...planned, root: null, note: null }];
    return Promise.resolve(true);
  }

  sign(n: number, root: Uint8Array, note: string): Promise<void> {
    this.kept = this.kept.map((each) => (each.n === n && each.note === null ? { ...each, root, note } : each));
    return Promise.resolve();
  }
}
