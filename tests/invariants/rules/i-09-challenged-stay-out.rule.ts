import { deliberationBar } from '../../../services/panel-review/src/review/comments.rules';
import { panelBefore } from './moment';
import { ofEachCase } from './rule';

/** While a challenge of a member is undecided, that member writes nothing into the deliberation. */
export const challengedStayOut = ofEachCase('I-09', (each) =>
  each.deliberation.flatMap(({ recorded, event }) => {
    const { actor } = recorded;
    if (actor.kind !== 'person') return [];
    const challenged =
      panelBefore(each, recorded)?.challenges.some(
        ({ member, outcome }) => member === actor.personId && outcome === null,
      ) ?? false;
    return challenged ? [`${actor.personId} did ${event.type} under an undecided challenge`] : [];
  }),
);

/**
 * Whenever a challenge is undecided, the member is barred from the deliberation: from reading it, and from every act in
 * it.
 */
export const challengedAreBarred = ofEachCase('I-09', ({ panel }) =>
  panel.flatMap(({ event, after }) => {
    if (after.status !== 'opened') return [];
    const challenged = after.challenges.flatMap(({ member, outcome }) => (outcome === null ? [member] : []));
    return challenged
      .filter((member) => deliberationBar(after, member) === undefined)
      .map((member) => `${member} may read the deliberation after ${event.type}, under an undecided challenge`);
  }),
);
