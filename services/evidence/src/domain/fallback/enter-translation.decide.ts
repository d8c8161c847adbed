import { refuse, type Decision, type Language } from '@parley/kernel';
import { enterLate, entryOf, within, type RunningDeadline } from '@parley/procedure';
import type { KnownCase } from '../evidence-state';
import type { EvidenceEvent } from '../exhibit-events';
import { refusals } from '../refusals';
import { fileTranslation } from '../translation/file-translation.decide';
import { originalIn, type Original } from '../translation/original';
import { unknownOriginal } from '../translation/original-refusals';
import { translationDeadline } from '../translation/translation-deadline';
import type { EnterTranslation } from './fallback-commands';
import { withOriginal } from './with-original';

/**
 * I-19: that a translation was handed in in time is proved only later. It was not missing then, and is not late; no
 * clock had waited for it.
 */
export function enterTranslation(command: EnterTranslation, state: KnownCase): Decision<EvidenceEvent> {
  const { act, cameAt } = command;
  const entry = entryOf(command, 'translation');
  if ('kind' in entry) return entry;
  const original = originalIn(state, act);
  if (!original) return refuse(unknownOriginal(act));
  const { number, language } = act;
  const { running, lapsed } = state;
  return enterLate<KnownCase, RunningDeadline, EvidenceEvent>(
    entry,
    { ids: [translationDeadline(original, language)], running, lapsed },
    state,
    {
      undo: (clock) => ({
        ...withOriginal(state, awaited(original, language)),
        running: { ...running, [clock.id]: clock },
      }),
      decide(before) {
        const decision = within('/translation', fileTranslation(act, before));
        return decision.kind === 'accepted' && decision.events.length === 0
          ? refuse(refusals.translationUploadUsed, '/translation/uploadId')
          : decision;
      },
      setAside: (said) => [
        {
          type: 'DefaultSetAside',
          occurredAt: cameAt,
          rule: 'I-19',
          tier: original.tier,
          data: { ...said, number, language, opens: [], closes: [] },
        },
      ],
    },
  );
}

/** As it was before a translation was missing. */
export const awaited = <Of extends Original>(original: Of, language: Language): Of => ({
  ...original,
  translationsMissing: original.translationsMissing.filter((each) => each !== language),
});
