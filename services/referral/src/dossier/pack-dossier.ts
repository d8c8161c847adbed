import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { manifestText, parseManifest, type BlobStore, type StoredBlob } from '@parley/blobs';
import { sha256 } from '@parley/event-store';
import { canonicalJson, type Bilingual, type CaseParties, type Instant, type Sha256 } from '@parley/kernel';
import type { Attempt } from '../settlement/note-screening.rules';
import { bagInfoText, BAGIT_TXT, KEEPER, premisXml, readBytes, zipStream, type ZipEntry } from './bag/bag';
import { filesOf, type DossierContext, type EarlierDossier, type IncludedFile, type Withheld } from './dossier-context';
import { missingSignatures, type Dossier, type DossierBasis } from './dossier.rules';
import type { DossierRequest } from './request-faults.rules';
import { digestsOf } from './recorded-checkpoint';
import { preservationEvents } from './story/deadlines-kept';

/** An exhibit as an input: the digests of its bytes, and its custody record. */
export interface ExhibitInput {
  readonly number: string;
  readonly party: string;
  readonly acceptedAt: Instant;
  readonly files: readonly IncludedFile[];
  readonly custody: readonly {
    readonly at: string;
    readonly from: string;
    readonly to: string;
    readonly purpose: string;
  }[];
}

/**
 * Everything that a dossier was made of. The same inputs give the same files (I-51). The list is in the bag as
 * `data/record/inputs.json`.
 */
export interface DossierInputs {
  readonly edition: string;
  readonly forumRules: string;
  readonly caseId: string;
  readonly n: number;
  readonly parties: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly request: DossierRequest;
  readonly requestedAt: Instant;
  readonly basis: DossierBasis;
  readonly exitNoticeAt: Instant | null;
  readonly keys: readonly object[];
  /** Public events with the digest of their bytes, in the order of their instants in law. */
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly time: Instant;
    readonly digest: Sha256;
  }[];
  readonly exhibits: readonly ExhibitInput[];
  readonly withheld: readonly Withheld[];
  readonly earlier: readonly EarlierDossier[];
  /** Translations of what the parties wrote, by document id; left out when there are none. */
  readonly documents?: readonly { readonly id: string; readonly files: readonly IncludedFile[] }[];
  /** The party that asked for it, if that is not the complainant. */
  readonly applicant?: string;
  /** Left out when nobody tried to settle. */
  readonly attempts?: readonly Attempt[];
  /** The checkpoint of the log and its policy; `null` where none was had in time, left out in the first edition. */
  readonly log?: { readonly checkpoint: Sha256; readonly policy: Sha256 } | null;
}

export function inputsOf(context: DossierContext): DossierInputs {
  const {
    edition,
    forumRules,
    caseId,
    n,
    complainant,
    respondent,
    request,
    requestedAt,
    basis,
    exitNoticeAt,
    keys,
    file,
    exhibits,
    documents,
    withheld,
    earlier,
    attempts,
    checkpoint,
  } = context;
  return {
    edition,
    forumRules,
    caseId,
    n,
    parties: [complainant, respondent].map(({ code, name }) => ({ code, name })),
    request,
    requestedAt,
    basis,
    exitNoticeAt: exitNoticeAt ?? null,
    keys,
    events: file.events.map(({ id, type, time, data }) => ({ id, type, time, digest: sha256(data) })),
    exhibits: exhibits.map((exhibit) => ({
      number: exhibit.told.accepted.exhibitNumber,
      party: exhibit.told.accepted.party,
      acceptedAt: exhibit.told.accepted.acceptedAt as Instant,
      files: filesOf(exhibit),
      custody: exhibit.told.custody.map(({ at, from, to, purpose }) => ({ at, from, to, purpose })),
    })),
    withheld,
    earlier,
    ...(documents.length === 0
      ? {}
      : {
          documents: documents.map(({ told, translationFiles }) => ({
            id: told.id,
            files: [...translationFiles.values()],
          })),
        }),
    ...(context.applicant === complainant ? {} : { applicant: context.applicant.code }),
    ...(attempts.length === 0 ? {} : { attempts }),
    ...(checkpoint === undefined ? {} : { log: checkpoint && digestsOf(checkpoint) }),
  };
}

const encoder = new TextEncoder();

/** The bytes of a JSON file of the bag. They are canonical, so that equal content has equal bytes. */
export const jsonBytes = (content: unknown): Uint8Array => encoder.encode(`${canonicalJson(content)}\n`);

export const textBytes = (text: string): Uint8Array => encoder.encode(text);

/** A dossier that may go out, because both signed or the time is up. */
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
 * Packs an assembled dossier and its signatures into a .zip, as a BagIt 1.0 bag (RFC 8493), in constant memory, and
 * stores it. The same dossier gives the same bytes in any process (I-51).
 * @throws Error when the dossier is not assembled, or bytes that it names are missing or do not match
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

/** A file is opened twice: now for its size, which the archive needs first, and again when its turn comes. */
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

/** Who signed the manifest, and who did not (I-04). A signature on an earlier manifest does not count. */
const signatureRecord = ({ signatures, end }: ClosedDossier, digest: Sha256, missing: readonly string[]) => ({
  signedFile: 'manifest-sha256.txt',
  sha256: digest,
  closedAt: end.at,
  closedBy: end.by,
  signatures: signatures.filter((signature) => signature.digest === digest),
  missing,
});
