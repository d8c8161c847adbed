import { LogSecrets } from '@parley/audit';
import { sha256 } from '@parley/event-store';
import { logKeysIn } from '@parley/hosting/installation';
import {
  CHECKPOINT_PATH,
  cosignText,
  formatCheckpoint,
  formatKey,
  formatNote,
  growLog,
  nodeChecks,
  signText,
  TiledTree,
  type Checkpoint,
  type NoteSigner,
  type ReadLogFile,
} from '@parley/transparency';
import type { KeptCheckpoint } from './check-log';
import { policyOf } from './log-policy';

const { digest } = nodeChecks;
const secretsBy = (byte: number): LogSecrets => new LogSecrets(logKeysIn(Buffer.alloc(96, byte)));
const secrets = secretsBy(7);
/** Two that cosign. */
const witnesses = [secretsBy(8), secretsBy(9)];

/** A log in memory, of events and blanks, as a backup has it. Keys are the same, so each word is a past of one log. */
export class KeptLog {
  readonly files = new Map<string, Uint8Array>();
  readonly secrets = secrets;
  readonly read: ReadLogFile = (name) => this.files.get(name);
  readonly commitments: readonly ReturnType<typeof sha256>[];

  private constructor(
    word: string,
    events: number,
    readonly blanks: number,
  ) {
    this.commitments = Array.from({ length: events }, (_, at) => sha256(`${word} ${String(at)}`));
  }

  static async of(word: string, events: number, blanks = 0): Promise<KeptLog> {
    const log = new KeptLog(word, events, blanks);
    const entries = [
      ...log.commitments.map((each) => secrets.entryOf(each)),
      ...Array.from({ length: blanks }, (_, at) => secrets.blankAt(events + at)),
    ].map(({ entry }) => entry);
    for (const { path, bytes } of await growLog(log.read, 0, entries, digest)) log.files.set(path, bytes);
    log.files.set(CHECKPOINT_PATH, Buffer.from(await log.note()));
    return log;
  }

  get size(): number {
    return this.commitments.length + this.blanks;
  }

  /** The row of its one checkpoint. */
  get kept(): KeptCheckpoint {
    return { events: this.commitments.length, first: 0, size: this.size };
  }

  async checkpoint(): Promise<Checkpoint> {
    const root = await new TiledTree(this.read, this.size, digest).root();
    return { origin: secrets.origin, size: this.size, root };
  }

  /** Its checkpoint as it is shown. @param cosigning so many of the two witnesses @param log who signs it */
  async note(cosigning = 0, log?: NoteSigner): Promise<string> {
    const text = formatCheckpoint(await this.checkpoint());
    const cosigned = witnesses.slice(0, cosigning).map(async (each) => cosignText(await each.time(), text, 1));
    return formatNote(text, [await signText(log ?? (await secrets.log()), text), ...(await Promise.all(cosigned))]);
  }

  /** Whom its reader trusts: the log and both witnesses. */
  async policy(): Promise<string> {
    const keys = witnesses.map(async (each) => formatKey((await each.time()).key));
    return policyOf(secrets, await Promise.all(keys));
  }
}
