import { panelBefore } from './moment';
import { ofEachCase } from './rule';

const IN_THE_PANELS_NAME: readonly string[] = ['VoteCast', 'VoteChanged', 'InterimSigned', 'InterimAgreed', 'ClosingAsked'];

/** Nobody votes or signs in the name of a panel of which a member is missing, nor are findings made of it. */
export const noVoteWithoutParity = ofEachCase('I-02', (each) => {
  const missing = (seats: readonly { readonly occupancy: { readonly stage: string } }[]) => seats.some(({ occupancy }) => occupancy.stage !== 'settled');
  return each.deliberation.flatMap(({ recorded, event }) => {
    const panel = panelBefore(each, recorded);
    const acts = IN_THE_PANELS_NAME.includes(event.type) || event.type === 'DeliberationClosed';
    return acts && (!panel || missing(panel.seats)) ? [`${event.type} while a member was missing`] : [];
  });
});
