import { accept, type Decision, type Instant } from '@parley/kernel';
import type { ClockId, ClocksOf, Happening, Track } from '@parley/procedure';
import type { RegisterCase } from '../case-commands';
import type { CaseEvent, CaseRegistered, GrievanceServed } from '../case-events';
import { offeredTimetable } from '../consolidation/offered-timetable';
import type { FiledCase } from '../case-state';

/**
 * S3: the docket gave a number, which is the trigger of the reply, of the panel and of the long-stop. A number once
 * given is used (I-27), even when the case ended meanwhile; then it starts no clock. From here on the case is under the
 * rules in force at its registration, whatever they were when it was filed.
 */
export function registerCase(
  { docketNumber, completeAt }: RegisterCase,
  state: FiledCase,
  clocksOf: ClocksOf,
): Decision<CaseEvent> {
  // The process registers a case that was found complete, once; told again, it changes nothing.
  if ('registration' in state || (state.status !== 'complete' && state.status !== 'ended')) return accept();
  const registeredAt = state.status === 'complete' ? state.completeAt : completeAt;
  const clocks = clocksOf.at(registeredAt).onTrack(state.track);
  const byDefault = state.status === 'complete' && state.completeBy === 'default';
  const trigger: Happening = { event: 'CaseRegistered', at: registeredAt, kind: byDefault ? 'expiry' : 'act' };
  const served: readonly GrievanceServed[] =
    state.status === 'complete' ? [serve(docketNumber, state, registeredAt)] : [];
  const registered: CaseRegistered = {
    type: 'CaseRegistered',
    occurredAt: registeredAt,
    rule: 'S3',
    tier: 'PUBLIC',
    data: {
      docketNumber,
      parties: state.parties,
      subject: state.grievance.subject,
      publicSummary: state.grievance.publicSummary,
      registeredAt,
      ruleSetVersion: clocks.ruleSet.version,
      alreadyEnded: state.status === 'ended' ? state.outcome : null,
      track: state.track,
      ...(state.relations.counterTo ? { counterTo: state.relations.counterTo } : {}),
      ...(state.urgency && state.track === 'urgent' ? { urgencyGround: state.urgency.ground } : {}),
      opens:
        state.status === 'complete' ? fromRegistration(state.track).map((clock) => clocks.start(clock, trigger)) : [],
      closes: [],
    },
  };
  return accept<CaseEvent>(registered, ...served, ...offeredTimetable(trigger.at, state, clocks));
}

/** The urgent track counts calls and consultations from registration too. */
const fromRegistration = (track: Track): readonly ClockId[] =>
  track === 'urgent' ? ['reply', 'long-stop', 'consultations', 'first-call'] : ['reply', 'long-stop'];

const serve = (
  docketNumber: string,
  { grievance, receipt, filedAt, urgency }: FiledCase,
  at: Instant,
): GrievanceServed => ({
  type: 'GrievanceServed',
  occurredAt: at,
  rule: 'S3',
  tier: 'PANEL',
  data: {
    docketNumber,
    grievance,
    receipt,
    filedAt,
    ...(urgency ? { urgency: { ground: urgency.ground, reasons: urgency.reasons } } : {}),
    opens: [],
    closes: [],
  },
});
