import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { BlobStore, StoredBlob } from '@parley/blobs';
import { sha256 } from '@parley/event-store';
import type { CaseParties, Sha256 } from '@parley/kernel';
import type { Dossier } from '../domain/dossier/dossier';
import { missingSignatures } from '../domain/dossier/missing-signatures';
import { BAGIT_TXT, bagInfoText, manifestText, parseManifest } from './bag/bag-text';
import { KEEPER } from './bag/keeper';
import { premisXml } from './bag/premis';
import { readBytes } from './bag/read-bytes';
import { zipStream, type ZipEntry } from './bag/zip-stream';
import { jsonBytes, textBytes, type DossierInputs } from './dossier/dossier-inputs';
import { preservationEvents } from './dossier/preservation-events';

/** A dossier that may go out: signed by both, or its time is up. */
export type ClosedDossier = Exclude<Dossier, { status: 'signing' }>;

export interface PackingOrder {
  readonly caseId: string;
  readonly docketNumber: string;
  readonly parties: CaseParties;
  readonly dossier: ClosedDossier;
}

/** Name of the bag's base folder, and of its .zip. */
export const bagName = (docketNumber: string, n: number): string => `${docketNumber}-dossier-${String(n)}`;

/**
 * Packs an assembled dossier with its signatures as a BagIt 1.0 bag (RFC 8493) into a .zip, in constant memory, and
 * stores it. The same dossier gives the same bytes in any process (I-51).
 * @throws when the dossier is not assembled, or bytes that it names are missing or do not match
 */
export async function packDossier(blobs: BlobStore, order: PackingOrder): Promise<StoredBlob> {
  const { dossier, docketNumber } = order;
  const tags = await tagFiles(blobs, order);
  const base = bagName(docketNumber, dossier.n);
  const entries: ZipEntry[] = tags.map(([path, bytes]) => ({
    path: `${base}/${path}`,
    sizeBytes: bytes.byteLength,
    open: () => Promise.resolve(Readable.from([bytes])),
  }));
  for (const { path, digest } of parseManifest(textOf(tags, 'manifest-sha256.txt'))) {
    entries.push(await payloadEntry(blobs, `${base}/${path}`, digest as Sha256));
  }
  const result = await blobs.put(zipStream(entries, dossier.end.at), {
    limitBytes: Number.MAX_SAFE_INTEGER,
    keeper: KEEPER,
  });
  if (result.kind !== 'stored') throw new Error(`a dossier could not be stored: ${result.kind}`);
  return result.blob;
}

/** Opened twice: now for its size, which the archive wants first, and again when its turn comes. */
async function payloadEntry(blobs: BlobStore, path: string, digest: Sha256): Promise<ZipEntry> {
  const open = async () => {
    const blob = await blobs.open(digest);
    if (!blob) throw new Error(`no bytes with digest ${digest}`);
    return blob;
  };
  const { sizeBytes, bytes } = await open();
  bytes.destroy();
  return { path, sizeBytes, open: async () => (await open()).bytes };
}

type TagFile = readonly [path: string, bytes: Uint8Array];

async function tagFiles(
  blobs: BlobStore,
  { caseId, docketNumber, parties, dossier }: PackingOrder,
): Promise<readonly TagFile[]> {
  const { assembly, end, n, request } = dossier;
  if (!assembly) throw new Error(`dossier ${String(n)} is not assembled`);
  const manifest = await readBytes(blobs, assembly.digest);
  const inputs = JSON.parse((await readBytes(blobs, assembly.inputs)).toString('utf8')) as DossierInputs;
  const events = preservationEvents(inputs, dossier, assembly);
  const info = {
    docketNumber,
    caseId,
    description: `Dossier ${String(n)} for ${request.forum} in case ${docketNumber}, on the basis: ${assembly.basis}`,
    issuedAt: end.at,
    octets: assembly.octets,
    files: assembly.files,
    edition: assembly.edition,
  };
  const tags: TagFile[] = [
    ['bagit.txt', textBytes(BAGIT_TXT)],
    ['bag-info.txt', textBytes(bagInfoText(info))],
    ['manifest-sha256.txt', manifest],
    ['manifest-sha512.txt', await readBytes(blobs, assembly.manifest512)],
    ['preservation/events.json', jsonBytes(events)],
    ['preservation/premis.xml', textBytes(premisXml(events))],
    ['signatures.json', jsonBytes(signatureRecord(dossier, assembly.digest, missingSignatures(dossier, parties)))],
  ];
  const tagManifest = (hash: (bytes: Uint8Array) => string) =>
    textBytes(manifestText(tags.map(([path, bytes]) => ({ path, digest: hash(bytes) }))));
  return [
    ...tags,
    ['tagmanifest-sha256.txt', tagManifest(sha256)],
    ['tagmanifest-sha512.txt', tagManifest((bytes) => createHash('sha512').update(bytes).digest('hex'))],
  ];
}

const textOf = (tags: readonly TagFile[], name: string): string =>
  Buffer.from(tags.find(([path]) => path === name)?.[1] ?? []).toString('utf8');

/** Who signed the manifest, and who did not (I-04). A signature over an earlier manifest is not one over this. */
const signatureRecord = ({ signatures, end }: ClosedDossier, digest: Sha256, missing: readonly string[]) => ({
  signedFile: 'manifest-sha256.txt',
  sha256: digest,
  closedAt: end.at,
  closedBy: end.by,
  signatures: signatures.filter((signature) => signature.digest === digest),
  missing,
});
