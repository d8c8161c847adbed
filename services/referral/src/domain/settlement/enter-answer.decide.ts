import type { Decision } from '@parley/kernel';
import { enterLate, entryOf, type RunningDeadline } from '@parley/procedure';
import { defaultSetAside } from '../fallback/default-set-aside';
import { awaitedAgain } from './awaited-again';
import { acceptConciliation, answerDeadline } from './conciliation.decide';
import type { EnterConciliationAnswer } from './settlement-commands';
import type { SettlementEvent } from './settlement-events';
import { settlementPhase } from './settlement-phase';
import { openConciliation, type FiledSettlement } from './settlement-state';

/**
 * I-19: that a proposal was accepted in time is proved only later. A settlement that is under way otherwise by then, or
 * over, stands.
 */
export function enterConciliationAnswer(
  command: EnterConciliationAnswer,
  state: FiledSettlement,
): Decision<SettlementEvent> {
  const { act, cameAt, receivedAt } = command;
  const entry = entryOf(command, 'conciliation-answer');
  if ('kind' in entry) return entry;
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  return enterLate<FiledSettlement, RunningDeadline, SettlementEvent>(
    entry,
    { ids: [answerDeadline(act.n)], running: state.running, lapsed: unansweredIn(state) },
    state,
    {
      undo: ({ id }) => (state.region !== 'idle' || openConciliation(state) ? undefined : awaitedAgain(state, id)),
      decide: (before) => acceptConciliation(act, before),
      setAside: (said) => [defaultSetAside(said, cameAt)],
    },
  );
}

const unansweredIn = ({ conciliations }: FiledSettlement): Readonly<Record<string, RunningDeadline>> =>
  Object.fromEntries(
    conciliations.flatMap(({ n, answer, end }) =>
      end?.how === 'unanswered' ? [[answerDeadline(n), answer] as const] : [],
    ),
  );
