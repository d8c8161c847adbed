import type { PersonCaller } from '@parley/access';
import { plusMillis, refuse, type CaseId, type Instant, type PartyCode, type PersonId, type Role } from '@parley/kernel';
import { ProblemError, type CursorCodec } from '@parley/platform';
import { agendaRefusals } from './agenda-refusals';

const SCOPE = 'agenda-feed';
/** Half a year: long enough for a calendar program, short enough for a token that stands in an address. */
const VALID_MS = 180 * 24 * 60 * 60 * 1_000;

interface Sealed {
  readonly person: PersonId;
  readonly party: PartyCode | null;
  readonly roles: readonly Role[];
  /** The one case that it reads; `null` for the agenda of the person. */
  readonly caseId: CaseId | null;
  readonly until: Instant;
}

export interface FeedToken {
  readonly token: string;
  readonly validUntil: Instant;
}

/**
 * A token that stands in the address of a calendar feed. It is encrypted and authenticated with the installation's secret, names who
 * reads and what, and is taken by the calendar feeds alone: nothing is done with it and nothing else is read.
 */
export function sealFeedToken(cursors: CursorCodec, { personId, party, roles }: PersonCaller, caseId: CaseId | null, now: Instant): FeedToken {
  const until = plusMillis(now, VALID_MS);
  return { token: cursors.seal(SCOPE, { person: personId, party, roles, caseId, until } satisfies Sealed), validUntil: until };
}

/** Who reads a feed. @throws ProblemError 400 for a token that was not given here, 403 when it is past its time or for another feed */
export function openFeedToken(cursors: CursorCodec, token: string, caseId: CaseId | null, now: Instant): PersonCaller {
  const sealed = cursors.open(SCOPE, token) as Sealed;
  if (now >= sealed.until) throw ProblemError.refused(refuse(agendaRefusals.feedExpired));
  if (sealed.caseId !== caseId) throw ProblemError.refused(refuse(agendaRefusals.otherFeed));
  return { kind: 'person', personId: sealed.person, party: sealed.party, roles: sealed.roles };
}
