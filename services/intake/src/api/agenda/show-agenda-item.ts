import type { RuleSet } from '@parley/procedure';
import { explainDeadline } from './explained-deadline';
import type { AgendaItem } from '../../projections/agenda';
import type { AgendaItemShown } from './agenda.response';

/** What is shown of a deadline, as plain data. */
export type ShownItem = Pick<AgendaItemShown, keyof AgendaItemShown>;

/** A deadline as its readers see it, with all that they may ask of it. */
export function showAgendaItem(item: AgendaItem, ruleSetOf: (version: string) => RuleSet): ShownItem {
  const { caseId, link, docketNumber, subject, context, awaited, deadline } = item;
  const { what, firstDueAt, changes, dueAt, provisional, arithmetic, onSilence } = explainDeadline(deadline, ruleSetOf);
  return {
    case: caseId,
    link,
    docketNumber,
    subject: [...subject],
    context,
    deadline: deadline.id,
    clock: deadline.clock,
    stage: deadline.stage,
    rule: deadline.rule,
    what,
    awaited,
    firstDueAt,
    changes,
    dueAt,
    provisional,
    arithmetic,
    onSilence,
    record: deadline,
  };
}
