import { panelBefore } from './moment';
import { ofEachCase } from './rule';

/** While a challenge of a member is undecided, that member writes nothing into the deliberation. */
export const challengedStayOut = ofEachCase('I-09', (each) =>
  each.deliberation.flatMap(({ recorded, event }) => {
    const { actor } = recorded;
    if (actor.kind !== 'person') return [];
    const challenged = panelBefore(each, recorded)?.challenges.some(({ member, outcome }) => member === actor.personId && outcome === null) ?? false;
    return challenged ? [`${actor.personId} did ${event.type} under an undecided challenge`] : [];
  }),
);
