import {
  accept,
  refuse,
  type Decision,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
} from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import type { Act, FiledCase, SuspendedCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { commonRefusals } from '../common-refusals.rules';
import { defaultIsPending, type Consent, type Matter } from '../consent/proposal.rules';
import { isParty } from '../consultations/consultations.rules';
import { suspendedOrNot, type DecidersOf } from '../while-suspended.rules';
import { ENDING, goOn, suspensionRefusals, type ResumedBy } from './suspension.rules';

/** One party ends the suspension. It cannot lapse any more, and goes on when the time of the notice is over. */
export type ResumptionNoticeGiven = DomainEvent<
  'ResumptionNoticeGiven',
  MovesClocks & { readonly by: PersonId; readonly party: PartyCode }
>;

export type GiveResumptionNotice = Act & { readonly type: 'GiveResumptionNotice' };

/** Both parties let a suspended screening go on. */
export function resume(
  _: Extract<Matter, { kind: 'resumption' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
) {
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status !== 'suspended') return refuse(suspensionRefusals.notSuspended);
  return accept<CaseEvent>(resumed('consent', { event: 'ScreeningResumed', at }, proposalId, state, clocks));
}

/** The day that the parties named is over. */
export const suspensionEndByDefault = (expiry: Instant, state: SuspendedCase, clocks: Clocks): Decision<CaseEvent> =>
  accept(resumed('end-date', { event: 'ScreeningResumed', at: expiry, kind: 'expiry' }, null, state, clocks));

/** The time of a notice is over. */
export const resumptionByDefault = (expiry: Instant, state: SuspendedCase, clocks: Clocks): Decision<CaseEvent> =>
  accept(resumed('notice', { event: 'ScreeningResumed', at: expiry, kind: 'expiry' }, null, state, clocks));

/**
 * S11: either party ends a suspension by notice, so that its consent to it is no consent to a lapse. The limit of the
 * longest suspension ends with the notice, since the time of the notice is over before it.
 */
export function giveResumptionNotice(
  { by, party, receivedAt: at }: GiveResumptionNotice,
  state: FiledCase,
  clocks: Clocks,
) {
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status !== 'suspended') return refuse(suspensionRefusals.notSuspended);
  if (defaultIsPending(state, at)) return refuse(commonRefusals.defaultPending);
  const lapse = state.running['suspension'];
  if (!lapse) return refuse(suspensionRefusals.resumptionNoticed);
  const notice = clocks.start('resumption', { event: 'ResumptionNoticeGiven', at });
  if (notice.dueAt >= lapse.dueAt) return refuse(suspensionRefusals.resumptionNoticeLate);
  return accept<CaseEvent>({
    type: 'ResumptionNoticeGiven',
    occurredAt: at,
    rule: 'S11',
    tier: 'PUBLIC',
    data: { by, party, opens: [notice], closes: [lapse.id] },
  });
}

function resumed(
  by: ResumedBy,
  when: Happening,
  proposalId: string | null,
  { suspension, running }: SuspendedCase,
  clocks: Clocks,
): CaseEvent {
  const still = clocks.standStill(suspension.at, when);
  return {
    type: 'ScreeningResumed',
    occurredAt: when.at,
    rule: 'S11',
    tier: 'PUBLIC',
    data: {
      by,
      still,
      proposalId,
      opens: goOn(suspension.stopped, still, when.at, clocks),
      closes: ENDING.filter((id) => running[id]),
    },
  };
}

/** Giving notice is what a suspension waits for. */
export const resumptionActs = {
  GiveResumptionNotice: suspendedOrNot(giveResumptionNotice),
} satisfies DecidersOf<GiveResumptionNotice>;
