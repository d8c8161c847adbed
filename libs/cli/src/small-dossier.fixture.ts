import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { manifestText } from '@parley/blobs';
import { canonicalJson } from '@parley/kernel';
import { ZipFile } from 'yazl';
import { registryOf } from './small-record.fixture';
import type { Bag } from './sources/bag';

export type Files = Readonly<Record<string, string>>;

const hashOf = (kind: string, text: string): string => createHash(kind).update(text).digest('hex');
const sum = (text: string): string => hashOf('sha256', text);
const json = (value: unknown): string => `${canonicalJson(value)}\n`;

const REGISTRY = registryOf('registry');
export const KEYS = json({ keys: [REGISTRY.jwk] });
const EVENT = { id: 'e-1', type: 'CaseRegistered', time: '2025-02-05T08:00:00.000Z' };
const RECEIPT = { receipt: 'r-1', case: 'c-1', receivedAt: EVENT.time, digest: sum('grievance') };
const DATA = 'what was told';

/** What a dossier is about: an event, an exhibit, a receipt. */
export const CONTENT: Files = {
  'data/documents/11-verification.json': json({
    receipt: { number: 'r-1', digest: RECEIPT.digest, jws: REGISTRY.sign(RECEIPT) },
  }),
  'data/exhibits/CHN-1.txt': 'a schedule',
  'data/record/events.jsonl': json({
    ...EVENT,
    data_base64: Buffer.from(DATA).toString('base64'),
    sha256: sum(DATA),
  }),
  'data/record/inputs.json': json({
    events: [{ ...EVENT, digest: sum(DATA) }],
    exhibits: [{ number: 'CHN-1', files: [{ digest: sum('a schedule') }] }],
  }),
  'data/verification/registry-keys.json': KEYS,
};

/**
 * A dossier of some content, with manifests that name all of it.
 * @param signed digest that the co-head of one side signed; that of the manifest when left out
 */
export function dossierOf(content: Files, signed?: string): Files {
  const named = (files: Files, kind: string): string =>
    manifestText(Object.entries(files).map(([file, text]) => ({ path: file, digest: hashOf(kind, text) })));
  const manifest = named(content, 'sha256');
  const digest = signed ?? sum(manifest);
  const tags = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'manifest-sha256.txt': manifest,
    'manifest-sha512.txt': named(content, 'sha512'),
    'signatures.json': json({
      ...{ signedFile: 'manifest-sha256.txt', sha256: digest, missing: ['US'] },
      signatures: [{ party: 'CN', digest, receivedAt: EVENT.time }],
    }),
  };
  return {
    ...content,
    ...tags,
    'tagmanifest-sha256.txt': named(tags, 'sha256'),
    'tagmanifest-sha512.txt': named(tags, 'sha512'),
  };
}

/** A bag of files in memory. */
export const bagOf = (files: ReadonlyMap<string, Uint8Array>): Bag => ({
  paths: [...files.keys()],
  open: (file) => Promise.resolve(Readable.from([Buffer.from(files.get(file) ?? '')])),
  close: () => undefined,
});

export function writeFolder(folder: string, files: Files): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** Files as the entries of a .zip, by their whole paths in it, as a dossier is packed: nothing is compressed. */
export async function zipOf(files: Files): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [file, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), file, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
}

/** Writes files as entries of a .zip. */
export async function writeZip(place: string, files: Files): Promise<string> {
  writeFileSync(place, await zipOf(files));
  return place;
}
