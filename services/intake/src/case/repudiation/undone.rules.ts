import type { Instant } from '@parley/kernel';
import { leastAfterRepudiation, type Clocks, type Repudiated } from '@parley/procedure';
import type { FiledCase, SuspendedCase } from '../case-commands.rules';
import { isCounted, type NamedTime } from '../common-refusals.rules';
import type { Matter } from '../consent/proposal.rules';
import { SUSPENSION_END } from '../suspension/suspension.rules';

const REASON = {
  en: 'The consent to the extension was repudiated.',
  'zh-Hans': '对延长期限的同意已被否认。',
};

/**
 * A limit without the extension that was repudiated, where it still runs or stands still. If it awaits the side that
 * repudiates alone, it may end at once; otherwise nobody has less than the time of a repudiation.
 */
export function withoutExtension(
  { deadline: id, by }: Extract<Matter, { kind: 'extension' }>,
  repudiated: Repudiated,
  state: FiledCase,
  clocks: Clocks,
) {
  const still = state.status === 'suspended' ? state.suspension.stopped : [];
  const extended = Object.hasOwn(state.running, id) ? state.running[id] : still.find((each) => each.id === id);
  if (!extended || !isCounted(extended) || !extended.changes.some(({ kind }) => kind === 'extension'))
    return { opens: [], closes: [] };
  const soonest = leastAfterRepudiation(extended, repudiated, state.parties, clocks);
  // Nobody has more time than with the extension.
  const least = soonest.dueAt < extended.dueAt ? soonest : { dueDate: extended.dueDate, dueAt: extended.dueAt };
  const undone = clocks.takeBack(extended, by, least, { at: repudiated.at, reason: REASON });
  return state.running[id] === extended
    ? { opens: [undone], closes: [] }
    : { opens: [], closes: [], stopped: still.map((each) => (each.id === id ? undone : each)) };
}

/** The screening goes on when the time of a repudiation is over, so that the suspension ends for nobody at once. */
export function endOfSuspension(at: Instant, { suspension: { until } }: SuspendedCase, clocks: Clocks) {
  const { dueAt, arithmetic } = clocks.start('repudiation', { event: 'ActRepudiated', at });
  if (until !== null && until <= dueAt) return { opens: [], closes: [] };
  const end: NamedTime = {
    id: SUSPENSION_END,
    awaits: 'nobody',
    clock: SUSPENSION_END,
    stage: 'S11',
    rule: 'I-67',
    trigger: { kind: 'act', event: 'ActRepudiated', instant: at },
    dueAt,
    provisional: false,
    arithmetic: { en: arithmetic.en, 'zh-Hans': arithmetic['zh-Hans'] },
  };
  return { opens: [end], closes: [] };
}
