import { plusMillis, type PartyCode, type PersonId } from '@parley/kernel';
import { occupantOf, type Seat } from '../../../../services/panel-review/src/composition/draw-seat.rules';
import type { OpenedPanel } from '../../../../services/panel-review/src/panel/panel-state.rules';
import { memberOf, type View } from '../act-kind';
import { english } from '../texts';
import { agree, does, forkOf, hasReopened, REASON, waits, type Goal, type Step } from './goal';

/** Longer than it takes until a default is on record. */
const SOON_MS = 60_000;

const seatAt = ({ seats }: OpenedPanel, stage: Seat['occupancy']['stage']): Seat | undefined =>
  seats.find(({ occupancy }) => occupancy.stage === stage);

/** A member of the panel does something in its own name. */
export const byMember = (
  { caseId }: View,
  party: PartyCode,
  member: PersonId,
  type: 'MakeDisclosure' | 'RecuseMember',
): Step => ({
  party,
  at: null,
  act: (seen) => ({
    desk: 'panel',
    caseId,
    command:
      type === 'MakeDisclosure'
        ? { type, ...memberOf(member, seen), statement: english('Nothing.') }
        : { type, ...memberOf(member, seen), reason: english('Illness.') },
  }),
});

export const occupantsOf = ({ seats, parties }: OpenedPanel) =>
  seats.flatMap((seat) => {
    const occupant = occupantOf(seat);
    return occupant ? [{ member: occupant.personId, party: parties[seat.side], stage: seat.occupancy.stage }] : [];
  });

/** The next step until the interim text is issued; `undefined` outside the review. */
export function towardsInterim({ panel, deliberation, party }: View): Step | undefined {
  if (panel.status !== 'opened' || panel.stage.name !== 'reviewing') return undefined;
  return does(deliberation.draft ? 'SignInterim' : 'DraftInterim', party);
}

const STAGES = ['composed', 'reviewing', 'interim-comments', 'deciding'] as const;

/**
 * A member leaves a whole panel. The last name of that side takes the seat and does not disclose, so nobody is left.
 * The screening ends and is reopened.
 */
export const outOfNames: Goal = {
  name: 'a roster that runs out after the panel was whole',
  names: 3,
  step(view) {
    const { panel, filed } = view;
    if (panel.status !== 'opened') return undefined;
    if (panel.stage.name === 'impossible' && filed.status === 'ended' && !hasReopened(view))
      return agree(view, { kind: 'reopening', reason: REASON });
    if (filed.status !== 'registered') return undefined;
    const stage = STAGES[forkOf(view, STAGES.length)];
    if (panel.stage.name !== stage) return stage === 'interim-comments' ? towardsInterim(view) : undefined;
    const vacant = seatAt(panel, 'vacant');
    if (vacant) return does('NominateMember', panel.parties[vacant.side]);
    const awaited = seatAt(panel, 'awaiting-disclosure');
    const due = awaited && panel.running[`disclosure:${panel.parties[awaited.side]}:${String(awaited.number)}`]?.dueAt;
    if (due) return waits(view.party, plusMillis(due, SOON_MS));
    const settled = occupantsOf(panel).find(({ stage }) => stage === 'settled');
    return settled && byMember(view, settled.party, settled.member, 'RecuseMember');
  },
};

export const panelGoals: readonly Goal[] = [outOfNames];
