import { refuse, type CaseId, type Instant } from '@parley/kernel';
import { ProblemError, type CursorCodec } from '@parley/http';
import type { CalendarFeed, CalendarFeeds } from '../../projections/calendar-feeds';
import { agendaRefusals } from './agenda-refusals';

const SCOPE = 'agenda-feed';

/**
 * A token that stands in the address of a calendar feed. It is encrypted and authenticated with the installation's
 * secret, names the feed and nobody, and is taken by the calendar feeds alone: nothing is done with it and nothing else
 * is read.
 */
export const sealFeedToken = (cursors: CursorCodec, { feedId }: CalendarFeed): string =>
  cursors.seal(SCOPE, { feed: feedId });

/**
 * The feed of a token.
 * @throws ProblemError 400 for a token that was not given here, 403 when its feed was ended, is past its time, or is
 *   another than this
 */
export async function openFeedToken(
  cursors: CursorCodec,
  feeds: CalendarFeeds,
  token: string,
  caseId: CaseId | null,
  now: Instant,
): Promise<CalendarFeed> {
  const { feed: feedId } = cursors.open(SCOPE, token) as { readonly feed?: string };
  // A token of before feeds were kept names none: nobody could end it, so it has ended.
  const feed = feedId === undefined ? undefined : await feeds.find(feedId);
  if (!feed || now >= feed.validUntil) throw ProblemError.refused(refuse(agendaRefusals.feedEnded));
  if (feed.caseId !== caseId) throw ProblemError.refused(refuse(agendaRefusals.otherFeed));
  return feed;
}
