import type { Instant } from '@parley/kernel';
import { rosterDigest, type Clocks } from '@parley/procedure';
import { seatClockId } from '../clock-moves';
import type { NoteReopening } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import type { Roster } from '../roster/roster';
import type { RostersFrozenAnew } from './composition-events';
import { isSettled, occupantOf } from './seat';

/** A panel that was impossible is composed anew when its screening is reopened; nothing for another. */
export function freezeAnew(
  state: OpenedPanel,
  anew: NoteReopening['anew'],
  at: Instant,
  clocks: Clocks,
): readonly RostersFrozenAnew[] {
  const { stage, seats, parties, drawRound } = state;
  if (stage.name !== 'impossible' || !anew) return [];
  const { rosters, duty, drawCommitment } = anew;
  const vacant = seats.filter((seat) => !isSettled(seat));
  const reopened = { event: 'ScreeningReopened', at };
  return [
    {
      type: 'RostersFrozenAnew',
      occurredAt: at,
      rule: 'I-26',
      tier: 'PUBLIC',
      data: {
        rosters,
        rosterDigests: {
          complainant: rosterDigest(names(rosters.complainant)),
          respondent: rosterDigest(names(rosters.respondent)),
        },
        duty,
        drawCommitment,
        round: drawRound + 1,
        seatsPerSide: seats.length / 2,
        vacated: vacant.map(({ id }) => id),
        removed: vacant.flatMap((seat) => {
          const member = occupantOf(seat);
          return member ? [{ member: member.personId, party: parties[seat.side] }] : [];
        }),
        stage: stage.inFindings ? 'deciding' : 'composing',
        opens: vacant.map(({ side, number }) =>
          clocks.start('nomination', reopened, seatClockId('nomination', parties[side], number)),
        ),
        closes: [],
      },
    },
  ];
}

const names = (roster: Roster): readonly string[] => roster.map(({ personId }) => personId);
