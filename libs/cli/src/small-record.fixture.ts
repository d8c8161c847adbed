import { createHash, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canonicalHeader, encodePayload, linkEvents, type NewEvent, type RecordedEvent } from '@parley/event-store';
import { canonicalJson, type CommandId, type Instant, type Sha256 } from '@parley/kernel';
import {
  cosignText,
  formatCheckpoint,
  formatKey,
  formatNote,
  formatProof,
  growLog,
  nodeChecks,
  nodeSigner,
  NOTE_KINDS,
  noteKey,
  parseNote,
  privateKeyOf,
  rawPublicKey,
  signText,
  TiledTree,
  withCosignatures,
  type NoteSigner,
} from '@parley/transparency';
import { runParley } from './command-line/run-parley';
import type { RegistryKey } from './verify/receipt-signature';

const { digest } = nodeChecks;
const AT = '2025-02-05T08:00:00.000Z' as Instant;
const sum = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
export const ORIGIN = 'parley.example/log';

const eventOf = (at: number, text: string): NewEvent => ({
  eventId: `00000000-0000-8000-8000-${String(at).padStart(12, '0')}`,
  type: 'DocketEntryRecorded',
  schemaVersion: 1,
  occurredAt: AT,
  actor: { kind: 'system', process: 'docket' },
  delegation: null,
  cause: { kind: 'command', id: 'c' as CommandId, bodyDigest: 'd'.repeat(64) as Sha256 },
  facts: [],
  rule: 'I-55',
  ruleSetVersion: '2026-1',
  tier: 'PUBLIC',
  contentType: 'application/json',
  sealing: null,
  payload: encodePayload({
    at: AT,
    docketNumber: `CN-2025-${String(at).padStart(4, '0')}`,
    kind: 'case-registered',
    texts: { en: text, 'zh-Hans': `［${text}］` },
  }),
});

/** Events of one stream, each linked to the one before. */
export function streamOf(stream: string, texts: readonly string[]): readonly RecordedEvent[] {
  const events = texts.map((text, at) => eventOf(at + 1, text));
  return linkEvents(stream as never, null, events, AT).map(({ event }) => ({ ...event, position: '1' as never }));
}

/** The lines of an export: events, stubs of those that are hidden, heads, and what is given of the log. */
export function historyOf(
  events: readonly RecordedEvent[],
  hidden: readonly number[] = [],
  proofs: readonly object[] = [],
) {
  const shown = events.filter(({ revision }) => !hidden.includes(revision));
  const heads = new Map(shown.map(({ stream, revision, commitment }) => [stream, { stream, revision, commitment }]));
  const stubs = events
    .filter((event) => !shown.includes(event))
    .map(({ stream, revision, previous, commitment }) => ({ stub: { stream, revision, previous, commitment } }));
  const lines = [...shown.map(exportLineOf), ...stubs, ...[...heads.values()].map((head) => ({ head })), ...proofs];
  return lines.map((line) => JSON.stringify(line));
}

export const exportLineOf = (event: RecordedEvent): Readonly<Record<string, string>> => ({
  header: canonicalHeader(event),
  payload: Buffer.from(event.payload).toString('base64'),
  commitment: event.commitment,
});

export const saltOf = ({ commitment }: RecordedEvent): Buffer => sum(Buffer.from(`salt of ${commitment}`));
export const entryOf = (event: RecordedEvent): Buffer => sum(saltOf(event), Buffer.from(event.commitment, 'hex'));

export async function signerOf(name: string, seed = name): Promise<NoteSigner> {
  const key = privateKeyOf(sum(Buffer.from(seed)));
  return {
    key: await noteKey(digest, { name, kind: NOTE_KINDS.note, publicKey: rawPublicKey(key) }),
    sign: nodeSigner(key),
  };
}

export async function witnessOf(side: string): Promise<NoteSigner> {
  const [key, name] = [privateKeyOf(sum(Buffer.from(side))), `${side}.example/w`];
  const publicKey = rawPublicKey(key);
  return { key: await noteKey(digest, { name, kind: NOTE_KINDS.cosignature, publicKey }), sign: nodeSigner(key) };
}

/** The line of a policy for the witness of a side. */
export const witnessLine = async (side: string): Promise<string> =>
  `witness ${side} ${formatKey((await witnessOf(side)).key)}`;

