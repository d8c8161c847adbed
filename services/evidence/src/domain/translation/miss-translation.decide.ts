import { accept, type Decision } from '@parley/kernel';
import type { KnownCase } from '../evidence-state';
import { languagesDue } from './languages-due';
import { translationDeadline } from './translation-deadline';
import type { TranslationMissing } from './translation-events';

/** What silence does: the missing translation is a fact, as of the expiry, and the screening goes on. */
export function missTranslation(deadlineId: string, state: KnownCase): Decision<TranslationMissing> {
  const deadline = state.running[deadlineId];
  if (!deadline) return accept();
  for (const { number, tier, writtenIn } of state.exhibits.values()) {
    const language = languagesDue(writtenIn).find((each) => translationDeadline(number, each) === deadlineId);
    if (language === undefined) continue;
    const data = { number, language, opens: [], closes: [deadlineId] };
    return accept({ type: 'TranslationMissing', occurredAt: deadline.dueAt, rule: deadline.rule, tier, data });
  }
  return accept();
}
