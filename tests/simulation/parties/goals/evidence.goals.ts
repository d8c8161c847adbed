import { plusMillis } from '@parley/kernel';
import { exhibitsOf } from '../evidence.acts';
import { does, type Goal } from './goal';

/** A decision of the co-heads on who reads an exhibit is signed by the one, and by the other in the second after its time. */
const signedTooLate: Goal = {
  name: 'a decision on readers that is signed a second too late',
  step(view, random) {
    if (view.filed.status !== 'registered') return undefined;
    const exhibits = exhibitsOf(view);
    if (exhibits.length === 0) return does('FileExhibit', view.party);
    const [pending] = exhibits.flatMap(({ decision }) => decision ?? []);
    if (pending && pending.dueAt < view.now) return undefined;
    return does('SignReadersDecision', view.party, pending ? plusMillis(pending.dueAt, random.pick([0, 1, 1_000])) : null);
  },
};

export const evidenceGoals: readonly Goal[] = [signedTooLate];
