import type { Instant, PersonId, Side } from '@parley/kernel';
import { drawByLot, drawCommitment, type Clocks } from '@parley/procedure';
import { seatClockId } from '../clock-moves';
import type { OpenedPanel } from '../panel-state';
import type { MemberDrawn, PanelImpossible } from './composition-events';
import { occupantOf, type Seat } from './seat';

/**
 * Who of a side's frozen roster may take a seat: nobody of both rosters, of another capacity, or who was on the panel
 * before. On the urgent track those on duty serve; the rest of the roster does when none of them is left, so that a
 * short duty roster ends no screening.
 */
export function eligibleOf(
  { rosters, duty, track, everSeated, capacities }: OpenedPanel,
  side: Side,
): readonly PersonId[] {
  const others = rosters[side === 'complainant' ? 'respondent' : 'complainant'].map(({ personId }) => personId);
  const eligible = rosters[side]
    .map(({ personId }) => personId)
    .filter(
      (person) =>
        !others.includes(person) && !everSeated.includes(person) && (capacities[person] ?? 'panel') === 'panel',
    );
  const serving = track === 'urgent' ? eligible.filter((person) => duty[side].includes(person)) : [];
  return serving.length > 0 ? serving : eligible;
}

/**
 * Fills a seat by lot: nobody was named for it in time, or the one named did not disclose.
 * @param secret opens the commitment that was published with the panel's opening
 * @throws {RangeError} when it does not: a draw that nobody can repeat must not happen
 */
export function drawSeat(
  state: OpenedPanel,
  seat: Seat,
  expiry: Instant,
  secret: string,
  clocks: Clocks,
): MemberDrawn | PanelImpossible {
  if (drawCommitment(secret) !== state.drawCommitment)
    throw new RangeError('the secret does not open the commitment of the draw');
  const { side, number, id, occupancy } = seat;
  const party = state.parties[side];
  const roster = state.rosters[side].map(({ personId }) => personId);
  const draw = drawByLot(secret, id, roster, eligibleOf(state, side));
  const about = { occurredAt: expiry, rule: 'S6', tier: 'PUBLIC' } as const;
  if (!draw)
    return {
      ...about,
      type: 'PanelImpossible',
      data: { seat: id, side, party, opens: [], closes: Object.keys(state.running) },
    };
  return {
    ...about,
    type: 'MemberDrawn',
    data: {
      seat: id,
      side,
      party,
      member: draw.drawn as PersonId,
      because: occupancy.stage === 'vacant' ? 'no-nomination' : 'no-disclosure',
      instead: occupantOf(seat)?.personId ?? null,
      draw,
      opens: [
        clocks.start(
          'disclosure',
          { event: 'MemberDrawn', at: expiry, kind: 'expiry' },
          seatClockId('disclosure', party, number),
        ),
      ],
      closes: [seatClockId(occupancy.stage === 'vacant' ? 'nomination' : 'disclosure', party, number)],
    },
  };
}
