import type { SideWitness } from '@parley/http';
import { millisOf, type Clock } from '@parley/kernel';
import { isOnTheLogsMachine } from '@parley/transparency';
import type { KeptCheckpoints, SignedCheckpoint } from './log-checkpoints';
import type { KeptCosignatures } from './log-cosignatures';
import type { LogSecrets } from './log-secrets';

/** How far the witnesses of the sides have come. */
export interface AttestedSoFar {
  /** Entries of the newest checkpoint. */
  readonly entries: number;
  /** Those of the newest one that is jointly attested; 0 while there is none. */
  readonly attestedEntries: number;
  /** Seconds since the first checkpoint was signed that is not jointly attested; 0 when each is. */
  readonly behindSeconds: number;
  /** Whether a witness runs on the machine of the log, where it proves nothing. */
  readonly provesNothing: boolean;
  /** The proof that the log has shown two pasts, as text. */
  readonly split: string | undefined;
  readonly witnesses: readonly {
    readonly party: string;
    /** Entries of the checkpoint that it cosigned last; 0 while it has cosigned none. */
    readonly entries: number;
  }[];
}

export interface LogAttestationOptions {
  readonly checkpoints: KeptCheckpoints;
  readonly cosignatures: KeptCosignatures;
  readonly secrets: LogSecrets;
  readonly clock: Clock;
  readonly witnesses: readonly SideWitness[];
}

/** What of the log is jointly attested, as readers see it. Nothing that acts is told (I-38). */
export class LogAttestation {
  constructor(private readonly options: LogAttestationOptions) {}

  /** The newest checkpoint with a cosignature of each side, which its note has; `undefined` while there is none. */
  async newest(): Promise<SignedCheckpoint | undefined> {
    const { checkpoints, cosignatures, witnesses } = this.options;
    if (witnesses.length === 0) return undefined;
    const attested = await cosignatures.attested(witnesses.map(({ key }) => key));
    const checkpoint = attested && (await checkpoints.at(attested.n));
    return checkpoint?.note == null ? undefined : { ...checkpoint, note: attested?.note ?? checkpoint.note };
  }

  /** The proof that the log has shown two pasts, as text. */
  split(): Promise<string | undefined> {
    return this.options.cosignatures.split(this.options.secrets.origin);
  }

  /** `undefined` where the log has no witnesses. */
  async soFar(): Promise<AttestedSoFar | undefined> {
    const { checkpoints, clock, witnesses } = this.options;
    if (witnesses.length === 0) return undefined;
    // One after the other, so that they need no more than one connection.
    const newest = await checkpoints.newest();
    const attested = await this.newest();
    const split = await this.split();
    const first = await checkpoints.at((attested?.n ?? 0) + 1);
    const sides: AttestedSoFar['witnesses'][number][] = [];
    for (const witness of witnesses) sides.push(await this.#sideOf(witness));
    const isBehind = first !== undefined && first.n <= (newest?.n ?? 0);
    return {
      entries: newest?.size ?? 0,
      attestedEntries: attested?.size ?? 0,
      behindSeconds: isBehind ? Math.max(0, Math.round(millisOf(clock.now()) / 1_000 - first.seconds)) : 0,
      provesNothing: witnesses.some(({ url }) => isOnTheLogsMachine(url)),
      split,
      witnesses: sides,
    };
  }

  async #sideOf({ party, key }: SideWitness): Promise<AttestedSoFar['witnesses'][number]> {
    const { checkpoints, cosignatures } = this.options;
    const cosigned = await cosignatures.of(key);
    return { party, entries: cosigned ? ((await checkpoints.at(cosigned.n))?.size ?? 0) : 0 };
  }
}
