import type { Instant } from '@parley/kernel';
import { isAnswerClock } from '@parley/procedure';
import type { CaseState, FiledCase } from '../case-commands.rules';
import { fileOf, type LapseSetAside } from '../case-events.rules';
import type { RunningDeadline } from '../common-refusals.rules';
import { isTimeToSign } from '../consent/proposal.rules';
import { ENDING, SUSPENSION_END } from '../suspension/suspension.rules';

type Ended = Extract<CaseState, { status: 'ended' }>;

/**
 * I-19: an act before the end had come in time.
 * @param opens clocks that the end had stopped, where no other end takes its place
 */
export const setAside = (
  becauseOf: string,
  at: Instant,
  { suspension }: Ended,
  opens: readonly RunningDeadline[] = [],
): LapseSetAside => ({
  type: 'LapseSetAside',
  occurredAt: at,
  rule: 'I-19',
  tier: 'PUBLIC',
  data: { becauseOf, why: 'came-before', back: suspension ? 'suspended' : 'registered', opens, closes: [] },
});

/** The clocks that an end had stopped, but for the long-stop; in suspension its own limits. */
export const stoppedBesideLongStop = ({ stopped, suspension }: Ended): readonly RunningDeadline[] =>
  suspension?.limits ?? stopped.deadlines.filter(({ id }) => id !== 'long-stop');

/** What a screening that ends here would go on with, if its end were set aside or both parties reopened it. */
export function stoppedBy(at: Instant, state: FiledCase): Pick<Ended, 'stopped' | 'suspension'> {
  switch (state.status) {
    case 'suspended': {
      const { suspension, running } = state;
      const limits = ENDING.flatMap((id) => running[id] ?? []);
      return { stopped: { at: suspension.at, deadlines: suspension.stopped }, suspension: { ...suspension, limits } };
    }
    case 'ended': {
      const { stopped, suspension } = state;
      return { stopped, ...(suspension ? { suspension } : {}) };
    }
    default: {
      const ran = Object.values(state.running);
      return { stopped: { at, deadlines: ran.filter((limit) => !isTimeToSign(limit) && !isAnswerClock(limit.id)) } };
    }
  }
}

/**
 * The screening goes on as if it had not ended. An end that takes the place of this one stops the same clocks, so that
 * a reopening finds them, and ends the proposals that this one had ended. Behind a repudiation these stay ended, since
 * their clocks ran no more.
 */
export function afterSetAside(file: FiledCase, { data: { closes, repudiated } }: LapseSetAside): FiledCase {
  if (file.status !== 'ended' || !file.registration || !file.exchange) return file;
  const { registration, exchange, suspension, stopped, endedAt } = file;
  const ran = (suspension?.limits ?? stopped.deadlines).filter(({ id }) => !closes.includes(id));
  const running = { ...Object.fromEntries(ran.map((deadline) => [deadline.id, deadline])), ...file.running };
  const proposals = file.proposals.map((proposal) =>
    proposal.end?.kind === 'lapsed' && proposal.end.at === endedAt && !repudiated
      ? { ...proposal, end: null }
      : proposal,
  );
  const goesOn = { ...fileOf(file), running, proposals, registration, exchange };
  if (!suspension) return { ...goesOn, status: 'registered' };
  const { limits: _limits, ...suspended } = suspension;
  const until = running[SUSPENSION_END]?.dueAt ?? suspended.until;
  const suspensions = file.suspensions.filter(({ from }) => from !== suspended.at);
  return { ...goesOn, suspensions, status: 'suspended', suspension: { ...suspended, until } };
}
