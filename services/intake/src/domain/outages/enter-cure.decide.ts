import { accept, refuse, type Decision } from '@parley/kernel';
import { enterLate, within, type Clocks, type RunningDeadline } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { cureDeficiency } from '../completeness/completeness.decide';
import { refusals } from '../refusals';
import { isCounted } from '../running-deadline';
import { defaultSetAside } from './default-set-aside';
import { outageRefusals } from './outage-refusals';
import type { EnterFallbackCure } from './outages-commands';
import { openToCure } from './open-to-cure';

const CURE = 'cure';

/**
 * I-19: that a filing was cured in time is proved only later. It is checked again, with the registry's full time from
 * the entry.
 */
export function enterCure(command: EnterFallbackCure, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const { act, entryId, channel, cameAt, receivedAt: enteredAt, by } = command;
  if (act.party !== state.parties.complainant) return refuse(refusals.notComplainant);
  if (act.by === by) return refuse(outageRefusals.entersOwnAct, '/cure/from');
  const running = state.running[CURE];
  const answered = {
    ids: [CURE],
    running: running && isCounted(running) ? { [CURE]: running } : {},
    lapsed: closedFor(state),
  };
  const entry = { entryId, act: 'cure', channel, cameAt, enteredAt, by, party: act.party };
  return enterLate<FiledCase, RunningDeadline, CaseEvent>(entry, answered, state, {
    undo: () => openToCure(state),
    decide(before) {
      const decision = within('/cure', cureDeficiency(act, before, clocks));
      return decision.kind === 'refused'
        ? decision
        : accept(...decision.events.map((event) => withFullTime(event, command, clocks)));
    },
    setAside: (said) => [defaultSetAside(said, cameAt, 'PARTIES')],
  });
}

/** Only a case that was closed for want of this very cure goes on with it. */
function closedFor(state: FiledCase): Readonly<Record<string, RunningDeadline>> {
  if (state.status !== 'ended' || state.endedBy.kind !== 'limit' || state.endedBy.reason !== 'cure') return {};
  const cure = state.stopped.deadlines.find(({ id }) => id === CURE);
  return cure && isCounted(cure) ? { [CURE]: cure } : {};
}

/** Nobody could check what had not been entered. */
const withFullTime = (event: CaseEvent, { receivedAt: at }: EnterFallbackCure, clocks: Clocks): CaseEvent =>
  event.type === 'DeficiencyCured'
    ? { ...event, data: { ...event.data, opens: [clocks.start('completeness', { event: event.type, at })] } }
    : event;
