import type { MovesClocks, RunningDeadline } from '@parley/procedure';
import { moveClocks } from '../time/time.rules';
import type { AgreementInForce, Obligation } from './agreement.rules';

/** Puts the new end of each time limit that an event moved where that limit is shown. */
export function redated(state: AgreementInForce, { opens }: MovesClocks): AgreementInForce {
  const moved = <Dated extends { readonly deadline: RunningDeadline }>(one: Dated): Dated => ({
    ...one,
    deadline: opens.find(({ id }) => id === one.deadline.id) ?? one.deadline,
  });
  return {
    ...state,
    obligations: state.obligations.map(moved),
    review: moved(state.review),
    reports: state.reports.map(moved),
  };
}

/** Reports whose time an event closes before they were due are no longer owed. */
export const lifted = (state: AgreementInForce, moves: MovesClocks): AgreementInForce => ({
  ...moveClocks(state, moves),
  reports: state.reports.map((one) =>
    one.state === 'due' && moves.closes.includes(one.deadline.id) ? { ...one, state: 'not-owed' } : one,
  ),
});

/** The agreement with one obligation changed. */
export const changed = (
  state: AgreementInForce,
  id: string,
  change: (one: Obligation) => Obligation,
): AgreementInForce => ({
  ...state,
  obligations: state.obligations.map((one) => (one.terms.id === id ? change(one) : one)),
});
