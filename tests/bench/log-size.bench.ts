import { createHash, generateKeyPairSync, sign, webcrypto, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import {
  followLog,
  formatCheckpoint,
  formatKey,
  formatNote,
  formatProof,
  growLog,
  nodeChecks,
  nodeSigner,
  NOTE_KINDS,
  noteKey,
  parsePolicy,
  rawPublicKey,
  signText,
  TiledTree,
  verifyLog,
  verifyProof,
  webChecks,
  type Checks,
  type NoteSigner,
  type Policy,
  type ReadLogFile,
} from '@parley/transparency';
import { describeMachine } from './machine';
import { median } from './median';
import { percentileOf } from './percentile';

export interface LogSizeBenchOptions {
  readonly entries: number;
}

const { digest } = nodeChecks;
/** Entries that a checkpoint adds at most: 500 events, filled up. */
const A_CHECKPOINT = 512;
/** Proofs that are made and verified, of entries all over the log. */
const PROOFS = 500;
/** Checkpoints in the middle of the growth that are signed as well, as the log does: after each so many. */
const SAID_EVERY = 100_000;
const SIGNATURES_MS = 2_000;

/** Measures the log by itself: how it grows to a size, and what it then costs to prove, verify and copy. */
export async function run({ entries }: LogSizeBenchOptions): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-log-size-'));
  try {
    console.log(`machine   ${describeMachine()}, load average ${os.loadavg()[0]?.toFixed(1) ?? ''}`);
    console.log(
      `log       ${String(entries)} entries of 32 B, ${String(A_CHECKPOINT)} to a checkpoint, files in a folder\n`,
    );
    await showSignatures('node:crypto', nodeChecks);
    await showSignatures('WebCrypto', webChecks(webcrypto.subtle));
    const log = new FolderLog(folder);
    const growths = await measured(`grown to ${String(entries)} entries`, entries, () => log.grow(entries));
    console.log(
      `  a checkpoint of ${String(A_CHECKPOINT)}: p50 ${ms(median(growths))}, p99 ${ms(percentileOf(growths, 0.99))}`,
    );
    const policy = await log.sign();
    await showProofs(log, policy);
    await measured('the whole log verified', entries, () => verifyLog(nodeChecks, policy, log.read));
    const copy = new FolderLog(path.join(folder, 'copy'));
    const replica = { read: copy.read, write: copy.write };
    await measured('copied from nothing and verified', entries, () => followLog(nodeChecks, policy, log.read, replica));
    await log.grow(A_CHECKPOINT);
    await log.sign();
    await measured('copied once more', A_CHECKPOINT, () => followLog(nodeChecks, policy, log.read, replica));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

class FolderLog {
  readonly #keys = generateKeyPairSync('ed25519');
  size = 0;
  note = '';

  constructor(private readonly folder: string) {}

  readonly read: ReadLogFile = (file) => {
    try {
      return readFileSync(path.join(this.folder, file));
    } catch {
      return undefined;
    }
  };

  readonly write = (file: string, bytes: Uint8Array): void => {
    const target = path.join(this.folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  };

  tree(): TiledTree {
    return new TiledTree(this.read, this.size, digest);
  }

  /** @returns milliseconds of each checkpoint's growth, its root included */
  async grow(count: number): Promise<readonly number[]> {
    const took: number[] = [];
    for (const until = this.size + count; this.size < until;) {
      const adds = Math.min(A_CHECKPOINT, until - this.size);
      const entries = Array.from({ length: adds }, (_, at) => entryAt(this.size + at));
      const began = performance.now();
      for (const { path: file, bytes } of await growLog(this.read, this.size, entries, digest)) this.write(file, bytes);
      this.size += adds;
      await this.tree().root();
      took.push(performance.now() - began);
      if (this.size % SAID_EVERY < adds) console.error(`  … ${String(this.size)} entries`);
    }
    return took;
  }

  /** Signs a checkpoint over all. @returns the policy of who trusts it */
  async sign(): Promise<Policy> {
    const signer = await this.#signer();
    const text = formatCheckpoint({ origin: signer.key.name, size: this.size, root: await this.tree().root() });
    this.note = formatNote(text, [await signText(signer, text)]);
    this.write('checkpoint', Buffer.from(this.note));
    return parsePolicy(digest, `log ${formatKey(signer.key)}\nquorum none\n`);
  }

  async #signer(): Promise<NoteSigner> {
    const { privateKey } = this.#keys;
    const publicKey = rawPublicKey(privateKey);
    return {
      key: await noteKey(digest, { name: 'bench.example/log', kind: NOTE_KINDS.note, publicKey }),
      sign: nodeSigner(privateKey),
    };
  }
}

const entryAt = (index: number): Buffer =>
  createHash('sha256')
    .update(`entry ${String(index)}`)
    .digest();

async function showProofs(log: FolderLog, policy: Policy): Promise<void> {
  const [made, verified, bytes]: [number[], number[], number[]] = [[], [], []];
  for (let at = 0; at < PROOFS; at += 1) {
    const index = Math.floor((at * log.size) / PROOFS);
    const began = performance.now();
    const hashes = await log.tree().inclusion(index);
    const proof = formatProof({ index, hashes, checkpoint: log.note });
    const made_ = performance.now();
    await verifyProof(nodeChecks, policy, proof, entryAt(index));
    made.push(made_ - began);
    verified.push(performance.now() - made_);
    bytes.push(Buffer.byteLength(proof));
  }
  const spread = (values: readonly number[]) => `p50 ${ms(median(values))}, p99 ${ms(percentileOf(values, 0.99))}`;
  console.log(`a proof made: ${spread(made)}; verified: ${spread(verified)}; ${String(Math.max(...bytes))} B at most`);
}

/** Verifies one signature again and again: that of a note as long as a checkpoint's. */
async function showSignatures(name: string, { verifyEd25519 }: Checks): Promise<void> {
  const { privateKey }: { readonly privateKey: KeyObject } = generateKeyPairSync('ed25519');
  const message = Buffer.alloc(100, 'a');
  const [publicKey, signature] = [rawPublicKey(privateKey), sign(null, message, privateKey)];
  const began = performance.now();
  let count = 0;
  for (; performance.now() - began < SIGNATURES_MS; count += 1)
    if (!(await verifyEd25519(publicKey, message, signature))) throw new Error('it does not hold');
  console.log(`signatures verified by ${name}: ${((count / (performance.now() - began)) * 1_000).toFixed(0)}/s`);
}

/** Says how long something took, and the most memory that the process had meanwhile. */
async function measured<Result>(what: string, entries: number, work: () => Promise<Result>): Promise<Result> {
  let most = process.memoryUsage.rss();
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(looking);
  most = Math.max(most, process.memoryUsage.rss());
  console.log(
    `${what}: ${seconds.toFixed(2)} s, ${(entries / seconds).toFixed(0)} entries/s, ${(most / 2 ** 20).toFixed(0)} MiB at most`,
  );
  return result;
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;
