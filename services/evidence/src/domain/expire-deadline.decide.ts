import { accept, type Decision } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import type { KnownCase } from './evidence-state';
import { loanDeadline } from './loans/loan';
import type { LoanDecisionLapsed } from './loans/loan-events';
import { loanNotDecided } from './loans/sign-loan.decide';
import { readersDeadline } from './readers/readers-deadline';
import type { ReadersDecisionLapsed } from './readers/readers-events';
import { readersStay } from './readers/sign-readers-decision.decide';
import { languagesInto, originalsOf } from './translation/original';
import { translationDeadline } from './translation/translation-deadline';
import type { TranslationMissing } from './translation/translation-events';

/** What silence does, as of the expiry; a deadline that no longer runs changes nothing (I-18). */
export function expireDeadline(
  deadlineId: string,
  state: KnownCase,
): Decision<TranslationMissing | ReadersDecisionLapsed | LoanDecisionLapsed> {
  const deadline = state.running[deadlineId];
  if (!deadline || standsStill(deadline, state)) return accept();
  for (const exhibit of state.exhibits.values()) {
    if (readersDeadline(exhibit.number) === deadlineId) return readersStay(exhibit, deadline.dueAt, state);
    const loan = exhibit.loans.find(
      ({ to, decision }) => decision && loanDeadline(exhibit.number, to.assignment) === deadlineId,
    );
    if (loan) return loanNotDecided(exhibit, loan, deadline.dueAt, state);
  }
  for (const original of originalsOf(state)) {
    const { number, tier } = original;
    const language = languagesInto(original).find((each) => translationDeadline(original, each) === deadlineId);
    if (language === undefined) continue;
    const data = { number, language, opens: [], closes: [deadlineId] };
    return accept({ type: 'TranslationMissing', occurredAt: deadline.dueAt, rule: deadline.rule, tier, data });
  }
  return accept();
}

/** It had not ended when the screening was suspended, and is only to be stopped yet. */
const standsStill = ({ dueAt }: Pick<RunningDeadline, 'dueAt'>, { suspendedAt }: KnownCase): boolean =>
  suspendedAt !== null && dueAt > suspendedAt;
