import { plusMillis, type Instant } from '@parley/kernel';
import type { View } from '../act-kind';
import { exhibitsOf, filing } from '../evidence.acts';
import { does, type Goal, type Step } from './goal';

/** One co-head signs a decision on the readers of an exhibit, and the other signs it in the second after its time. */
const signedTooLate: Goal = {
  name: 'a decision on readers that is signed a second too late',
  step(view, random) {
    if (view.filed.status !== 'registered') return undefined;
    const exhibits = exhibitsOf(view);
    if (exhibits.length === 0) return does('FileExhibit', view.party);
    const [pending] = exhibits.flatMap(({ decision }) => decision ?? []);
    if (pending && pending.dueAt < view.now) return undefined;
    return does(
      'SignReadersDecision',
      view.party,
      pending ? plusMillis(pending.dueAt, random.pick([0, 1, 1_000])) : null,
    );
  },
};

const MINUTE = 60_000;

/**
 * Two officers of a desk find the same mistake. One corrects it, and a minute later the other sends another correction.
 */
const correctedTwice: Goal = {
  name: 'a correction of an exhibit that a colleague has just corrected',
  step(view) {
    if (view.filed.status !== 'registered') return undefined;
    const own = exhibitsOf(view).filter(({ party }) => party === view.party);
    const [correction] = own.filter(({ corrects }) => corrects !== null);
    if (correction)
      return correction.acceptedAt < plusMillis(view.now, -MINUTE)
        ? undefined
        : corrects(view, correction.corrects, plusMillis(correction.acceptedAt, MINUTE + 1));
    const [wrong] = own;
    return wrong ? corrects(view, wrong.number, null) : does('FileExhibit', view.party);
  },
};

const corrects = ({ party }: View, number: string | null, at: Instant | null): Step => ({
  party,
  at,
  act: (seen, random) => filing(seen, number, random),
});

/**
 * Both co-heads lend an exhibit to somebody whom the panel hears. Its party then tries to end the loan alone, or to
 * lend it once more.
 */
const lentByCoHeads: Goal = {
  name: 'an exhibit that both co-heads lent, and its party would have back',
  step(view, random) {
    const { evidence, panel, party } = view;
    if (evidence.status !== 'open' || panel.status !== 'opened' || panel.stage.name !== 'reviewing') return undefined;
    if (evidence.heard.length === 0) return does('AdmitThirdParty', party);
    const closed = exhibitsOf(view).filter(({ tier, withdrawn }) => tier !== 'PUBLIC' && !withdrawn);
    if (closed.length === 0) return does('FileExhibit', party);
    const [loan] = closed.flatMap(({ loans }) => loans.filter(({ ended }) => ended === null));
    if (!loan) return does('AskForLoan', party);
    return does(loan.lent ? random.pick(['EndLoan', 'ConsentToLoan']) : 'SignLoan', party);
  },
};

export const evidenceGoals: readonly Goal[] = [signedTooLate, correctedTwice, lentByCoHeads];
