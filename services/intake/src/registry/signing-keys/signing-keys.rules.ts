import { accept, type Decider, type DomainEvent, type Instant } from '@parley/kernel';

/** In which mode the installation is begun. It stays so. */
export type Mode = 'demonstration' | 'production';

/** A public key of Ed25519, base64url, with its RFC 7638 thumbprint. */
export interface SigningKey {
  readonly x: string;
  readonly kid: string;
}

/** A key of the registry is taken into use, by a process of the intake that starts with it. */
export interface TakeSigningKey {
  readonly type: 'TakeSigningKey';
  readonly key: SigningKey;
  /** By the key before it; `null` for the first, and where that one was lost. */
  readonly signature: string | null;
  readonly mode: Mode;
  readonly at: Instant;
}

/**
 * The registry signs by this key from then on. Mode and key stand in the record, so that a start with others shows,
 * and so does a table that was made to agree with them.
 */
export type SigningKeyTaken = DomainEvent<
  'SigningKeyTaken',
  {
    readonly thumbprint: string;
    /** The public key of Ed25519, base64url. */
    readonly x: string;
    /** `null` for the key with which the record was begun. */
    readonly from: Instant | null;
    /** Thumbprint of the key before it; `null` for the first. */
    readonly before: string | null;
    readonly signature: string | null;
    readonly mode: Mode;
  }
>;

/** What the record was begun with, and by which keys it has gone on. */
export interface SigningKeyRegister {
  readonly mode: Mode | null;
  /** In the order in which they were taken into use. */
  readonly taken: readonly SigningKeyTaken['data'][];
}

/** The register of the registry's keys. A key that is in use already is taken once, however many processes start. */
export const signingKeyDecider: Decider<TakeSigningKey, SigningKeyRegister, SigningKeyTaken> = {
  initial: { mode: null, taken: [] },
  decide({ key, signature, mode, at }, { taken }) {
    const before = taken.at(-1);
    if (before?.thumbprint === key.kid) return accept();
    const { kid: thumbprint, x } = key;
    const [from, signed] = before ? [at, signature] : [null, null];
    return accept<SigningKeyTaken>({
      type: 'SigningKeyTaken',
      occurredAt: at,
      rule: 'credentials',
      tier: 'PUBLIC',
      data: { thumbprint, x, from, before: before?.thumbprint ?? null, signature: signed, mode },
    });
  },
  evolve: ({ mode, taken }, { data }) => ({ mode: mode ?? data.mode, taken: [...taken, data] }),
};
