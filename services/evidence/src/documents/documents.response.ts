import { ApiSchema } from '@nestjs/swagger';
import type { CommandOutcome } from '@parley/event-store';
import { respond, Shown, type Answer } from '@parley/http';
import type { RunningDeadline } from '@parley/procedure';
import type { EvidenceState } from '../casefile/casefile.rules';
import { DamageShown } from '../exhibits/exhibits.response';
import {
  showTranslation,
  showTranslationsDue,
  TranslationDueShown,
  TranslationShown,
} from '../translations/translations.response';
import { DOCUMENT_KINDS, type CaseDocument } from './documents.rules';

@ApiSchema({
  description:
    'What a party wrote in one language, with its translations. Its text is read at the place where it was served.',
})
export class DocumentShown {
  @Shown({
    meaning: 'Id of the document within the case, such as `grievance`, `reply` or `letter:US:1`.',
    example: 'reply',
    max: 100,
  })
  readonly id: string;

  @Shown({ meaning: 'What it is.', values: DOCUMENT_KINDS, example: 'reply' })
  readonly kind: string;

  @Shown({ meaning: 'Party that wrote it, and that translates it.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Who may read it, and its translations.', values: ['PARTIES', 'PANEL'], example: 'PANEL' })
  readonly tier: string;

  @Shown({
    meaning: 'When it was served (UTC): translations are due from then on, and clocks run from the original.',
    format: 'date-time',
  })
  readonly servedAt: string;

  @Shown({
    meaning: 'Languages into which a translation is due, or was: those in which some part of it is not written.',
    type: () => TranslationDueShown,
    list: true,
  })
  readonly translationsDue: readonly TranslationDueShown[];

  @Shown({ meaning: 'Translations in the order of filing.', type: () => TranslationShown, list: true })
  readonly translations: readonly TranslationShown[];

  @Shown({
    meaning: 'Translations whose stored bytes were found not to be what they were; they are not handed out (I-33).',
    type: () => DamageShown,
    list: true,
  })
  readonly damage: readonly DamageShown[];
}

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
