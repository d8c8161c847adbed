import { accept, type Bilingual, type Decision } from '@parley/kernel';
import type { Clocks, ClocksOf, MovesClocks, RunningDeadline } from '@parley/procedure';
import { clocksOfCase } from '../clocks-of-case';
import type { KnownCase } from '../evidence-state';
import type { EvidenceEvent } from '../exhibit-events';
import type { StoodStill } from '../knowledge/told-fact';
import type { ResumptionNoted, SuspensionNoted } from './standstill-events';

/**
 * S11: brings the clocks level with what is known of suspensions. While one lasts, those that had not ended by then
 * stand still; one that had is left to its default, which is late in being decided only. Once it is over, each goes on
 * with what was left of it. Decided once more, or only when a later suspension is known too, it comes to the same.
 */
export function noteStandstill(state: KnownCase, clocksOf: ClocksOf): Decision<SuspensionNoted | ResumptionNoted> {
  const { suspendedAt, stoodStill, running, standing } = state;
  const at = suspendedAt ?? stoodStill.at(-1)?.to;
  if (at === undefined) return accept();
  const clocks = clocksOfCase(state, at, clocksOf);
  const goesOn = (deadline: RunningDeadline): RunningDeadline => goneOn(deadline, stoodStill, clocks);
  if (suspendedAt !== null) {
    const closes = Object.values(running).flatMap((deadline) =>
      goesOn(deadline).dueAt > suspendedAt ? [deadline.id] : [],
    );
    return closes.length > 0 ? accept(suspensionNoted(suspendedAt, closes)) : accept();
  }
  const late = Object.values(running).filter((deadline) => goesOn(deadline) !== deadline);
  const opens = [...Object.values(standing), ...late].map(goesOn);
  return opens.length > 0 ? accept(resumptionNoted(at, opens)) : accept();
}

/** A clock with all that it stood still for and has not been given yet. */
const goneOn = (deadline: RunningDeadline, stoodStill: readonly StoodStill[], clocks: Clocks): RunningDeadline =>
  stoodStill.reduce((gone, { from, to, days }) => {
    const given = gone.changes.some((change) => change.kind === 'standstill' && change.standStill.from === from);
    const began = gone.trigger.instant !== null && gone.trigger.instant >= to;
    if (given || began || gone.dueAt <= from) return gone;
    const still = days ? { from, to, ...days } : clocks.standStill(from, { at: to });
    return clocks.resume(gone, still, { at: to, reason: RESUMED });
  }, deadline);

/** What is filed while the screening is suspended starts clocks that do not run before it goes on. */
export function standingStill(decision: Decision<EvidenceEvent>, { suspendedAt }: KnownCase): Decision<EvidenceEvent> {
  if (suspendedAt === null || decision.kind === 'refused') return decision;
  const started = decision.events.flatMap(({ data }) => ('opens' in data ? opensOf(data) : []));
  const [last] = decision.events.slice(-1);
  return last && started.length > 0
    ? accept<EvidenceEvent>(...decision.events, suspensionNoted(last.occurredAt, started))
    : decision;
}

const opensOf = ({ opens = [] }: Partial<MovesClocks>): readonly string[] => opens.map(({ id }) => id);

const suspensionNoted = (at: SuspensionNoted['occurredAt'], closes: readonly string[]): SuspensionNoted => ({
  type: 'SuspensionNoted',
  occurredAt: at,
  rule: 'S11',
  tier: 'PUBLIC',
  data: { opens: [], closes },
});

const resumptionNoted = (
  at: ResumptionNoted['occurredAt'],
  opens: ResumptionNoted['data']['opens'],
): ResumptionNoted => ({
  type: 'ResumptionNoted',
  occurredAt: at,
  rule: 'S11',
  tier: 'PUBLIC',
  data: { opens, closes: [] },
});

const RESUMED: Bilingual = { en: 'The suspension has ended.', 'zh-Hans': '中止已结束。' };
