import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BlobCorruptedError, type BlobStore } from '@parley/blobs';
import type { DossierCheckpoint } from '@parley/contracts';
import type { Instant, Party, PartyCode, Sha256, Tier } from '@parley/kernel';
import { countProofFailure } from '@parley/metrics';
import type { Forum } from '../forums/forums.rules';
import type { Attempt } from '../settlement/note-screening.rules';
import type { CaseFile, ToldExhibit } from './case-file';
import type { DossierBasis } from './dossier.rules';
import type { DossierRequest } from './request-faults.rules';
import type { ToldDocument } from './story/told-translation';

/** Keeps only the number and the ending, because a party could choose any name. */
function pathName(exhibitNumber: string, fileName: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? 'bin';
  return `${exhibitNumber.replace(/[^A-Za-z0-9-]/g, '_')}.${ending}`;
}

/** Reads bytes once, in constant memory, to check them and to compute their SHA-512. */
async function digestsOf(
  blobs: BlobStore,
  digest: Sha256,
): Promise<Omit<IncludedFile, 'path'> | 'bytes-missing' | 'bytes-do-not-match'> {
  const blob = await blobs.open(digest);
  if (!blob) return 'bytes-missing';
  const sha512 = createHash('sha512');
  const digesting = new Writable({
    write(chunk: Buffer, _encoding, done) {
      sha512.update(chunk);
      done();
    },
  });
  try {
    await pipeline(blob.bytes, digesting);
  } catch (error) {
    if (error instanceof BlobCorruptedError) return 'bytes-do-not-match';
    throw error;
  }
  return { digest, sha512: sha512.digest('hex'), sizeBytes: blob.sizeBytes };
}

/** A file of an exhibit that is in the bag. */
export interface IncludedFile {
  /** Path in the bag, such as `data/exhibits/CHN-1.pdf`. */
  readonly path: string;
  readonly digest: Sha256;
  readonly sha512: string;
  readonly sizeBytes: number;
}

/** An exhibit, with its files in the bag. */
export interface DossierExhibit {
  readonly told: ToldExhibit;
  readonly file?: IncludedFile;
  readonly publicFile?: IncludedFile;
  /** By the number of the translation. */
  readonly translationFiles?: ReadonlyMap<number, IncludedFile>;
}

/** A document that a party wrote in the case, with the translations of it in the bag, by number. */
export interface DossierDocument {
  readonly told: ToldDocument;
  readonly translationFiles: ReadonlyMap<number, IncludedFile>;
}

/** Every file of an exhibit that is in the bag. */
export const filesOf = ({ file, publicFile, translationFiles }: DossierExhibit): readonly IncludedFile[] => [
  ...(file ? [file] : []),
  ...(publicFile ? [publicFile] : []),
  ...(translationFiles?.values() ?? []),
];

/** Something that is not in the dossier, and why (I-50). */
export interface Withheld {
  readonly what: string;
  readonly at: Instant;
  readonly tier: Tier;
  readonly reason: 'not-readable-by-the-recipient' | 'bytes-missing' | 'bytes-do-not-match';
}

/** A dossier that went out in the same case before. */
export interface EarlierDossier {
  readonly n: number;
  readonly party: PartyCode;
  readonly forum: string;
  readonly issuedAt: Instant;
  /** SHA-256 of the packed bag. */
  readonly packed: Sha256;
}

/**
 * Everything that the documents of a dossier are made of, and nothing else, so that they depend on this alone (I-51).
 */
export interface DossierContext {
  readonly caseId: string;
  readonly n: number;
  readonly edition: string;
  readonly complainant: Party;
  readonly respondent: Party;
  /** The party that asked for the dossier. The dossier is about its claims, and the draft is in its words. */
  readonly applicant: Party;
  readonly request: DossierRequest;
  readonly requestedAt: Instant;
  readonly basis: DossierBasis;
  readonly exitNoticeAt?: Instant;
  readonly forumRules: string;
  readonly forum: Forum;
  readonly file: CaseFile;
  readonly exhibits: readonly DossierExhibit[];
  readonly documents: readonly DossierDocument[];
  readonly withheld: readonly Withheld[];
  /** Those that had gone out before this one was asked for, of either party. */
  readonly earlier: readonly EarlierDossier[];
  /** The fact of each attempt to settle before the request. */
  readonly attempts: readonly Attempt[];
  /** The registry's public keys, as a JWK set's members. */
  readonly keys: readonly object[];
  /** The checkpoint of the log; `null` where none was had in time, left out in the first edition. */
  readonly checkpoint?: DossierCheckpoint | null;
}

