import type { Attested, Cosigned, KeptCosignatures } from './log-cosignatures';

/** What witnesses cosigned, in memory. */
export class MemoryCosignatures implements KeptCosignatures {
  readonly #cosigned = new Map<string, Cosigned>();
  readonly #splits = new Map<string, string>();
  all: readonly Attested[] = [];

  of(witness: string): Promise<Cosigned | undefined> {
    return Promise.resolve(this.#cosigned.get(witness));
  }

  keep(witness: string, cosigned: Cosigned): Promise<void> {
    const before = this.#cosigned.get(witness);
    if (!before || before.n < cosigned.n) this.#cosigned.set(witness, cosigned);
    return Promise.resolve();
  }

  forget(witness: string): void {
    this.#cosigned.delete(witness);
  }

  /** As a database of the moment at which the checkpoint of a number was the last one that was attested. */
  setBack(n: number): void {
    this.#cosigned.clear();
    this.all = this.all.filter((each) => each.n <= n);
  }

  attested(): Promise<Attested | undefined> {
    return Promise.resolve(this.all.at(-1));
  }

  attest(_: readonly string[], attested: Attested): Promise<void> {
    this.all = [...this.all, attested];
    return Promise.resolve();
  }

  split(log: string): Promise<string | undefined> {
    return Promise.resolve(this.#splits.get(log));
  }

  keepSplit(log: string, split: string): Promise<boolean> {
    if (this.#splits.has(log)) return Promise.resolve(false);
    this.#splits.set(log, split);
    return Promise.resolve(true);
  }
}
