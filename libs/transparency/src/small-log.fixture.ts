import { formatCheckpoint } from './checkpoint/checkpoint';
import { utf8 } from './encoding/bytes';
import { nodeChecks, nodeSigner, privateKeyOf, rawPublicKey } from './node-checks';
import { formatKey, NOTE_KINDS, noteKey, type NoteKind } from './note/note-key';
import { formatNote } from './note/parse-note';
import { cosignText, signText, type NoteSigner } from './note/sign-note';
import { parsePolicy, type Policy } from './policy/parse-policy';
import { formatProof } from './proof/tlog-proof';
import { growLog } from './tiles/grow-log';
import type { ReadLogFile } from './tiles/log-files';
import { TiledTree } from './tiles/tiled-tree';

export const ORIGIN = 'log.example/parley';
export const { digest } = nodeChecks;

export async function signerOf(name: string, kind: NoteKind = NOTE_KINDS.note, seed = name): Promise<NoteSigner> {
  const key = privateKeyOf(await digest(utf8(seed)));
  return {
    key: await noteKey(digest, { name, kind, publicKey: rawPublicKey(key) }),
    sign: nodeSigner(key),
  };
}

/** Entries as an event's would be: 32 bytes that say nothing. Those of another word are another past. */
export const entriesOf = (count: number, from = 0, word = 'entry'): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, at) => digest(utf8(`${word} ${String(from + at)}`)) as Uint8Array);

export const TIME = 1_790_000_000;

/** A log in memory that a witness of each of two sides cosigns. */
export class SmallLog {
  readonly files = new Map<string, Uint8Array>();
  size = 0;
  note = '';

  private constructor(
    readonly log: NoteSigner,
    readonly witnesses: readonly NoteSigner[],
    readonly policy: Policy,
    readonly policyText: string,
    private readonly word?: string,
  ) {}

  /** @param word of which its entries are made. Its key and its witnesses are the same, whatever the word. */
  static async of(count: number, word?: string): Promise<SmallLog> {
    const log = await signerOf(ORIGIN);
    const witnesses = await Promise.all(
      ['east.example/w', 'west.example/w'].map((name) => signerOf(name, NOTE_KINDS.cosignature)),
    );
    const text = [
      `log ${formatKey(log.key)}`,
      ...witnesses.map(({ key }, at) => `witness side-${String(at + 1)} ${formatKey(key)}`),
      'group both all side-1 side-2',
      'quorum both\n',
    ].join('\n');
    const small = new SmallLog(log, witnesses, await parsePolicy(digest, text), text, word);
    await small.grow(count);
    return small;
  }

  readonly read: ReadLogFile = (path) => this.files.get(path);

  tree(): TiledTree {
    return new TiledTree(this.read, this.size, digest);
  }

  async grow(count: number): Promise<void> {
    const files = await growLog(this.read, this.size, entriesOf(count, this.size, this.word), digest);
    for (const { path, bytes } of files) this.files.set(path, bytes);
    this.size += count;
    const text = formatCheckpoint({ origin: ORIGIN, size: this.size, root: await this.tree().root() });
    this.note = await this.signed(text, this.witnesses);
    this.files.set('checkpoint', utf8(this.note));
  }

  /** A text signed by the log, and cosigned by witnesses. */
  async signed(text: string, witnesses: readonly NoteSigner[], log: NoteSigner = this.log): Promise<string> {
    const cosigned = await Promise.all(witnesses.map((witness) => cosignText(witness, text, TIME)));
    return formatNote(text, [await signText(log, text), ...cosigned]);
  }

  async proof(index: number): Promise<string> {
    return formatProof({ index, hashes: await this.tree().inclusion(index), checkpoint: this.note });
  }
}
