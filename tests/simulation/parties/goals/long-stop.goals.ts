import { plusMillis } from '@parley/kernel';
import type { ExtensionProposal } from '../../../../services/panel-review/src/extensions/extensions.rules';
import { official, type View } from '../act-kind';
import { otherCountry } from '../countries';
import { agree, does, REASON, waits, type Goal, type Step } from './goal';
import { byMember, occupantsOf, towardsInterim } from './panel.goals';

const DAY = 24 * 3_600_000;
/** This long before the long-stop the parties stop extending limits. */
const NEAR_MS = 15 * DAY;
const BY = 10;
/** Each limit by its own length, which is the most. */
const LONGEST: Readonly<Record<string, number>> = { reply: 10, consultations: 15, review: 25 };

/** Clocks of the intake, and of the panel, whose limits both parties extend. */
const SLOW = ['reply', 'consultations'];
const SLOW_OF_PANEL = ['review', 'findings'];

/**
 * Both parties take all the time that they can, until the long-stop passes. Right at that instant a party tries an act
 * that it had left to do.
 */
const pastTheLongStop: Goal = {
  name: 'an act in the blink after the long-stop',
  temper: 'silent',
  step(view, random) {
    const { filed, now } = view;
    if (filed.status !== 'registered') return undefined;
    const { longStop } = filed.registration;
    if (longStop <= plusMillis(now, NEAR_MS))
      return afterwards(view, random.pick([0, 1, 1_000]), random.pick(LAST_ACTS));
    return slower(view);
  },
};

const LAST_ACTS = ['WithdrawGrievance', 'FileExhibit', 'TableText', 'NotifyDelay', 'NominateMember', 'CommentInterim'];

function afterwards({ filed, party, caseId, now }: View, late: number, name: string): Step | undefined {
  if (filed.status !== 'registered') return undefined;
  const passes = plusMillis(filed.registration.longStop, late);
  const at = passes > now ? passes : plusMillis(now, 1);
  if (name !== 'WithdrawGrievance') return does(name, party, at);
  return {
    party: filed.parties.complainant,
    at,
    act: (seen) => ({ desk: 'intake', caseId, command: { type: 'WithdrawGrievance', ...official('desk', seen) } }),
  };
}

function slower(view: View, by: (deadline: string) => number = () => BY): Step | undefined {
  const { filed, panel } = view;
  const deadline = SLOW.find((id) => filed.running[id] && !isExtended(view, id));
  if (deadline) return agree(view, { kind: 'extension', deadline, by: by(deadline), reason: REASON });
  if (panel.status !== 'opened') return undefined;
  const silent = occupantsOf(panel).find(({ stage }) => stage === 'awaiting-disclosure');
  if (silent) return byMember(view, silent.party, silent.member, 'MakeDisclosure');
  const slow = SLOW_OF_PANEL.find(
    (id) =>
      panel.running[id] &&
      !panel.extensions.some((extension) => extension.deadline === id && extension.signedAt !== null),
  );
  if (!slow) return undefined;
  const open = panel.extensions.find((extension) => extension.deadline === slow && extension.signedAt === null);
  return open ? signExtension(view, open) : proposeExtension(view, slow, by(slow));
}

const isExtended = ({ filed }: View, id: string): boolean => {
  const running = filed.running[id];
  return running !== undefined && 'changes' in running && running.changes.some(({ kind }) => kind === 'extension');
};

const proposeExtension = ({ caseId, party }: View, deadline: string, length: number): Step => ({
  party,
  at: null,
  act: (seen) => ({
    desk: 'panel',
    caseId,
    command: {
      type: 'ProposeExtension',
      ...official('desk', seen),
      signatories: 'parties',
      deadline,
      length,
      reason: REASON,
    },
  }),
});

const signExtension = (
  { caseId, countries }: View,
  { id: extensionId, digest, proposedBy, signatories }: ExtensionProposal,
): Step => ({
  party: otherCountry(countries, proposedBy),
  at: null,
  act: (seen) => ({
    desk: 'panel',
    caseId,
    command: {
      type: 'SignExtension',
      ...official(signatories === 'parties' ? 'desk' : 'cohead', seen),
      signatories,
      extensionId,
      digest,
    },
  }),
});

/**
 * Both parties take all the time that they can, and the co-chairs sign the interim text so late that the long-stop
 * passes while comments on it are awaited.
 */
const inTheTimeForComments: Goal = {
  name: 'a long-stop that passes in the time for comments on the interim text',
  temper: 'silent',
  step(view) {
    const { filed, panel, now } = view;
    if (filed.status !== 'registered') return undefined;
    const next = slower(view, (deadline) => LONGEST[deadline] ?? BY);
    if (next || panel.status !== 'opened') return next;
    const review = panel.running['review'];
    if (panel.stage.name !== 'reviewing' || !review) return undefined;
    const last = [plusMillis(review.dueAt, -DAY), plusMillis(filed.registration.longStop, -8 * DAY)].toSorted()[0];
    return last && last > now ? waits(view.party, last) : towardsInterim(view);
  },
};

export const longStopGoals: readonly Goal[] = [pastTheLongStop, inTheTimeForComments];
