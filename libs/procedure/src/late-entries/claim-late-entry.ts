import {
  accept,
  refuse,
  type Decision,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Refused,
} from '@parley/kernel';
import type { Clocks, RunningDeadline } from '../deadlines/clocks';
import type { Outage } from '../deadlines/outage';
import { lateEntryRefusals } from './late-entry-refusals';
import {
  answerClockId,
  entryOfClock,
  standingBy,
  type AnswerLateEntry,
  type ClaimLateEntry,
  type CountsBecause,
  type KeptEntry,
  type LateEntries,
  type ClaimedEntry,
  type LateEntryClaimed,
  type LateEntryCounted,
  type LateEntryLapsed,
  type LateEntryRefused,
} from './late-entry';
import type { EnteredAct } from './take-late';

interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}

/** A part of a case in which acts are entered late, and how it takes one that counts. */
export interface TakesLateActs<Command, Event extends DomainEvent, Reason extends RefusalReason> {
  readonly entries: LateEntries<Command>;
  readonly parties: readonly PartyCode[];
  readonly running: Readonly<Record<string, Pick<RunningDeadline, 'dueAt'>>>;
  readonly clocks: Clocks;
  /** Name of an act, as in the table of acts that may be entered late. */
  readonly nameOf: (act: Command) => string;
  /** The act as of when it came, on what would be had its default not happened; paper for others as of now. */
  readonly count: (entry: EnteredAct, act: Command) => Decision<Event, Reason>;
  /** Why paper for others would stand too late, were it not answered by then. */
  readonly standsTooLate?: (act: Command, answeredBy: Instant) => Refused<Reason> | undefined;
}

/** Entries of one side that wait for an answer in one part of a case. */
const MOST_OPEN = 20;

/**
 * I-67: a side claims that an act of its own came by another channel. It is without effect until it counts, which it
 * does at once where a declared outage covers the instant. Paper for others is without effect until it is confirmed or
 * the time for that is over, which ends before the time for the act itself: so it can be refused, or replaced by the
 * person concerned, while that is still of use (I-70).
 * @returns refused where the act could not count either
 */
export function claimLateEntry<Command extends Act, Event extends DomainEvent, Reason extends RefusalReason>(
  { entryId, channel, cameAt, original, by, party, office, paper, receivedAt, ...claim }: ClaimLateEntry<Command>,
  part: TakesLateActs<Command, Event, Reason>,
) {
  if (cameAt > receivedAt) return refuse(lateEntryRefusals.cameInFuture, '/received/cameAt');
  const { act } = claim;
  const outage = paper ? undefined : coveringOutage(cameAt, claim.outages);
  const end = part.clocks.start('late-entry', { event: 'LateEntryClaimed', at: outage ? outage.to : cameAt });
  if (!paper && receivedAt >= end.dueAt) return refuse(lateEntryRefusals.enteredTooLate, '/received/cameAt');
  const side = party ?? ('' as PartyCode);
  if (part.entries.filter((each) => each.party === side && each.end === null).length >= MOST_OPEN)
    return refuse(lateEntryRefusals.tooMany);
  const name = part.nameOf(act);
  const entry: ClaimedEntry = {
    entryId,
    act: name,
    channel,
    cameAt,
    original,
    claimedAt: receivedAt,
    by,
    party: side,
    office,
    ...(paper ? { paper } : {}),
  };
  const because = paper ? ({ kind: 'unconfirmed' } as const) : ({ kind: 'outage', ...(outage ?? NEVER) } as const);
  const counted = countedAs({ ...entry, claimed: act }, because, receivedAt, part);
  if (counted.kind === 'refused') return counted;
  if (party === null || act.party !== party) return refuse(lateEntryRefusals.nothingAwaited);
  if (outage) return counted;
  const [other = side] = part.parties.filter((code) => code !== side);
  const answer = part.clocks.start(
    paper ? 'paper-answer' : 'late-entry-answer',
    { event: 'LateEntryClaimed', at: receivedAt },
    answerClockId(entryId),
    other,
  );
  const tooLate = paper && part.standsTooLate?.(act, answer.dueAt);
  if (tooLate) return tooLate;
  return accept<Event | LateEntryClaimed<Command> | LateEntryCounted>({
    type: 'LateEntryClaimed',
    occurredAt: receivedAt,
    rule: 'I-67',
    tier: 'PARTIES',
    data: { ...entry, claimed: act, opens: [answer], closes: [] },
  });
}

const NEVER: Outage = { from: '' as Instant, to: '' as Instant };

const coveringOutage = (cameAt: Instant, outages: readonly Outage[]): Outage | undefined =>
  outages.find(({ from, to }) => from <= cameAt && cameAt <= to);

