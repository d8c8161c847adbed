import { opened } from './moment';
import { ofEachCase } from './rule';

/** Two members of a whole panel are its co-chairs, one of each side, and no others act as such. */
export const twoCoChairs = ofEachCase('I-03', ({ panel }) =>
  panel.flatMap(({ event, after }) => {
    if (event.type !== 'PanelConvened' && event.type !== 'ParityRestored') return [];
    const chairs = event.data.members.filter(({ coChair }) => coChair).map(({ side }) => side);
    const named = event.data.members.filter(({ coChair }) => coChair).map(({ member }) => member);
    const act = opened(after)?.convening?.coChairs ?? [];
    return [
      ...(chairs.length === 2 && new Set(chairs).size === 2
        ? []
        : [`${event.type} with co-chairs of ${chairs.join(' and ')}`]),
      ...(act.toSorted().join() === named.toSorted().join()
        ? []
        : [`${act.join(', ')} act as co-chairs, and the record names ${named.join(', ')}`]),
    ];
  }),
);
