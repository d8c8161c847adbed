import { accept, type Decider, type PersonId } from '@parley/kernel';
import { drawByLot, type DrawRecord } from '@parley/procedure';
import type { CrisisTeam, CrisisTeamDrawn, DrawCrisisTeam, DutyOf } from './crisis-team';

/**
 * A team is drawn once, by the draw that fills the seats of panels: place `US-1`, `US-2` … of each side, from its roster, among
 * those on duty. The secret is one of this hotline request alone, laid open with the draws.
 */
export const crisisTeamDecider: Decider<DrawCrisisTeam, CrisisTeam | null, CrisisTeamDrawn> = {
  initial: null,
  decide(command, drawn) {
    if (drawn) return accept();
    const { hotlineId, subject, sides, at } = command;
    const eligible = sides.map((side, index) => eligibleOf(side, sides[1 - index]));
    const size = Math.min(command.membersPerSide, ...eligible.map((names) => names.length));
    const draws = sides.flatMap((side, index) => drawSide(side, eligible[index] ?? [], size, command.drawSecret));
    const members = draws.map(({ seat, drawn: person }) => ({ personId: person as PersonId, party: sides[seat.startsWith(`${sides[0].party}-`) ? 0 : 1].party }));
    return accept({ type: 'CrisisTeamDrawn', occurredAt: at, rule: 'hotline', tier: 'PARTIES', data: { hotlineId, subject, members, draws } });
  },
  evolve: (_before, { data: { subject, members, draws }, occurredAt: drawnAt }) => ({ subject, members, draws, drawnAt }),
};

/** Who is on both rosters speaks for neither. */
const eligibleOf = ({ onDuty }: DutyOf, other: DutyOf | undefined): readonly PersonId[] => onDuty.filter((person) => !other?.roster.includes(person));

function drawSide({ party, roster }: DutyOf, eligible: readonly PersonId[], size: number, secret: string): readonly DrawRecord[] {
  const draws: DrawRecord[] = [];
  for (let place = 1; place <= size; place++) {
    const left = eligible.filter((person) => !draws.some(({ drawn }) => drawn === person));
    const draw = drawByLot(secret, `${party}-${String(place)}`, roster, left);
    if (draw) draws.push(draw);
  }
  return draws;
}
