import type { Decision } from '@parley/kernel';
import { enterLate, entryOf, type RunningDeadline } from '@parley/procedure';
import { defaultSetAside } from '../fallback/default-set-aside';
import type { EnterStatusReport } from './agreement-commands';
import type { AgreementEvent } from './agreement-events';
import { reportDeadline, type AgreementInForce } from './agreement-state';
import { awaitedAgain } from './awaited-again';
import { giveStatusReport } from './status-report.decide';

/**
 * I-19: that a report came in time is proved only later. It shows red no more; a review that has closed since then
 * stands.
 */
export function enterStatusReport(command: EnterStatusReport, state: AgreementInForce): Decision<AgreementEvent> {
  const { act, cameAt } = command;
  const entry = entryOf(command, 'status-report');
  if ('kind' in entry) return entry;
  const answered = { ids: [reportDeadline(entry.party, act.review)], running: state.running, lapsed: missingIn(state) };
  return enterLate<AgreementInForce, RunningDeadline, AgreementEvent>(entry, answered, state, {
    undo: ({ id }) => ({ ...awaitedAgain(state, id), review: { ...state.review, n: act.review } }),
    decide: (before) => giveStatusReport(act, before),
    setAside: (said) => [defaultSetAside(said, cameAt)],
  });
}

const missingIn = ({ reports }: AgreementInForce): Readonly<Record<string, RunningDeadline>> =>
  Object.fromEntries(
    reports.flatMap(({ deadline, state }) =>
      state === 'missing' || state === 'given-late' ? [[deadline.id, deadline] as const] : [],
    ),
  );
