import type { NamedFiles } from '@parley/blobs';
import type { SideWitness } from '@parley/http';
import {
  askWitness,
  formatSignatureLine,
  formatSplitView,
  judgeCheckpoint,
  nodeChecks,
  parsePolicy,
  parseSignatureLine,
  parseSplitView,
  TiledTree,
  verifySplitView,
  withCosignatures,
} from '@parley/transparency';
import type { KeptCheckpoints, SignedCheckpoint } from './log-checkpoints';
import type { KeptCosignatures } from './log-cosignatures';
import type { LogSecrets } from './log-secrets';
import { openWitnesses, type LogWitness } from './log-witnesses';
import { witnessOverHttp, type ReachedWitness } from './witness-over-http';

/** A witness names the size to begin at. It may have gone on by itself before it is asked again. */
const QUESTIONS = 3;

export interface LogAttesterOptions {
  readonly files: NamedFiles;
  readonly checkpoints: KeptCheckpoints;
  readonly cosignatures: KeptCosignatures;
  readonly secrets: LogSecrets;
  /** One of each side. */
  readonly witnesses: readonly SideWitness[];
  readonly onFailure: (failure: unknown) => void;
  /** A witness answers as if it knew another log. Its word is not believed: this is to look at what it cosigned. */
  readonly onDoubt: () => Promise<void>;
}

/** Does what may fail, and never rejects: what a witness does concerns that witness alone. */
export type Trying = (what: string, doing: () => Promise<void>) => Promise<void>;

interface Side {
  readonly witness: LogWitness;
  readonly reached: ReachedWitness;
}

/** Has the witnesses cosign, and reads what they publish. */
export class LogAttester {
  #sides: Promise<readonly Side[]> | undefined;
  /** Number of the checkpoint that this process last knew to be jointly attested. */
  #attested: number | undefined;

  /** @param stopped ends what is under way */
  constructor(
    private readonly options: LogAttesterOptions,
    private readonly stopped: AbortSignal,
  ) {}

  /**
   * Offers the newest checkpoint to each witness that has not cosigned it, all at once. It keeps the checkpoint as
   * jointly attested when each has.
   * @returns whether there was anything to do. At rest this is one question to the database
   */
  async offerNewest(trying: Trying): Promise<boolean> {
    const newest = await this.options.checkpoints.newest();
    if (!newest || newest.n === this.#attested) return false;
    const sides = await this.#opened();
    await Promise.all(
      sides.map((side) => trying(`cosigning by ${side.witness.party}`, () => this.#offer(side, newest))),
    );
    this.#attested = await this.#join();
    return true;
  }

  /** Reads whether a witness publishes a proof of two pasts. */
  async readSplits(trying: Trying): Promise<void> {
    const sides = await this.#opened();
    await Promise.all(sides.map((side) => trying(`what ${side.witness.party} publishes`, () => this.#readSplit(side))));
  }

  async #offer({ witness, reached: { post } }: Side, newest: SignedCheckpoint): Promise<void> {
    const { checkpoints, cosignatures } = this.options;
    const last = await cosignatures.of(witness.key);
    if (last && last.n >= newest.n) return;
    let oldSize = last ? ((await checkpoints.at(last.n))?.size ?? 0) : 0;
    for (let question = 0; question < QUESTIONS; question += 1) {
      const proof = await new TiledTree(this.#read, newest.size, nodeChecks.digest).consistency(oldSize);
      const request = { oldSize, proof, checkpoint: newest.note };
      const asked = await askWitness(nodeChecks, { post, key: witness.noteKey }, request);
      // It does not follow from what the witness has seen (C2SP tlog-witness).
      if (asked.kind === 'refused' && asked.status === 422) await this.options.onDoubt();
      if (asked.kind === 'refused') throw new Error(`it answers ${String(asked.status)}: ${asked.words.trim()}`);
      if (asked.kind === 'cosigned') {
        const [line] = asked.lines;
        if (line) await cosignatures.keep(witness.key, { n: newest.n, line: formatSignatureLine(line) });
        return;
      }
      oldSize = asked.size;
      if (oldSize > newest.size) break;
    }
    // It looks at the log by itself, so it may know a newer checkpoint. That one is offered to both at the next look.
    const now = await checkpoints.newest();
    if ((now?.size ?? 0) <= oldSize) await this.options.onDoubt();
    if ((now?.size ?? 0) < oldSize)
      throw new Error(`it has cosigned ${String(oldSize)} entries, and the log has fewer`);
  }

  /**
   * Keeps a checkpoint that both sides have cosigned last. It is judged as a reader judges it who asks for both.
   * @returns its number; `undefined` where they have cosigned different ones
   */
  async #join(): Promise<number | undefined> {
    const { checkpoints, cosignatures, secrets, witnesses } = this.options;
    const keys = witnesses.map(({ key }) => key);
    const cosigned = await Promise.all(keys.map((key) => cosignatures.of(key)));
    const [first, ...others] = cosigned;
    if (!first || others.some((other) => other?.n !== first.n)) return undefined;
    if ((await cosignatures.attested(keys))?.n === first.n) return first.n;
    const checkpoint = await checkpoints.at(first.n);
    if (checkpoint?.note == null) return undefined;
    const lines = cosigned.flatMap((each) => (each ? [parseSignatureLine(each.line)] : []));
    const note = withCosignatures(checkpoint.note, lines);
    await judgeCheckpoint(nodeChecks, await parsePolicy(nodeChecks.digest, await secrets.policy(witnesses)), note);
    await cosignatures.attest(keys, { n: first.n, note });
    return first.n;
  }

  /** The word of a witness is not believed: what counts is two notes by the key of the log, and a proof. */
  async #readSplit({ reached }: Side): Promise<void> {
    const text = await reached.split();
    if (text === undefined) return;
    const { secrets, cosignatures, onFailure } = this.options;
    const split = parseSplitView(text);
    const [smaller, larger] = await verifySplitView(nodeChecks, (await secrets.log()).key, split);
    if (await cosignatures.keepSplit(secrets.origin, formatSplitView(split)))
      onFailure(
        new Error(`The log has shown two pasts, of ${String(smaller.size)} and ${String(larger.size)} entries`),
      );
  }

  #opened(): Promise<readonly Side[]> {
    const { witnesses, secrets } = this.options;
    this.#sides ??= openWitnesses(witnesses).then((opened) =>
      opened.map((witness) => ({ witness, reached: witnessOverHttp(witness.url, secrets.origin, this.stopped) })),
    );
    return this.#sides;
  }

  readonly #read = (path: string) => this.options.files.read(path);
}
