import type { DomainEvent, Instant, PartyCode, PersonId, Role, Sha256, Text } from '@parley/kernel';
import type { MovesClocks } from '../deadlines/clock-moves';
import type { Outage } from '../deadlines/outage';

/** By which way an act came that was not sent here, when, and what came. */
export interface CameBy {
  /** Such as a note handed over at the seat. */
  readonly channel: string;
  readonly cameAt: Instant;
  /** SHA-256 of the original, whose bytes are kept. */
  readonly original: Sha256;
}

/** An act of a person: who, for which side, and the instant of receipt that counts. */
interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}

/**
 * A side enters its own act, which came by another channel; the act in it is as of when it came. An officer of the
 * registry enters paper for somebody who is of neither side so, too; the act in it is as of when it stands.
 */
export type ClaimLateEntry<Command extends Act> = Act &
  CameBy & {
    readonly type: 'ClaimLateEntry';
    readonly entryId: string;
    /** In which its person enters it: for the side either way. */
    readonly office: Role;
    /** True for paper for others. */
    readonly paper?: true;
    /** Those that are declared. */
    readonly outages: readonly Outage[];
    readonly act: Command;
  };

export const LATE_ENTRY_VERDICTS = ['confirmed', 'refused'] as const;
export type LateEntryVerdict = (typeof LATE_ENTRY_VERDICTS)[number];

/** A registry officer of the other side confirms a claimed entry, over the digest of its original, or refuses it. */
export type AnswerLateEntry = Act & {
  readonly type: 'AnswerLateEntry';
  readonly entryId: string;
  readonly verdict: LateEntryVerdict;
  readonly original: Sha256;
  /** Why; may be empty. */
  readonly reason: readonly Text[];
};

/** What the record says of an entry in every event about it. */
export interface ClaimedEntry extends CameBy {
  /** Unique; what the entry sets aside points to it. */
  readonly entryId: string;
  /** Name of the act, as in the table of acts that may be entered late. */
  readonly act: string;
  readonly claimedAt: Instant;
  /** Who entered it, and in which office. */
  readonly by: PersonId;
  readonly office: Role;
  /** Side whose act it is; of paper for others the side whose registry entered it. */
  readonly party: PartyCode;
  /** True for paper for others: an act of somebody who is of neither side, who may do it in person instead. */
  readonly paper?: true;
}

/**
 * Why an entry counts: the other side's registry confirmed it, or a declared outage covers the instant (I-67). Paper
 * for others that nobody confirmed in time stands as unconfirmed.
 */
export type CountsBecause =
  | { readonly kind: 'confirmed'; readonly by: PersonId }
  | ({ readonly kind: 'outage' } & Outage)
  | { readonly kind: 'unconfirmed' };

/** How paper for others stands by what it counts. */
export const standingBy = ({ kind }: CountsBecause): StandingPaper['standing'] =>
  kind === 'confirmed' ? 'confirmed' : 'unconfirmed';

/** How paper for others stands, and on what. */
export interface StandingPaper {
  readonly entryId: string;
  /** SHA-256 of the original. */
  readonly original: Sha256;
  readonly standing: 'confirmed' | 'unconfirmed';
}

/** Without effect until it counts. It holds the act, so that it can be decided then. */
export type LateEntryClaimed<Command> = DomainEvent<
  'LateEntryClaimed',
  MovesClocks & ClaimedEntry & { readonly claimed: Command }
>;

/** From here on the act stands as of when it came; events of the act, and of the default that it sets aside, follow. */
export type LateEntryCounted = DomainEvent<
  'LateEntryCounted',
  MovesClocks &
    ClaimedEntry & {
      readonly because: CountsBecause;
      readonly setsAside: boolean;
      /** Of paper for others. */
      readonly standing?: StandingPaper['standing'];
    }
>;

/** The other side's registry does not confirm that it came. */
export type LateEntryRefused = DomainEvent<
  'LateEntryRefused',
  MovesClocks & ClaimedEntry & { readonly refusedBy: PersonId; readonly reason: readonly Text[] }
>;

/**
 * Nobody confirmed it in the time for that, and no declared outage covers it; of paper for others, what it was for had
 * ended before.
 */
export type LateEntryLapsed = DomainEvent<'LateEntryLapsed', MovesClocks & ClaimedEntry>;

export type LateEntryEvent<Command> = LateEntryClaimed<Command> | LateEntryCounted | LateEntryRefused | LateEntryLapsed;

/** A claimed entry as its part of a case keeps it. */
export type KeptEntry<Command> = ClaimedEntry & {
  readonly claimed: Command;
  /** `null` while it waits for an answer. */
  readonly end: { readonly kind: EntryEnd; readonly at: Instant } | null;
};

/** `replaced`: the person concerned has done the act in person. */
export type EntryEnd = 'counted' | 'unconfirmed' | 'refused' | 'lapsed' | 'replaced';

/** The claimed entries of a part of a case, in their order. */
export type LateEntries<Command> = readonly KeptEntry<Command>[];

const ENDS = { LateEntryCounted: 'counted', LateEntryRefused: 'refused', LateEntryLapsed: 'lapsed' } as const;

/** The entries after an event about one of them. */
export function lateEntriesAfter<Command>(
  entries: LateEntries<Command>,
  event: LateEntryEvent<Command>,
): LateEntries<Command> {
  if (event.type === 'LateEntryClaimed') {
    const { opens: _opens, closes: _closes, ...entry } = event.data;
    return [...entries, { ...entry, end: null }];
  }
  const unconfirmed = event.type === 'LateEntryCounted' && event.data.because.kind === 'unconfirmed';
  const end = { kind: unconfirmed ? 'unconfirmed' : ENDS[event.type], at: event.occurredAt } as const;
  return entries.map((entry) => (entry.entryId === event.data.entryId ? { ...entry, end } : entry));
}

/** The entry that counted last. What it holds is as of when it came, and on record from when it counts. */
export interface CountedEntry {
  readonly party: PartyCode;
  readonly cameAt: Instant;
  readonly countedAt: Instant;
}

/** What a state keeps of an event about an entry, besides the claimed ones. */
export const countedBy = (event: LateEntryEvent<unknown>): { readonly counted?: CountedEntry } => {
  if (event.type !== 'LateEntryCounted') return {};
  const { party, cameAt } = event.data;
  return { counted: { party, cameAt, countedAt: event.occurredAt } };
};

/** When an act of a side that is as of an instant came on record: then, or when the entry in which it came counted. */
export const onRecordFrom = (counted: CountedEntry | undefined, party: PartyCode, at: Instant): Instant =>
  counted?.party === party && counted.cameAt === at ? counted.countedAt : at;

/** The entries after the persons concerned have done in person what was entered for them. */
export const lateEntriesReplaced = <Command>(
  entries: LateEntries<Command>,
  closes: readonly string[],
  at: Instant,
): LateEntries<Command> =>
  entries.map((entry) =>
    entry.end === null && closes.includes(answerClockId(entry.entryId))
      ? { ...entry, end: { kind: 'replaced', at } }
      : entry,
  );

/** Id of the clock that runs for the answer to an entry. */
export const answerClockId = (entryId: string): string => `late-entry:${entryId}`;

const PREFIX = answerClockId('');

/** True for the clock of an answer. It goes on when a screening ends: an entry may prove that it had not ended. */
export const isAnswerClock = (id: string): boolean => id.startsWith(PREFIX);

/** The entry whose answer a clock awaits. */
export const entryOfClock = (id: string): string => id.slice(PREFIX.length);
