import { accept, type Bilingual, type Decision } from '@parley/kernel';
import type { ClocksOf, MovesClocks } from '@parley/procedure';
import { clocksOfCase } from '../clocks-of-case';
import type { KnownCase } from '../evidence-state';
import type { NoteReopening, NoteResumption, NoteSuspension } from '../exhibit-commands';
import type { EvidenceEvent, ReopeningNoted } from '../exhibit-events';
import type { ResumptionNoted, SuspensionNoted } from './standstill-events';

/**
 * S11: the clocks that had not ended stand still; one that had is left to its default, which is late in being decided
 * only.
 */
export function noteSuspension({ at }: NoteSuspension, state: KnownCase): Decision<SuspensionNoted> {
  if (state.suspendedAt !== null) return accept();
  const closes = Object.values(state.running).flatMap(({ id, dueAt }) => (dueAt > at ? [id] : []));
  return accept(suspensionNoted(at, closes));
}

/** Each clock goes on with what was left of it. */
export function noteResumption(
  { at, longStop, still }: NoteResumption,
  state: KnownCase,
  clocksOf: ClocksOf,
): Decision<ResumptionNoted> {
  if (state.suspendedAt === null) return accept();
  const clocks = clocksOfCase(state, at, clocksOf);
  const opens = Object.values(state.standing).map((deadline) =>
    clocks.resume(deadline, still, { at, reason: RESUMED }),
  );
  return accept({
    type: 'ResumptionNoted',
    occurredAt: at,
    rule: 'S11',
    tier: 'PUBLIC',
    data: { longStop, opens, closes: [] },
  });
}

/** A screening that ended while it was suspended goes on, and so do the clocks that stood still. */
export function noteReopening(
  { at, longStop }: NoteReopening,
  state: KnownCase,
  clocksOf: ClocksOf,
): Decision<EvidenceEvent> {
  const reopened: ReopeningNoted = {
    type: 'ReopeningNoted',
    occurredAt: at,
    rule: 'I-26',
    tier: 'PUBLIC',
    data: { longStop },
  };
  if (state.suspendedAt === null) return accept<EvidenceEvent>(reopened);
  const still = clocksOfCase(state, at, clocksOf).standStill(state.suspendedAt, { at });
  const resumed = noteResumption({ type: 'NoteResumption', at, longStop, still }, state, clocksOf);
  return resumed.kind === 'refused' ? resumed : accept<EvidenceEvent>(reopened, ...resumed.events);
}

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

const RESUMED: Bilingual = { en: 'The suspension has ended.', 'zh-Hans': '中止已结束。' };
