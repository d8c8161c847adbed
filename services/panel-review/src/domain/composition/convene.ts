import type { Instant } from '@parley/kernel';
import { panelFault, type Clocks } from '@parley/procedure';
import type { OpenedPanelEvent } from '../panel-events';
import type { OpenedPanel } from '../panel-state';
import { evolveOpened } from '../panel.evolve';
import { reviewOpening } from '../review/open-review';
import { findingsClock } from '../tracks/stage-clock';
import type { PanelConvened, ParityRestored } from './composition-events';
import { convenedMembers, seatedMembers } from './membership';
import { isSettled } from './seat';

/**
 * What follows when the last seat is settled: the panel is convened (I-01, I-03), or parity is restored to it (I-02).
 * @param by whether an act or an expiry settled the seat
 */
export function whenWhole(
  state: OpenedPanel,
  at: Instant,
  by: 'act' | 'expiry',
  clocks: Clocks,
): readonly OpenedPanelEvent[] {
  const members = convenedMembers(state);
  const coChairs = members.filter(({ coChair }) => coChair).map(({ member }) => member);
  if (!state.seats.every(isSettled) || panelFault(seatedMembers(state), coChairs)) return [];
  const data = { members, by };
  const event: PanelConvened | ParityRestored = state.convening
    ? {
        type: 'ParityRestored',
        occurredAt: at,
        rule: 'I-02',
        tier: 'PUBLIC',
        data: { ...data, opens: findingsAnew(state, at, by, clocks), closes: [] },
      }
    : {
        type: 'PanelConvened',
        occurredAt: at,
        rule: 'I-01',
        tier: 'PUBLIC',
        data: { ...data, opens: urgencyClock(state, at, by, clocks), closes: [] },
      };
  return [event, ...reviewOpening(evolveOpened(state, event), clocks)];
}

/** On the urgent track the panel has a time from its composition to confirm or refuse the urgency. */
function urgencyClock({ track, urgency }: OpenedPanel, at: Instant, by: 'act' | 'expiry', clocks: Clocks) {
  return track === 'urgent' && !urgency
    ? [clocks.start('urgency-confirmation', { event: 'PanelConvened', at, kind: by })]
    : [];
}

/** The time for findings that ended while a member was missing starts again when the panel can vote. */
function findingsAnew(state: OpenedPanel, at: Instant, by: 'act' | 'expiry', clocks: Clocks) {
  const { stage, running } = state;
  const awaited = stage.name === 'deciding' && stage.votingEndedAt === null && running['findings'] === undefined;
  return awaited ? [findingsClock(clocks, state, { event: 'ParityRestored', at, kind: by })] : [];
}
