import type { NamedFiles } from '@parley/blobs';
import type { EventStore, RecordedEvent } from '@parley/event-store';
import { formatProof, leafHash, nodeChecks, TiledTree, verifyInclusion } from '@parley/transparency';
import type { LogAttestation } from './log-attestation';
import type { KeptCheckpoints, SignedCheckpoint } from './log-checkpoints';
import { LogPlaces } from './log-places';
import type { LogSecrets } from './log-secrets';

const { digest } = nodeChecks;

/** What lets anybody who has the event find it in the log. */
export interface ProvedEvent {
  /** 64 hexadecimal digits. */
  readonly salt: string;
  /** The place of its entry in the log, from 0. */
  readonly index: number;
  /** Whether its checkpoint is jointly attested. */
  readonly attested: boolean;
  /** The text of a `.tlog-proof`. */
  readonly proof: string;
}

export interface LogProofsOptions {
  readonly store: Pick<EventStore, 'compare'>;
  readonly files: NamedFiles;
  readonly checkpoints: KeptCheckpoints;
  readonly secrets: LogSecrets;
  readonly attestation: Pick<LogAttestation, 'newest'>;
}

/** Proves of events that they stand in the log. */
export class LogProofs {
  constructor(private readonly options: LogProofsOptions) {}

  /** The salt of an event, as 64 hexadecimal digits: for who may read it, and nobody else. */
  saltOf({ commitment }: Pick<RecordedEvent, 'commitment'>): string {
    return Buffer.from(this.options.secrets.entryOf(commitment).salt).toString('hex');
  }

  /**
   * Proves of an event that it stands in the newest checkpoint that is jointly attested; where that does not cover it,
   * in the newest one. The proof is verified before it is handed out.
   * @returns nothing while no checkpoint covers the event
   * @throws LogRefused when the files do not prove it
   */
  async of(event: RecordedEvent): Promise<ProvedEvent | undefined> {
    const { attestation, checkpoints } = this.options;
    const attested = await this.#provedIn(await attestation.newest(), event);
    if (attested) return { ...attested, attested: true };
    const proved = await this.#provedIn(await checkpoints.newest(), event);
    return proved && { ...proved, attested: false };
  }

  async #provedIn(
    newest: SignedCheckpoint | undefined,
    event: RecordedEvent,
  ): Promise<Omit<ProvedEvent, 'attested'> | undefined> {
    if (!newest) return undefined;
    const index = await new LogPlaces(this.options, newest).indexOf(event);
    if (index === undefined) return undefined;
    const { entry } = this.options.secrets.entryOf(event.commitment);
    const hashes = await new TiledTree(this.#read, newest.size, digest).inclusion(index);
    await verifyInclusion(digest, { leaf: await leafHash(digest, entry), index, hashes }, newest);
    return { salt: this.saltOf(event), index, proof: formatProof({ index, hashes, checkpoint: newest.note }) };
  }

  readonly #read = (path: string) => this.options.files.read(path);
}
