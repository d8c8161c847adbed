import { opened } from './moment';
import { ofEachCase } from './rule';

/** A member on a settled seat has disclosed in this panel, after being put on that seat. */
export const disclosedBeforeSeated = ofEachCase('I-08', ({ panel }) =>
  panel.flatMap(({ after }, index) =>
    (opened(after)?.seats ?? []).flatMap(({ id, occupancy }) => {
      if (occupancy.stage !== 'settled') return [];
      const { personId } = occupancy.member;
      const story = panel.slice(0, index + 1);
      const named = story.findLastIndex(
        ({ event }) => (event.type === 'MemberNominated' || event.type === 'MemberDrawn') && event.data.seat === id,
      );
      const disclosed = story.findLastIndex(
        ({ event }) => event.type === 'DisclosureMade' && event.data.seat === id && event.data.member === personId,
      );
      return named >= 0 && disclosed > named
        ? []
        : [`${personId} is seated without a disclosure made after the nomination`];
    }),
  ),
);
