import type { Instant, Party, Sha256, Tier } from '@parley/kernel';
import type { DossierBasis } from '../../domain/dossier/basis';
import type { DossierRequest } from '../../domain/dossier/dossier-request';
import type { Forum } from '../../domain/forums/forum-rules';
import type { Attempt } from '../../domain/settlement/attempts';
import type { CaseFile, ToldExhibit } from './case-file';
import type { ToldDocument } from './told-translation';

/** A file of an exhibit that is in the bag. */
export interface IncludedFile {
  /** In the bag, such as `data/exhibits/CHN-1.pdf`. */
  readonly path: string;
  readonly digest: Sha256;
  readonly sha512: string;
  readonly sizeBytes: number;
}

/** An exhibit with those of its files that are in the bag. */
export interface DossierExhibit {
  readonly told: ToldExhibit;
  readonly file?: IncludedFile;
  readonly publicFile?: IncludedFile;
  /** By the number of the translation. */
  readonly translationFiles?: ReadonlyMap<number, IncludedFile>;
}

/** A document that a party wrote in the case, with those of its translations that are in the bag, by their number. */
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

/** Everything that the documents of a dossier are made of, and nothing else: they are a function of it (I-51). */
export interface DossierContext {
  readonly caseId: string;
  readonly n: number;
  readonly edition: string;
  readonly complainant: Party;
  readonly respondent: Party;
  /** Which of the two asked for the dossier: it is about its claims, and the draft is in its words. */
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
  /** The fact of each attempt to settle, up to the request. */
  readonly attempts: readonly Attempt[];
  /** The registry's public keys, as a JWK set's members. */
  readonly keys: readonly object[];
}

/** The configured party of a code. @throws when it is none of the two */
export function partyOf(
  { complainant, respondent }: Pick<DossierContext, 'complainant' | 'respondent'>,
  code: string,
): Party {
  if (code === complainant.code) return complainant;
  if (code === respondent.code) return respondent;
  throw new RangeError(`${code} is not a party of this case`);
}
