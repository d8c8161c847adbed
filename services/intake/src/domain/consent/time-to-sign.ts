import type { Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-state';
import type { NamedTime, RunningDeadline } from '../running-deadline';
import type { Matter } from './proposal';

/** How long a proposal may be signed; to extend a deadline, never longer than that deadline runs (I-20). */
export function timeToSign(id: string, matter: Matter, at: Instant, { running }: FiledCase, clocks: Clocks): RunningDeadline {
  const counted = clocks.start('consent', { event: 'ConsentProposed', at }, id);
  const extended = matter.kind === 'extension' ? running[matter.deadline] : undefined;
  return extended && extended.dueAt < counted.dueAt ? withDeadline(id, at, extended.dueAt) : counted;
}

const withDeadline = (id: string, at: Instant, dueAt: Instant): NamedTime => ({
  id,
  clock: 'consent',
  stage: 'consent',
  rule: 'I-20',
  trigger: { kind: 'act', event: 'ConsentProposed', instant: at },
  dueAt,
  provisional: false,
  arithmetic: {
    en: `It lapses with the deadline that it is to extend, at ${dueAt}.`,
    'zh-Hans': `与拟延长的期限同时失效，即 ${dueAt}。`,
  },
});
