import type { Instant, PartyCode } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-state';
import type { Awaits, NamedTime, RunningDeadline } from '../running-deadline';
import { otherParty } from '../consultations/in-consultations';
import type { Matter, Signatories } from './proposal';

/** Who is to sign: the other of the two who must. */
export const awaitedToSign = (signatories: Signatories, proposedBy: PartyCode, state: FiledCase): Awaits =>
  signatories === 'coheads' ? 'coheads' : `party:${otherParty(state, proposedBy)}`;

/**
 * How long a proposal may be signed, and by whom; to extend a deadline, never longer than that deadline runs (I-20).
 */
export function timeToSign(
  id: string,
  matter: Matter,
  awaits: Awaits,
  at: Instant,
  { running }: FiledCase,
  clocks: Clocks,
): RunningDeadline {
  const counted = { ...clocks.start('consent', { event: 'ConsentProposed', at }, id), awaits };
  const extended = matter.kind === 'extension' ? running[matter.deadline] : undefined;
  return extended && extended.dueAt < counted.dueAt ? withDeadline(id, awaits, at, extended.dueAt) : counted;
}

const withDeadline = (id: string, awaits: Awaits, at: Instant, dueAt: Instant): NamedTime => ({
  id,
  awaits,
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
