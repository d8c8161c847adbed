import { sha256 } from '@parley/event-store';
import { canonicalJson, type Bilingual, type Instant, type Sha256 } from '@parley/kernel';
import type { DossierRequest } from '../../domain/dossier/dossier-request';
import type { DossierBasis } from '../../domain/dossier/basis';
import type { Attempt } from '../../domain/settlement/attempts';
import { filesOf, type DossierContext, type IncludedFile, type Withheld } from './dossier-context';

/** An exhibit as an input: its bytes by their digests, and the custody record that goes with them. */
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
 * Everything that a dossier was made of: the same inputs give the same files (I-51). It is in the bag as
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
  /** Translations of what the parties wrote, by its id; left out where there are none. */
  readonly documents?: readonly { readonly id: string; readonly files: readonly IncludedFile[] }[];
  /** Who asked for it, where it is not the complainant. */
  readonly applicant?: string;
  /** Left out where nobody tried to settle. */
  readonly attempts?: readonly Attempt[];
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
    attempts,
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
  };
}

const encoder = new TextEncoder();

/** The bytes of a JSON file of the bag: canonical, so that equal content has equal bytes. */
export const jsonBytes = (content: unknown): Uint8Array => encoder.encode(`${canonicalJson(content)}\n`);

export const textBytes = (text: string): Uint8Array => encoder.encode(text);
