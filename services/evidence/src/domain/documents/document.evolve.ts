import type { OwnEvidence } from '../evidence-state';
import type { CaseDocument, DocumentTier } from './document';
import type { DocumentNoted } from './document-events';

/** The documents of a case after one more was noted. */
export function evolveDocuments(
  state: OwnEvidence,
  { occurredAt, tier, data: { number, kind, party, into } }: DocumentNoted,
): OwnEvidence {
  const noted = {
    number,
    kind,
    party,
    into,
    tier: tier as DocumentTier,
    servedAt: occurredAt,
    translationsMissing: [],
    translations: [],
    damage: {},
  };
  return withDocument(state, noted);
}

export const withDocument = (state: OwnEvidence, document: CaseDocument): OwnEvidence => ({
  ...state,
  documents: new Map(state.documents).set(document.number, document),
});
