import { ofEachCase } from './rule';

export const twoCoChairs = ofEachCase('I-03', ({ panel }) =>
  panel.flatMap(({ event }) => {
    if (event.type !== 'PanelConvened' && event.type !== 'ParityRestored') return [];
    const chairs = event.data.members.filter(({ coChair }) => coChair).map(({ side }) => side);
    return chairs.length === 2 && new Set(chairs).size === 2
      ? []
      : [`${event.type} with co-chairs of ${chairs.join(' and ')}`];
  }),
);