/** A docket of a few entries with its log, in files below a folder of its own. */
export class SmallRecord {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'parley-cli-'));
  readonly logFiles = new Map<string, Uint8Array>();

  private constructor(
    readonly events: readonly RecordedEvent[],
    private readonly signer: NoteSigner,
  ) {}

  /** @param seed of the key of the log: another one is the key of somebody else under the same name */
  static async of(
    texts: readonly string[],
    origin = ORIGIN,
    seed = origin,
    stream = 'audit.docket-public',
  ): Promise<SmallRecord> {
    const record = new SmallRecord(streamOf(stream, texts), await signerOf(origin, seed));
    await record.#write();
    return record;
  }

  async #write(): Promise<void> {
    const blanks = Array.from({ length: 16 }, (_, at) => sum(Buffer.from(`blank ${String(at)}`)));
    // The blanks stand first, so that a record with more events extends one with fewer.
    const entries = [...blanks, ...this.events.map(entryOf)];
    const read = (file: string) => this.logFiles.get(file);
    for (const { path: at, bytes } of await growLog(read, 0, entries, digest)) this.logFiles.set(at, bytes);
    const tree = new TiledTree(read, entries.length, digest);
    const text = formatCheckpoint({ origin: this.signer.key.name, size: entries.length, root: await tree.root() });
    const note = formatNote(text, [await signText(this.signer, text)]);
    this.logFiles.set('checkpoint', Buffer.from(note));
    for (const [file, bytes] of this.logFiles) this.put(`log/${file}`, bytes);
    this.put('policy', `log ${formatKey(this.signer.key)}\nquorum none\n`);
    this.put('docket.ndjson', this.events.map((event) => this.docketLine(event)).join(''));
    this.put('history.ndjson', historyOf(this.events, [], await this.proofsOf(this.events)).join('\n'));
    for (const [at, event] of this.events.entries()) {
      const index = blanks.length + at;
      const proof = formatProof({ index, hashes: await tree.inclusion(index), checkpoint: note });
      const [header, salt] = [canonicalHeader(event), saltOf(event).toString('hex')];
      this.put(
        `proof-${String(at)}.json`,
        JSON.stringify({ header, commitment: event.commitment, salt, index, proof }),
      );
    }
  }

  /** Shows the checkpoint with the cosignatures of sides, beside the one without. */
  async cosigned(...sides: readonly string[]): Promise<string> {
    const note = Buffer.from(this.logFiles.get('checkpoint') ?? []).toString();
    const { text } = parseNote(note);
    const signers = await Promise.all(sides.map(witnessOf));
    const lines = await Promise.all(signers.map((signer) => cosignText(signer, text, 1_790_000_000)));
    return this.put('log/attested', withCosignatures(note, lines));
  }

  /** The lines that prove some of the events by one checkpoint. */
  async proofsOf(events: readonly RecordedEvent[]): Promise<readonly object[]> {
    const indexes = events.map(({ revision }) => 16 + revision);
    const tree = new TiledTree((file) => this.logFiles.get(file), 16 + this.events.length, digest);
    return [
      ...events.map((event, at) => ({
        entry: { commitment: event.commitment, salt: saltOf(event).toString('hex'), index: indexes[at] },
      })),
      ...(await tree.inclusions(indexes)).map((hash) => ({ hash: Buffer.from(hash).toString('base64') })),
      { checkpoint: Buffer.from(this.logFiles.get('checkpoint') ?? []).toString() },
    ];
  }

  docketLine(event: RecordedEvent): string {
    return `${JSON.stringify({ ...exportLineOf(event), salt: saltOf(event).toString('hex') })}\n`;
  }

  /** The path of a file of the record. */
  at(file: string): string {
    return path.join(this.folder, file);
  }

  /** Writes a file below the folder. @returns its path */
  put(file: string, content: string | Uint8Array): string {
    mkdirSync(path.dirname(this.at(file)), { recursive: true });
    writeFileSync(this.at(file), content);
    return this.at(file);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The registry's key, and its signature over a content as a compact JWS. */
export function registryOf(seed: string): {
  readonly jwk: RegistryKey & Readonly<Record<string, string>>;
  sign: (content: object) => string;
} {
  const key: KeyObject = privateKeyOf(sum(Buffer.from(seed)));
  const x = Buffer.from(rawPublicKey(key)).toString('base64url');
  const coded = (content: object) => Buffer.from(canonicalJson(content)).toString('base64url');
  return {
    jwk: { kty: 'OKP', crv: 'Ed25519', x, kid: seed, alg: 'EdDSA', use: 'sig' },
    sign: (content) => {
      const input = `${coded({ alg: 'EdDSA', kid: seed })}.${coded(content)}`;
      return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
    },
  };
}

/** What the command answers to programs, with its exit code. */
export interface Answered {
  readonly exit: number;
  readonly holds: boolean | null;
  readonly code: string | null;
  readonly because: { readonly en: string } | null;
  readonly checked: readonly { readonly en: string }[];
  readonly unchecked: readonly { readonly en: string }[];
  readonly found: Readonly<Record<string, unknown>>;
}

/** Asks the command as a program does. */
export async function asked(...words: readonly string[]): Promise<Answered> {
  const { exit, out } = await said(...words, '--json');
  return { exit, ...(JSON.parse(out) as Omit<Answered, 'exit'>) };
}

/** Asks the command as a person does. */
export async function said(...words: readonly string[]) {
  const written = { out: '', err: '' };
  const exit = await runParley(words, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    env: {},
  });
  return { exit, ...written };
}

/** Every variant of bytes with one bit turned over. */
export function* flipped(bytes: Uint8Array): Generator<{ readonly bit: string; readonly bytes: Uint8Array }> {
  for (let at = 0; at < bytes.length; at += 1)
    for (let bit = 0; bit < 8; bit += 1) {
      const copy = Uint8Array.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ (1 << bit);
      yield { bit: `bit ${String(bit)} of byte ${String(at)}`, bytes: copy };
    }
}
