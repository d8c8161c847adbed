import type { Instant, PartyCode, Sha256 } from '@parley/kernel';
import type { CoHeadSignature, RunningDeadline } from '@parley/procedure';
import type { DossierBasis } from './basis';
import type { DossierRequest } from './dossier-request';

/** What was put together, by digests: the same inputs give the same ones again (I-51). */
export interface Assembly {
  /** Edition of the documents' templates. */
  readonly edition: string;
  readonly basis: DossierBasis;
  /**
   * SHA-256 of the bag's `manifest-sha256.txt`, which names every file by its digest. This is what the co-heads sign.
   */
  readonly digest: Sha256;
  /** SHA-256 of the bag's `manifest-sha512.txt`. */
  readonly manifest512: Sha256;
  /** SHA-256 of the list of all inputs with their digests, which is in the bag too. */
  readonly inputs: Sha256;
  readonly files: number;
  /** Bytes of all files together. */
  readonly octets: number;
  /** How many things are withheld; the bag lists them. */
  readonly withheld: number;
}

/** An assembly with the instant at which it was put together. */
export type RecordedAssembly = Assembly & { readonly at: Instant };

/** Through what a dossier may go out: both signatures, or the end of their time (I-04). */
export type SigningEnd =
  | { readonly by: 'both-signatures'; readonly at: Instant; readonly missing: readonly [] }
  | { readonly by: 'default'; readonly at: Instant; readonly missing: readonly PartyCode[] };

interface DossierFile {
  /** 1, 2, 3 … in its case, whoever asked for it. */
  readonly n: number;
  /** The party that asked for it: it is about its claims, and it hands it to the forum. */
  readonly party: PartyCode;
  readonly forumRules: string;
  readonly request: DossierRequest;
  /** The basis on which it was asked for. */
  readonly basis: DossierBasis;
  readonly requestedAt: Instant;
  /** When it goes out whoever has signed; kept after it stops running. */
  readonly deadline: RunningDeadline;
  readonly signatures: readonly (CoHeadSignature & { readonly jws?: string })[];
}

/** `signing` until both signed or the time is up, `closed` until it is packed, `issued` from then on. */
export type Dossier =
  | (DossierFile & { readonly status: 'signing'; readonly assembly?: RecordedAssembly })
  | (DossierFile & { readonly status: 'closed'; readonly assembly?: RecordedAssembly; readonly end: SigningEnd })
  | (DossierFile & {
      readonly status: 'issued';
      readonly assembly: RecordedAssembly;
      readonly end: SigningEnd;
      readonly issuedAt: Instant;
      /** SHA-256 of the packed bag. */
      readonly packed: Sha256;
      readonly sizeBytes: number;
    });
