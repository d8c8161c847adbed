import {
  canonicalJson,
  type CaseId,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text, type MovesClocks } from '@parley/procedure';
import type { KnownCase } from '../casefile/casefile.rules';
import type { Exhibit, ExhibitNumber, ExhibitTier, FiledBytes } from '../exhibits/exhibit-commands.rules';
import { recalled } from '../loans/loans.rules';
import type { Readers, ReadersReason, Tombstone } from './readers.rules';

/** What new readers could not know of an exhibit until now. */
export interface ExhibitParticulars {
  readonly title: readonly Text[];
  readonly file: FiledBytes;
  readonly claims: readonly string[];
}

/** The party of an exhibit takes it back. A tombstone stays for everybody who knew of it. */
export type ExhibitWithdrawn = DomainEvent<
  'ExhibitWithdrawn',
  MovesClocks & {
    readonly number: ExhibitNumber;
    readonly party: PartyCode;
    readonly reason: ReadersReason;
    readonly from: ExhibitTier;
    readonly by: PersonId;
  }
>;

/** More people may read an exhibit, because its party consents or both co-heads signed. */
export type ReadersAdded = DomainEvent<
  'ReadersAdded',
  MovesClocks & {
    readonly number: ExhibitNumber;
    readonly party: PartyCode;
    readonly from: ExhibitTier;
    readonly to: ExhibitTier;
    readonly basis: 'its-party' | 'co-heads';
    readonly reason: ReadersReason | null;
    readonly digest: Sha256 | null;
  } & ExhibitParticulars
>;

/** Fewer people may read an exhibit, because both co-heads decided so. A tombstone stays for the others. */
export type ReadersTakenAway = DomainEvent<
  'ReadersTakenAway',
  MovesClocks & {
    readonly number: ExhibitNumber;
    readonly party: PartyCode;
    readonly from: ExhibitTier;
    readonly to: Readers;
    readonly reason: ReadersReason;
    readonly digest: Sha256;
  }
>;

export type ReadersDecisionSigned = DomainEvent<
  'ReadersDecisionSigned',
  MovesClocks & {
    readonly number: ExhibitNumber;
    readonly to: Readers;
    readonly reason: ReadersReason;
    readonly digest: Sha256;
    readonly coHead: PersonId;
    readonly party: PartyCode;
  }
>;

/** The other co-head did not sign in time, so the readers stay. */
export type ReadersDecisionLapsed = DomainEvent<
  'ReadersDecisionLapsed',
  MovesClocks & { readonly number: ExhibitNumber; readonly digest: Sha256; readonly missing: readonly PartyCode[] }
>;

export type ReadersEvent =
  ExhibitWithdrawn | ReadersAdded | ReadersTakenAway | ReadersDecisionSigned | ReadersDecisionLapsed;

/** What an event means for who reads an exhibit. A tombstone, once there, stays. */
export function evolveReaders(exhibit: Exhibit, event: ReadersEvent): Exhibit {
  switch (event.type) {
    case 'ExhibitWithdrawn': {
      const { from, reason } = event.data;
      return buried(
        exhibit,
        { at: event.occurredAt, by: 'its-party', reason, from, to: 'NOBODY', digest: null },
        event.data.closes,
      );
    }
    case 'ReadersTakenAway': {
      const { from, to, reason, digest } = event.data;
      return buried(exhibit, { at: event.occurredAt, by: 'co-heads', reason, from, to, digest }, event.data.closes);
    }
    case 'ReadersAdded': {
      const { to, basis, closes } = event.data;
      return { ...exhibit, tier: to, decision: stillOpen(exhibit, basis, closes) };
    }
    case 'ReadersDecisionSigned':
      return signed(exhibit, event);
    case 'ReadersDecisionLapsed':
      return { ...exhibit, decision: null };
  }
}

