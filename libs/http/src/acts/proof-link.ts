import { hasRole, type Caller } from '@parley/access';
import { caseOfStream, type RecordedEvent } from '@parley/event-store';
import type { Role, Tier } from '@parley/kernel';

/** What a link of this kind leads to: the proof of an event by the transparency log. */
export const PROOF_RELATION = 'https://c2sp.org/tlog-proof';

/** Who is given proofs of events. Members of a panel are given none: these count what they may not read (I-43). */
const PROVED_TO: readonly Role[] = ['desk', 'registry', 'cohead'];
/** What each of them reads of an act of theirs in a case's history. */
const READ_BY_ALL: readonly Tier[] = ['PUBLIC', 'PARTIES', 'PANEL'];
/** Offices whose holders read what is their own side's. */
const OF_OWN: readonly Role[] = ['desk', 'registry'];

/**
 * The value of `Link` that leads from the answer to an act in a case to the proof of what it recorded, which is there
 * within 2 s (I-37).
 * @param params of the path of the act
 * @returns nothing where the act recorded nothing that its doer reads in the history of a case
 */
export function proofLink(
  events: readonly Pick<RecordedEvent, 'eventId' | 'stream' | 'tier'>[],
  caller: Caller,
  params: object,
): string | undefined {
  const holds = (roles: readonly Role[]): boolean => roles.some((role) => hasRole(caller, role));
  if (!('caseId' in params) || caller.kind === 'public' || !holds(PROVED_TO)) return undefined;
  const tiers: readonly Tier[] = holds(OF_OWN) ? [...READ_BY_ALL, 'FILER'] : READ_BY_ALL;
  const event = events.find(({ tier }) => tiers.includes(tier));
  if (!event) return undefined;
  return leadingTo(event);
}

const leadingTo = ({ stream, eventId }: Pick<RecordedEvent, 'eventId' | 'stream'>): string =>
  `</v1/cases/${caseOfStream(stream)}/history/${eventId}/proof>; rel="${PROOF_RELATION}"`;

/** Proofs to which one answer leads: a client of Node takes 16 kB of headers, and a proof settles those before it. */
const MOST_LINKS = 16;

/**
 * The value of `Link` that leads from something of a case that was read to the proofs of the events that it tells of,
 * the newest ones where there are many.
 * @param events as `provedTo` leaves them, the newest last
 */
export const proofLinks = (events: readonly Pick<RecordedEvent, 'eventId' | 'stream'>[]): string | undefined =>
  events.length === 0 ? undefined : events.slice(-MOST_LINKS).map(leadingTo).join(', ');

/**
 * Events of a case of which a reader is given proofs: those that the reader reads, if the reader reads what the parties
 * do. A proof tells how many events there are, which nobody else may count (I-43).
 */
export const provedTo = <Event extends Pick<RecordedEvent, 'tier'>>(
  events: readonly Event[],
  reads: (tier: Tier) => boolean,
): readonly Event[] => (reads('PARTIES') ? events.filter(({ tier }) => reads(tier)) : []);
