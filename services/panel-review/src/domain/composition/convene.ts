import type { Instant } from '@parley/kernel';
import { panelFault, type Clocks } from '@parley/procedure';
import { noClocks } from '../clock-moves';
import type { OpenedPanelEvent } from '../panel-events';
import type { OpenedPanel } from '../panel-state';
import { evolveOpened } from '../panel.evolve';
import { reviewOpening } from '../review/open-review';
import type { PanelConvened, ParityRestored } from './composition-events';
import { convenedMembers, seatedMembers } from './membership';
import { isSettled } from './seat';

/**
 * What follows when the last seat is settled: the panel is convened (I-01, I-03), or parity is restored to it (I-02).
 * @param by whether an act or an expiry settled the seat
 */
export function whenWhole(state: OpenedPanel, at: Instant, by: 'act' | 'expiry', clocks: Clocks): readonly OpenedPanelEvent[] {
  const members = convenedMembers(state);
  const coChairs = members.filter(({ coChair }) => coChair).map(({ member }) => member);
  if (!state.seats.every(isSettled) || panelFault(seatedMembers(state), coChairs)) return [];
  const data = { members, by };
  const event: PanelConvened | ParityRestored = state.convening
    ? { type: 'ParityRestored', occurredAt: at, rule: 'I-02', tier: 'PUBLIC', data: { ...data, opens: findingsAnew(state, at, by, clocks), closes: [] } }
    : { type: 'PanelConvened', occurredAt: at, rule: 'I-01', tier: 'PUBLIC', data: { ...data, ...noClocks } };
  return [event, ...reviewOpening(evolveOpened(state, event), clocks)];
}

/** The time for findings that ended while a member was missing starts again when the panel can vote. */
function findingsAnew({ stage, running }: OpenedPanel, at: Instant, by: 'act' | 'expiry', clocks: Clocks) {
  const awaited = stage.name === 'deciding' && stage.votingEndedAt === null && running['findings'] === undefined;
  return awaited ? [clocks.start('findings', { event: 'ParityRestored', at, kind: by })] : [];
}
