import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { isParty } from '../consultations/in-consultations';
import { refusals } from '../refusals';
import { leaveUrgentTrack } from './leave-urgent-track';
import { refusalDigest } from './urgency';
import type { NoteUrgencyRefused, RefuseUrgency } from './urgency-commands';

const REFUSED = { en: 'Both co-heads refused urgency.', 'zh-Hans': '双方共同负责人均拒绝适用紧急程序。' };
const NOT_CONFIRMED = { en: 'The panel did not confirm urgency.', 'zh-Hans': '专家组未确认紧急程序。' };

/**
 * Both co-heads refuse urgency within the time of the rules, each over the same digest (I-04); one alone changes
 * nothing.
 */
export function refuseUrgency(
  { by, party, receivedAt, digest }: RefuseUrgency,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  const { urgency } = state;
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (!urgency) return refuse(refusals.notUrgent);
  const due = state.running['urgency-refusal'];
  if (urgency.status !== 'claimed' || !due || receivedAt >= due.dueAt) return refuse(refusals.urgencyDecided);
  if (urgency.signatures.some((signature) => signature.party === party)) return refuse(refusals.signedAlready);
  if (urgency.signatures.some((signature) => signature.by === by)) return refuse(refusals.signsForBoth);
  if (digest !== refusalDigest(state.caseId, urgency)) return refuse(refusals.digestDiffers, '/digest');
  if (Object.values(state.running).some(({ clock, dueAt }) => clock !== 'consent' && receivedAt >= dueAt))
    return refuse(refusals.defaultPending);
  const isSecond = urgency.signatures.length > 0;
  const signed: CaseEvent = {
    type: 'UrgencyRefusalSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { by, party, digest, opens: [], closes: isSecond ? ['urgency-refusal'] : [] },
  };
  if (!isSecond) return accept(signed);
  return accept<CaseEvent>(
    signed,
    leaveUrgentTrack('urgency-refused', { event: 'UrgencyRefused', at: receivedAt }, REFUSED, state, clocks),
  );
}

/** The co-heads did not both refuse in time. */
export const urgencyByDefault = (expiry: Instant): Decision<CaseEvent> =>
  accept({
    type: 'UrgencyGranted',
    occurredAt: expiry,
    rule: 'urgent',
    tier: 'PARTIES',
    data: { opens: [], closes: ['urgency-refusal'] },
  });

/** The panel refused urgency: the standard clocks start from there. What had expired by then stays expired (I-25). */
export function noteUrgencyRefused({ at }: NoteUrgencyRefused, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const goesOn = state.status === 'registered' || state.status === 'suspended';
  if (state.track !== 'urgent' || !goesOn) return accept();
  return accept(
    leaveUrgentTrack('urgency-not-confirmed', { event: 'UrgencyDecided', at }, NOT_CONFIRMED, state, clocks),
  );
}

/** On the urgent track a call is to be offered soon; that none was is a public fact. */
export const firstCallByDefault = (expiry: Instant): Decision<CaseEvent> =>
  accept({
    type: 'FirstCallMissed',
    occurredAt: expiry,
    rule: 'urgent',
    tier: 'PUBLIC',
    data: { opens: [], closes: ['first-call'] },
  });