const buried = (exhibit: Exhibit, tombstone: Tombstone, closes: readonly string[]): Exhibit => ({
  ...exhibit,
  ...(tombstone.to === 'NOBODY' ? { withdrawn: tombstone } : { tier: tombstone.to }),
  tombstones: [...exhibit.tombstones, tombstone],
  loans: recalled(exhibit, { at: tombstone.at, by: 'tombstone' }, closes),
  decision: stillOpen(exhibit, tombstone.by, closes),
});

/**
 * A decision ends when it is carried out or when its clock is closed. If its time had run out before its party acted,
 * it waits for its default (I-18).
 */
const stillOpen = (
  { number, decision }: Exhibit,
  by: Tombstone['by'],
  closes: readonly string[],
): Exhibit['decision'] => (by === 'co-heads' || closes.includes(readersDeadline(number)) ? null : decision);

function signed(exhibit: Exhibit, { occurredAt, data }: ReadersDecisionSigned): Exhibit {
  const { to, reason, digest, coHead, party, opens } = data;
  const signature = { coHead, party, digest, receivedAt: occurredAt };
  const [deadline] = opens;
  if (exhibit.decision)
    return { ...exhibit, decision: { ...exhibit.decision, signatures: [...exhibit.decision.signatures, signature] } };
  return deadline
    ? { ...exhibit, decision: { to, reason, digest, dueAt: deadline.dueAt, signatures: [signature] } }
    : exhibit;
}

/**
 * What both co-heads sign. It holds the exhibit's digest and its present readers, so that a signature fits no other
 * change.
 */
export interface DecisionText {
  readonly caseId: CaseId;
  readonly exhibit: ExhibitNumber;
  readonly exhibitDigest: Sha256;
  readonly from: ExhibitTier;
  readonly to: Readers;
  readonly reason: ReadersReason;
}

export const decisionText = (
  caseId: CaseId,
  { number, file, tier }: Exhibit,
  to: Readers,
  reason: ReadersReason,
): DecisionText => ({
  caseId,
  exhibit: number,
  exhibitDigest: file.digest,
  from: tier,
  to,
  reason,
});

/** SHA-256 of the canonical JSON of the text (RFC 8785). */
export const decisionDigest = (text: DecisionText): Sha256 => sha256Text(canonicalJson(text));

/**
 * When the time for the second co-head's signature ends, as its clock runs now. It is `undefined` while the clock
 * stands still, and before there is a decision.
 * @param deadlineId of that clock
 */
export const endOfDecision = (
  decision: { readonly dueAt: Instant } | null,
  deadlineId: string,
  { running, standing }: KnownCase,
): Instant | undefined =>
  decision && standing[deadlineId] === undefined ? (running[deadlineId]?.dueAt ?? decision.dueAt) : undefined;

type Change = Pick<ReadersAdded['data'], 'to' | 'basis' | 'reason' | 'digest' | 'closes'> & { readonly at: Instant };

/** The event that readers were added. It has the tier of the new readers, and holds what they could not know before. */
export const readersAdded = (
  { number, party, tier, title, file, claims }: Exhibit,
  { at, ...change }: Change,
): ReadersAdded => ({
  type: 'ReadersAdded',
  occurredAt: at,
  rule: 'I-42',
  tier: change.to,
  data: { number, party, from: tier, title, file, claims, opens: [], ...change },
});

/** The id of the clock of a decision on who reads an exhibit. One such clock runs at a time. */
export const readersDeadline = (number: ExhibitNumber): string => `readers-decision:${number}`;

/** The tier of everybody who could know of an exhibit until now, who are told that it is gone. */
export const tierOfTombstone = ({ tier, publicVersion, tombstones }: Exhibit): ExhibitTier => {
  const known = [tier, ...tombstones.map(({ from }) => from), ...(publicVersion ? (['PUBLIC'] as const) : [])];
  return (['PUBLIC', 'PANEL'] as const).find((each) => known.includes(each)) ?? 'PARTIES';
};
