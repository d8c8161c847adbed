import { accept, type Decision, type Side } from '@parley/kernel';
import { rosterDigest, type Clocks } from '@parley/procedure';
import { seatClockId } from '../clock-moves';
import type { OpenPanel } from '../panel-commands';
import type { PanelState } from '../panel-state';
import type { PanelOpened } from './composition-events';
import type { Roster } from '../roster/roster';

const SIDES: readonly Side[] = ['complainant', 'respondent'];

/**
 * S6: the registration opens the panel. Both rosters are frozen, the hash of the draw's secret is laid open, and the
 * time to nominate starts for every seat of both sides at the one instant of registration.
 */
export function openPanel(command: OpenPanel, state: PanelState, clocks: Clocks): Decision<PanelOpened> {
  if (state.status === 'opened') return accept();
  const {
    caseId,
    parties,
    registeredAt,
    registeredBy,
    ruleSetVersion,
    longStop,
    rosters,
    duty,
    track,
    drawCommitment,
  } = command;
  const { seatsPerSide } = clocks.ruleSet.tracks[track];
  const numbers = Array.from({ length: seatsPerSide }, (_, index) => index + 1);
  const registration = { event: 'CaseRegistered', at: registeredAt, kind: registeredBy };
  return accept({
    type: 'PanelOpened',
    occurredAt: registeredAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: {
      caseId,
      parties,
      registeredAt,
      registeredBy,
      track,
      ruleSetVersion,
      longStop,
      seatsPerSide,
      rosters,
      duty,
      rosterDigests: {
        complainant: rosterDigest(names(rosters.complainant)),
        respondent: rosterDigest(names(rosters.respondent)),
      },
      drawCommitment,
      opens: SIDES.flatMap((side) =>
        numbers.map((number) =>
          clocks.start('nomination', registration, seatClockId('nomination', parties[side], number)),
        ),
      ),
      closes: [],
    },
  });
}

const names = (roster: Roster): readonly string[] => roster.map(({ personId }) => personId);
