import { refuse, type Decision } from '@parley/kernel';
import { enterLate, entryOf, within, type ClocksOf, type RunningDeadline } from '@parley/procedure';
import type { KnownCase } from '../evidence-state';
import type { EvidenceEvent } from '../exhibit-events';
import { readersDeadline } from '../readers/readers-deadline';
import { signReadersDecision } from '../readers/sign-readers-decision.decide';
import { refusals } from '../refusals';
import type { EnterReadersSignature } from './fallback-commands';

/**
 * I-19: that the other co-head signed a change of readers in time is proved only later. That the readers stay is set
 * aside, and the change is carried out from the entry on: who had read the exhibit by then had a right to.
 */
export function enterReadersSignature(
  command: EnterReadersSignature,
  state: KnownCase,
  clocksOf: ClocksOf,
): Decision<EvidenceEvent> {
  const { act, cameAt, receivedAt: effectiveAt } = command;
  const entry = entryOf(command, 'readers-signature');
  if ('kind' in entry) return entry;
  const { number } = act;
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(refusals.unknownExhibit);
  const { running, lapsed } = state;
  return enterLate<KnownCase, RunningDeadline, EvidenceEvent>(
    entry,
    { ids: [readersDeadline(number)], running, lapsed },
    state,
    {
      undo(clock) {
        const decision = exhibit.lapsedDecision ?? null;
        return {
          ...state,
          running: { ...running, [clock.id]: clock },
          exhibits: new Map(state.exhibits).set(number, { ...exhibit, decision }),
        };
      },
      decide: (before) => within('/readersSignature', signReadersDecision({ ...act, effectiveAt }, before, clocksOf)),
      setAside: (said) => [
        {
          type: 'DefaultSetAside',
          occurredAt: cameAt,
          rule: 'I-19',
          tier: 'PARTIES',
          data: { ...said, number, opens: [], closes: [] },
        },
      ],
    },
  );
}
