import { accept, type Decider, type PersonId } from '@parley/kernel';
import { drawByLot, type DrawRecord } from '@parley/procedure';
import type { CrisisTeam, CrisisTeamDrawn, DrawCrisisTeam, DutyOf } from './crisis-team';

/**
 * A team is drawn once, by the draw that fills the seats of panels: place `asking-1`, `asking-2` …, `asked-1` … of each
 * side, from its roster, among those on duty; no draw depends on the name of a country (I-07). The secret is one of
 * this hotline request alone, laid open with the draws.
 */
export const crisisTeamDecider: Decider<DrawCrisisTeam, CrisisTeam | null, CrisisTeamDrawn> = {
  initial: null,
  decide(command, before) {
    if (before) return accept();
    const { hotlineId, subject, sides, at, drawSecret } = command;
    const [asking, asked] = sides;
    const eligible = [eligibleOf(asking, asked), eligibleOf(asked, asking)] as const;
    const size = Math.min(command.membersPerSide, ...eligible.map((names) => names.length));
    const drawn = [
      drawSide('asking', asking, eligible[0], size, drawSecret),
      drawSide('asked', asked, eligible[1], size, drawSecret),
    ];
    const members = sides.flatMap(({ party }, index) =>
      (drawn[index] ?? []).map(({ drawn: person }) => ({ personId: person as PersonId, party })),
    );
    const draws = drawn.flat();
    return accept({
      type: 'CrisisTeamDrawn',
      occurredAt: at,
      rule: 'hotline',
      tier: 'PARTIES',
      data: { hotlineId, subject, members, draws },
    });
  },
  evolve: (_before, { data: { subject, members, draws }, occurredAt: drawnAt }) => ({
    subject,
    members,
    draws,
    drawnAt,
  }),
};

/** Who is on both rosters speaks for neither. */
const eligibleOf = ({ onDuty }: DutyOf, other: DutyOf): readonly PersonId[] =>
  onDuty.filter((person) => !other.roster.includes(person));

function drawSide(
  place: 'asking' | 'asked',
  { roster }: DutyOf,
  eligible: readonly PersonId[],
  size: number,
  secret: string,
): readonly DrawRecord[] {
  const draws: DrawRecord[] = [];
  for (let n = 1; n <= size; n++) {
    const left = eligible.filter((person) => !draws.some(({ drawn }) => drawn === person));
    const draw = drawByLot(secret, `${place}-${String(n)}`, roster, left);
    if (draw) draws.push(draw);
  }
  return draws;
}
