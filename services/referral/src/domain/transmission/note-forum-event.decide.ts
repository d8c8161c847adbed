import { accept, refuse, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { forumOf, forumRulesAt } from '../forums/forum-rules-of';
import type { NoteForumEvent } from '../referral-commands';
import type { ForumEventNoted } from '../referral-events';
import type { FiledReferral } from '../referral-state';
import { refusals } from '../refusals';

/** Each is a line on the public docket, which no party floods. */
const MOST_OF_A_PARTY = 200;

/**
 * A party puts on record what happened at the forum, so that the docket points on. One document is recorded once; that
 * it was circulated can be added later.
 */
export function noteForumEvent(
  { by, party, receivedAt, event }: NoteForumEvent,
  state: FiledReferral,
  clocksOf: ClocksOf,
): Decision<ForumEventNoted> {
  const { parties } = state.filing;
  if (party === null || (party !== parties.complainant && party !== parties.respondent))
    return refuse(refusals.notAParty);
  const { registration } = state.learned;
  if (!registration) return refuse(refusals.notRegistered);
  const forum = forumOf(forumRulesAt(receivedAt), event.forum);
  if (!new RegExp(forum.symbols, 'u').test(event.symbol)) return refuse(refusals.symbolMalformed, '/symbol');
  const { communicatedOn, circulatedOn } = event;
  if (circulatedOn !== null && circulatedOn < communicatedOn) return refuse(refusals.circulatedBefore, '/circulatedOn');
  const today = clocksOf(registration.ruleSetVersion).arrivalDay(receivedAt);
  if (communicatedOn > today || (circulatedOn ?? communicatedOn) > today)
    return refuse(refusals.forumEventAhead, '/communicatedOn');
  const known = state.forumEvents.find(({ symbol }) => symbol === event.symbol);
  const adds =
    known?.circulatedOn === null &&
    circulatedOn !== null &&
    known.communicatedOn === communicatedOn &&
    known.kind === event.kind;
  if (known && !adds) return refuse(refusals.forumEventNoted);
  if (!known && state.forumEvents.filter(({ notedBy }) => notedBy === party).length >= MOST_OF_A_PARTY)
    return refuse(refusals.tooManyForumEvents);
  return accept({
    type: 'ForumEventNoted',
    occurredAt: receivedAt,
    rule: 'S12',
    tier: 'PUBLIC',
    data: { by, party, event },
  });
}
