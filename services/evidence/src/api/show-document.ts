import type { CommandOutcome } from '@parley/event-store';
import { respond, type Answer } from '@parley/http';
import type { RunningDeadline } from '@parley/procedure';
import type { CaseDocument } from '../domain/documents/document';
import type { EvidenceState } from '../domain/evidence-state';
import type { DocumentShown } from './documents.response';
import { showTranslation, showTranslationsDue } from './show-translations';

export const showDocument = (
  document: CaseDocument,
  running: Readonly<Record<string, RunningDeadline>>,
): DocumentShown => ({
  id: document.number,
  kind: document.kind,
  party: document.party,
  tier: document.tier,
  servedAt: document.servedAt,
  translationsDue: showTranslationsDue(document, running),
  translations: document.translations.map(showTranslation),
  damage: Object.values(document.damage).map(({ copy, at }) => ({ copy, at })),
});

/** The document after an act on its translations. Only desks act on them, and they read it whole. */
export const answerWithDocument = (outcome: CommandOutcome<EvidenceState>, id: string): Answer<DocumentShown> =>
  respond(outcome, ({ state }) => {
    const document = state.status === 'unknown' ? undefined : state.documents.get(id);
    if (state.status === 'unknown' || !document) throw new TypeError(`document ${id} is gone after an act on it`);
    return showDocument(document, state.running);
  });