/** The configured party with a code. @throws RangeError when it is neither of the two */
export function partyOf(
  { complainant, respondent }: Pick<DossierContext, 'complainant' | 'respondent'>,
  code: string,
): Party {
  if (code === complainant.code) return complainant;
  if (code === respondent.code) return respondent;
  throw new RangeError(`${code} is not a party of this case`);
}

export interface IncludedDocuments {
  readonly documents: readonly DossierDocument[];
  readonly withheld: readonly Withheld[];
}

/**
 * Takes the translations of what the parties wrote. A translation whose bytes are missing or do not match is left out,
 * and the index says so (I-33).
 */
export async function includeDocuments(blobs: BlobStore, told: readonly ToldDocument[]): Promise<IncludedDocuments> {
  const documents: DossierDocument[] = [];
  const withheld: Withheld[] = [];
  for (const document of told) {
    const translationFiles = new Map<number, IncludedFile>();
    for (const { filed } of document.translations) {
      const found = await digestsOf(blobs, filed.digest as Sha256);
      if (typeof found !== 'string') {
        translationFiles.set(filed.n, {
          ...found,
          path: `data/translations/${pathName(`${document.id}-${String(filed.n)}`, filed.fileName)}`,
        });
        continue;
      }
      countProofFailure('exhibit');
      withheld.push({
        what: `translation ${String(filed.n)} of ${document.id}`,
        at: filed.filedAt as Instant,
        tier: 'PARTIES',
        reason: found,
      });
    }
    documents.push({ told: document, translationFiles });
  }
  return { documents, withheld };
}

export interface IncludedExhibits {
  readonly exhibits: readonly DossierExhibit[];
  readonly withheld: readonly Withheld[];
}

/**
 * Reads every exhibit once, in constant memory, to check its bytes and to compute their SHA-512. Bytes that are missing
 * or do not match block the use of that exhibit only (I-33). The index of what is withheld says so.
 */
export async function includeExhibits(blobs: BlobStore, told: readonly ToldExhibit[]): Promise<IncludedExhibits> {
  const exhibits: DossierExhibit[] = [];
  const withheld: Withheld[] = [];
  for (const exhibit of told) {
    const { exhibitNumber, fileName, digest, tier, acceptedAt } = exhibit.accepted;
    const take = async (name: string, of: string, what: string, readers: Tier): Promise<IncludedFile | undefined> => {
      const found = await digestsOf(blobs, of as Sha256);
      if (typeof found !== 'string') return { ...found, path: `data/exhibits/${name}` };
      countProofFailure('exhibit');
      withheld.push({ what, at: acceptedAt as Instant, tier: readers, reason: found });
      return undefined;
    };
    if (exhibit.goneAt !== undefined) {
      // The tombstone stays in the list. Nobody may read the exhibit's bytes or its public version any more (I-42).
      withheld.push({
        what: `exhibit ${exhibitNumber}`,
        at: exhibit.goneAt as Instant,
        tier: tier as Tier,
        reason: 'not-readable-by-the-recipient',
      });
      exhibits.push({ told: exhibit });
      continue;
    }
    const { publicVersion } = exhibit;
    const file = await take(pathName(exhibitNumber, fileName), digest, `exhibit ${exhibitNumber}`, tier as Tier);
    const publicFile =
      publicVersion &&
      (await take(
        pathName(`${exhibitNumber}-public`, publicVersion.fileName),
        publicVersion.digest,
        `public version of exhibit ${exhibitNumber}`,
        'PUBLIC',
      ));
    const translationFiles = new Map<number, IncludedFile>();
    for (const { filed } of exhibit.translations) {
      const name = pathName(`${exhibitNumber}-translation-${String(filed.n)}`, filed.fileName);
      const translation = await take(
        name,
        filed.digest,
        `translation ${String(filed.n)} of exhibit ${exhibitNumber}`,
        tier as Tier,
      );
      if (translation) translationFiles.set(filed.n, translation);
    }
    exhibits.push({
      told: exhibit,
      ...(translationFiles.size > 0 ? { translationFiles } : {}),
      ...(file ? { file } : {}),
      ...(publicFile ? { publicFile } : {}),
    });
  }
  return { exhibits, withheld };
}
