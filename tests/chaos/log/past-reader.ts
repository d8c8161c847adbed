import { hash } from 'node:crypto';
import {
  followLog,
  HASH_BYTES,
  LogRefused,
  nodeChecks,
  openCheckpoint,
  parsePolicy,
  TiledTree,
  type Checkpoint,
  type Policy,
  type ReadLogFile,
} from '@parley/transparency';

const { digest } = nodeChecks;

/** Where a checkpoint is shown, and whether what is shown there may be gone after a start. */
interface Shown {
  readonly by: string;
  readonly address: string;
  readonly isForgotten: boolean;
}

/**
 * Whoever reads the log and its witnesses all the time and forgets nothing. It keeps a replica, and holds every
 * checkpoint that anybody shows against it: two that are not of one past are found, however long ago the first was.
 */
export class PastReader {
  readonly #files = new Map<string, Uint8Array>();
  readonly #sizes = new Map<string, number>();
  /** Checkpoints that were held against the replica. */
  looked = 0;
  readonly findings: string[] = [];

  private constructor(
    private readonly url: string,
    private readonly shown: readonly Shown[],
    private readonly policy: Policy,
  ) {}

  /** @param url of the installation @param witnesses addresses of theirs, by the code of their side */
  static async of(url: string, witnesses: ReadonlyMap<string, string>): Promise<PastReader> {
    const text = await (await fetch(`${url}/v1/log/policy`)).text();
    const policy = await parsePolicy(digest, text.replace('quorum both', 'quorum none'));
    const origin = hash('sha256', policy.logs[0]?.key.name ?? '');
    const ofLog = ['checkpoint', 'attested'].map((what) => ({
      ...{ by: `the log, ${what}`, address: `${url}/v1/log/${what}`, isForgotten: false },
    }));
    const ofWitnesses = [...witnesses].flatMap(([party, at]) =>
      ['checkpoint', 'attested'].map((what) => ({
        ...{ by: `the witness of ${party}, ${what}`, address: `${at}/${origin}/${what}` },
        isForgotten: what === 'attested',
      })),
    );
    return new PastReader(url, [...ofLog, ...ofWitnesses], policy);
  }

  /** Looks at everything once. Who was killed shows nothing. */
  async look(): Promise<void> {
    for (const { by, address, isForgotten } of this.shown) {
      const note = await textAt(address);
      if (note === undefined) continue;
      await this.#holds(by, async () => {
        const checkpoint = await this.#opened(note);
        const before = this.#sizes.get(by) ?? 0;
        if (checkpoint.size < before && !isForgotten)
          this.#finds(by, `${String(checkpoint.size)} after ${String(before)}`);
        this.#sizes.set(by, Math.max(before, checkpoint.size));
        await this.#isOfThePast(by, checkpoint);
      });
    }
  }

  /** The root that the replica has of so many entries: of any number that it ever had, and of those in between. */
  async rootAt(size: number): Promise<Uint8Array> {
    return new TiledTree((file) => this.#tile(file), size, digest).root();
  }

  /** A tile as wide as it is asked for. A replica has those that were partial when it looked. */
  #tile(file: string): Uint8Array | undefined {
    const [tile = '', width] = file.split('.p/');
    if (width === undefined || this.#files.has(file)) return this.#files.get(file);
    const wider = [...this.#files.keys()].filter((each) => each.startsWith(`${tile}.p/`));
    const widest = [tile, ...wider.toSorted((a, b) => widthOf(b) - widthOf(a))].find((each) => this.#files.has(each));
    return widest === undefined ? undefined : this.#files.get(widest)?.subarray(0, Number(width) * HASH_BYTES);
  }

  async #isOfThePast(by: string, { size, root }: Checkpoint): Promise<void> {
    if (size > (await this.#replicaSize())) {
      // What was published is in the files of the log, which may be down at this moment.
      const isUp = await followLog(nodeChecks, this.policy, readerAt(this.url), this.#replica()).then(
        () => true,
        (error: unknown) => {
          if (error instanceof LogRefused && error.code !== 'file-missing') throw error;
          return false;
        },
      );
      if (!isUp) return;
      if (size > (await this.#replicaSize())) {
        this.#finds(by, `the log has less than ${String(size)} entries`);
        return;
      }
    }
    this.looked += 1;
    if (!Buffer.from(await this.rootAt(size)).equals(root)) this.#finds(by, `another past of ${String(size)} entries`);
  }

  async #replicaSize(): Promise<number> {
    const note = this.#files.get('checkpoint');
    return note ? (await this.#opened(Buffer.from(note).toString())).size : 0;
  }

  #opened(note: string): Promise<Checkpoint> {
    const [log] = this.policy.logs;
    if (!log) throw new Error('a policy without a log');
    return openCheckpoint(nodeChecks, note, log.key);
  }

  async #holds(by: string, checking: () => Promise<void>): Promise<void> {
    try {
      await checking();
    } catch (error) {
      this.#finds(by, String(error));
    }
  }

  #finds(by: string, what: string): void {
    this.findings.push(`${by}: ${what}`);
  }

  readonly #read: ReadLogFile = (path) => this.#files.get(path);
  readonly #replica = () => ({
    read: this.#read,
    write: (path: string, bytes: Uint8Array) => void this.#files.set(path, bytes),
  });
}

const widthOf = (file: string): number => Number(file.split('.p/')[1]);

/** @returns nothing where nobody answers, or nothing is shown */
export async function textAt(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    const text = await answer.text();
    return answer.status === 200 ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The files of a log; @throws the error of the network where it is down. */
const readerAt =
  (url: string): ReadLogFile =>
  async (path) => {
    const answer = await fetch(`${url}/v1/log/${path}`, { signal: AbortSignal.timeout(10_000) });
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  };
