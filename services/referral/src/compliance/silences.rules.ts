import type { MovesClocks, RunningDeadline } from '@parley/procedure';
import { moveClocks } from '../time/time.rules';
import type { ObligationVerifiedBySilence } from './agreement-events.rules';
import type { Reported } from './reported.rules';
import {
  obligationDeadline,
  reportDeadline,
  reviewDeadline,
  verificationDeadline,
  type AgreementInForce,
  type Obligation,
} from './agreement.rules';

/** Keeps what silence verifies as it stood before, since an answer that came in time may be proved later (I-19). */
export function keepSilence(state: AgreementInForce, { data }: ObligationVerifiedBySilence): AgreementInForce {
  const [id] = data.closes;
  const deadline = id === undefined ? undefined : state.running[id];
  const reported = state.obligations.find(({ terms }) => terms.id === data.obligation)?.reported;
  if (!deadline || !reported) return state;
  return { ...state, silences: { ...state.silences, [deadline.id]: { ...deadline, reported } } };
}

/** Keeps the limits that end because something is fulfilled: they run again if it turns out that it is not. */
export function keepStopped(state: AgreementInForce, { closes }: Pick<MovesClocks, 'closes'>): AgreementInForce {
  const ended = closes.flatMap((id) => state.running[id] ?? []);
  return { ...state, stopped: { ...state.stopped, ...Object.fromEntries(ended.map((each) => [each.id, each])) } };
}

/** The obligation whose time for an answer passed in silence, while nothing has been said of it since. */
function silent({ silences, obligations }: AgreementInForce, deadlineId: string) {
  const silence = silences[deadlineId];
  const obligation = obligations.find(({ terms }) => verificationDeadline(terms.id) === deadlineId);
  const isNewest =
    obligation?.reported?.standing === 'verified-by-silence' && obligation.reported.at === silence?.reported.at;
  return silence && obligation && isNewest ? { silence, obligation } : undefined;
}

/** The limits that run again when silence does not count, because it had ended them. */
export function runAgain(state: AgreementInForce, deadlineId: string): readonly RunningDeadline[] {
  const { obligation } = silent(state, deadlineId) ?? {};
  return obligation ? limitsEndedBy(obligation, state) : [];
}

/** The limits that ended because an obligation was fulfilled, and would run if it were not. */
export function limitsEndedBy({ terms }: Obligation, state: AgreementInForce): readonly RunningDeadline[] {
  const { n } = state.review;
  const ids = [obligationDeadline(terms.id), reportDeadline(terms.owner, n), reviewDeadline(n)];
  return ids.filter((id) => !(id in state.running)).flatMap((id) => state.stopped[id] ?? []);
}

/**
 * The agreement as it would stand had the silence not counted: what the owner said awaits its answer, and is not
 * fulfilled by it.
 * @returns `undefined` where the owner has said something since, or it is answered
 */
export function answerAwaitedAgain(state: AgreementInForce, deadlineId: string): AgreementInForce | undefined {
  const found = silent(state, deadlineId);
  if (!found) return undefined;
  const opens = runAgain(state, deadlineId);
  return moveClocks(notFulfilled(state, found.obligation, found.silence.reported, opens), { opens, closes: [] });
}

/** The agreement with what an owner says of an obligation as it stood before, and nothing fulfilled by that. */
export function notFulfilled(
  state: AgreementInForce,
  found: Obligation,
  reported: Reported,
  opens: readonly RunningDeadline[],
): AgreementInForce {
  const { fulfilledAt: _all, ...rest } = state;
  const { fulfilledAt: _one, ...obligation } = found;
  const open: Obligation = {
    ...obligation,
    state: obligation.overdueAt === undefined ? 'open' : 'overdue',
    reported,
  };
  const anew = opens.filter(
    ({ clock, id }) => clock === 'status-report' && !state.reports.some(({ deadline }) => deadline.id === id),
  );
  const isDueAgain = (id: string): boolean => opens.some((opened) => opened.id === id);
  return {
    ...rest,
    // What runs again may end otherwise, and is not to be revived then.
    stopped: Object.fromEntries(Object.entries(state.stopped).filter(([id]) => !isDueAgain(id))),
    obligations: state.obligations.map((one) => (one === found ? open : one)),
    reports: [
      ...state.reports.map((one) => (isDueAgain(one.deadline.id) ? { ...one, state: 'due' as const } : one)),
      ...anew.map((deadline) => ({
        ...{ review: state.review.n, party: found.terms.owner, deadline, state: 'due' as const, entries: [] },
      })),
    ],
  };
}

/** A report is awaited again: the record that it was missing or late is set aside. */
export const awaitedAgain = (state: AgreementInForce, deadlineId: string): AgreementInForce => ({
  ...state,
  reports: state.reports.map((report) => (report.deadline.id === deadlineId ? { ...report, state: 'due' } : report)),
});
