import { refuse, type Bilingual, type Instant, type RefusalReason } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import { clockRule, type RuleSet } from '../rule-sets/rule-set';
import { changeDeadline, extendedBy } from './change-deadline';
import type { Deadline } from './deadline';

export const extensionRefusals = {
  expired: {
    code: 'extension-after-expiry',
    rule: 'I-20',
    en: 'A deadline is extended only before it expires.',
    'zh-Hans': '期限只能在届满之前延长。',
  },
  notExtendable: {
    code: 'clock-not-extendable',
    rule: 'I-20',
    en: 'This clock cannot be extended.',
    'zh-Hans': '此期限不得延长。',
  },
  tooMuch: {
    code: 'extension-too-long',
    rule: 'I-20',
    en: 'The extension exceeds what the rules allow for this clock.',
    'zh-Hans': '延长超出规则对此期限所允许的范围。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * I-20: extends a running deadline within the clock's maximum. The clock's `extension.by` says whose consent this
 * needs; the caller establishes it.
 * @param by whole number above 0, in the deadline's unit
 */
export function extendDeadline<Running extends Deadline>(
  running: Running,
  by: number,
  made: { readonly at: Instant; readonly reason: Bilingual },
  ruleSet: RuleSet,
  calendar: JointCalendar,
) {
  const { extension } = clockRule(ruleSet, running.clock, running.track);
  if (extension === null) return refuse(extensionRefusals.notExtendable);
  if (made.at >= running.dueAt) return refuse(extensionRefusals.expired);
  const times = running.changes.filter((change) => change.kind === 'extension').length;
  const allowed =
    Number.isInteger(by) && by > 0 && times < extension.times && extendedBy(running) + by <= extension.atMost;
  if (!allowed) return refuse(extensionRefusals.tooMuch);
  return changeDeadline(running, { kind: 'extension', by }, made, ruleSet, calendar);
}
