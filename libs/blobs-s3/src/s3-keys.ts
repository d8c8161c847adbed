import { randomUUID } from 'node:crypto';
import type { Sha256 } from '@parley/kernel';

const KEEPER = /^[a-z]{1,40}$/;

/** The keys of a store. Every copy of the same bytes begins alike, so one listing finds them, whoever keeps them. */
export class S3Keys {
  /** The prefix of the keys of bytes whose digest is not known yet. No digest begins like this. */
  readonly incoming: string;

  constructor(readonly prefix: string) {
    this.incoming = `${prefix}incoming/`;
  }

  /** Gives the keys of one keeper's copies. @throws RangeError when there can be no such keeper */
  keptBy(keeper: string): (digest: Sha256) => string {
    if (!KEEPER.test(keeper)) throw new RangeError(`not a keeper: ${keeper}`);
    return (digest) => `${this.copiesOf(digest)}${keeper}`;
  }

  /**
   * The prefix of the key of each copy. The shard keeps folders small where keys are paths, as behind a gateway to
   * files.
   */
  copiesOf(digest: Sha256): string {
    return `${this.prefix}${digest.slice(0, 2)}/${digest}/`;
  }

  newIncoming(): string {
    return `${this.incoming}${randomUUID()}`;
  }
}