/** I-67: a registry officer of the other side confirms an entry, over the digest of its original, or refuses it. */
export function answerLateEntry<Command, Event extends DomainEvent, Reason extends RefusalReason>(
  command: AnswerLateEntry,
  part: TakesLateActs<Command, Event, Reason>,
) {
  const { entryId, by, party, receivedAt } = command;
  const entry = part.entries.find((each) => each.entryId === entryId);
  if (!entry) return refuse(lateEntryRefusals.unknownEntry);
  if (party === entry.party) return refuse(lateEntryRefusals.ownEntry);
  if (entry.end) return refuse(lateEntryRefusals.answered);
  const clock = part.running[answerClockId(entryId)];
  if (!clock || receivedAt >= clock.dueAt) return refuse(lateEntryRefusals.answerLate);
  const { verdict, original, reason } = command;
  if (original !== entry.original) return refuse(lateEntryRefusals.anotherOriginal, '/original');
  if (verdict === 'confirmed') return countedAs(entry, { kind: 'confirmed', by }, receivedAt, part);
  return accept<Event | LateEntryCounted | LateEntryRefused>({
    type: 'LateEntryRefused',
    occurredAt: receivedAt,
    rule: 'I-67',
    tier: 'PARTIES',
    data: { ...saidOf(entry), refusedBy: by, reason, ...endsAnswer(entry) },
  });
}

/**
 * The digest of an original for who answers the entry. Nobody else reads it from here: a side could name the digest of
 * what it may not read.
 */
export function originalFor<Command>(entryId: string, party: PartyCode | null, entries: LateEntries<Command>) {
  const entry = entries.find((each) => each.entryId === entryId);
  if (!entry || party === null) return refuse(lateEntryRefusals.unknownEntry);
  return entry.party === party ? refuse(lateEntryRefusals.ownEntry) : entry.original;
}

/** I-67 by silence: it does not count, and the record says that nobody confirmed it. */
export function lapseLateEntry<Command>(clockId: string, expiry: Instant, entries: LateEntries<Command>) {
  const entry = waitingFor(clockId, entries);
  if (!entry) return accept<LateEntryLapsed>();
  return accept<LateEntryLapsed>({
    type: 'LateEntryLapsed',
    occurredAt: expiry,
    rule: 'I-67',
    tier: 'PARTIES',
    data: { ...saidOf(entry), ...endsAnswer(entry) },
  });
}

/** I-67 by silence where paper for others is entered: that stands as unconfirmed, unless its time has ended before. */
export function lapseEntry<Command, Event extends DomainEvent, Reason extends RefusalReason>(
  clockId: string,
  expiry: Instant,
  part: TakesLateActs<Command, Event, Reason>,
) {
  const entry = waitingFor(clockId, part.entries);
  const stands = entry?.paper && countedAs(entry, { kind: 'unconfirmed' }, expiry, part);
  return stands?.kind === 'accepted' ? stands : lapseLateEntry(clockId, expiry, part.entries);
}

const waitingFor = <Command>(clockId: string, entries: LateEntries<Command>): KeptEntry<Command> | undefined =>
  entries.find(({ entryId, end }) => entryId === entryOfClock(clockId) && end === null);

/**
 * An outage that is declared while entries wait covers those that came in it: they count. One that cannot stand any
 * more waits on.
 */
export function countCovered<State, Command, Event extends DomainEvent, Reason extends RefusalReason>(
  outage: Outage,
  at: Instant,
  before: State,
  how: {
    readonly partOf: (state: State) => TakesLateActs<Command, Event, Reason>;
    readonly evolve: (state: State, event: Event | LateEntryCounted) => State;
  },
): readonly (Event | LateEntryCounted)[] {
  const covered = how
    .partOf(before)
    .entries.filter(
      ({ cameAt, end, paper }) => !paper && end === null && coveringOutage(cameAt, [outage]) !== undefined,
    );
  const because = { kind: 'outage', from: outage.from, to: outage.to } as const;
  let state = before;
  return covered.flatMap((entry) => {
    const counted = countedAs(entry, because, at, how.partOf(state));
    if (counted.kind === 'refused') return [];
    state = counted.events.reduce(how.evolve, state);
    return counted.events;
  });
}

function countedAs<Command, Event extends DomainEvent, Reason extends RefusalReason>(
  kept: Omit<KeptEntry<Command>, 'end'>,
  because: CountsBecause,
  at: Instant,
  { count, running }: TakesLateActs<Command, Event, Reason>,
) {
  const { entryId, act, cameAt, by, party, office, original } = kept;
  const decision = count({ entryId, act, cameAt, enteredAt: at, by, party, office, because, original }, kept.claimed);
  if (decision.kind === 'refused') return decision;
  const waits = running[answerClockId(entryId)] !== undefined;
  const counted: LateEntryCounted = {
    type: 'LateEntryCounted',
    occurredAt: at,
    rule: 'I-67',
    tier: 'PARTIES',
    data: {
      ...saidOf(kept),
      because,
      setsAside: decision.events.some(({ type }) => SETS_ASIDE.includes(type)),
      ...(kept.paper ? { standing: standingBy(because) } : {}),
      opens: [],
      closes: waits ? [answerClockId(entryId)] : [],
    },
  };
  return accept<Event | LateEntryCounted>(counted, ...decision.events);
}

const SETS_ASIDE: readonly string[] = ['DefaultSetAside', 'ReplyLapseSetAside'];

const saidOf = ({
  entryId,
  act,
  channel,
  cameAt,
  original,
  claimedAt,
  by,
  party,
  office,
  paper,
}: ClaimedEntry): ClaimedEntry => ({
  ...{ entryId, act, channel, cameAt, original, claimedAt, by, party, office },
  ...(paper ? { paper } : {}),
});

const endsAnswer = ({ entryId }: ClaimedEntry) => ({ opens: [], closes: [answerClockId(entryId)] });
