import { seesCase, type Caller, type CaseAccess } from '@parley/access';
import { isPublicLimit, knownFrom } from '@parley/contracts';
import {
  sha256,
  verifyChain,
  type ChainCheck,
  type EventStore,
  type Position,
  type RecordedEvent,
} from '@parley/event-store';
import type { CaseParties, Instant, Sha256, Tier } from '@parley/kernel';
import type { Facts, PublicEvent } from '@parley/messaging';
import { countProofFailure } from '@parley/metrics';
import { takingOfAudit } from '../docket/docket.hears';
import {
  caseAt,
  caseDifference,
  readableHistory,
  type CaseAt,
  type CaseDifference,
  type RecordedFact,
  type UnreadMoves,
} from './case-at.rules';
import { ownStreams, streamsOfCase, type CaseStream } from './case-streams';
import type { CaseFile } from './history.rules';
import { isAsked, type Narrowing } from './narrow-history';
import { mergeStreams, payloadJson, sees, sightOf, sightThen, type Eyes, type Sight } from './merge-streams';

export interface HistoryPage {
  readonly events: readonly RecordedEvent[];
  /** The position after which the next page begins; `undefined` at the end. */
  readonly next: Position | undefined;
}

export type StreamCheck = ChainCheck & { readonly stream: string };

/** The record, and the facts that the services have told. */
export interface ToldRecord {
  readonly store: EventStore;
  readonly facts: Facts;
}

/** The history of one case as one reader may know it. */
export class CaseHistory {
  private constructor(
    private readonly store: EventStore,
    private readonly streams: readonly CaseStream[],
    /** What the reader reads: only such events are in the history. */
    private readonly sight: Sight,
    /** The history holds nothing that was recorded later. */
    private readonly head: Position,
    /** What other contexts have told of the case. */
    private readonly told: readonly PublicEvent[],
    private readonly access: CaseAccess,
    /** `null` until the registration. */
    readonly docketNumber: string | null,
  ) {}

  /** @returns nothing for a case that does not exist, or that the caller may not know of */
  static async of({ store, facts }: ToldRecord, caseId: string, caller: Caller): Promise<CaseHistory | undefined> {
    const told = await facts.of(caseId);
    const file = knownFrom(takingOfAudit, told).view;
    const access = accessOf(file);
    if (access === undefined || !seesCase(caller, access)) return undefined;
    const { filers, ...seen } = sightOf(caller, access);
    const tiers = readableHistory(seen.tiers, file.released);
    const head = await store.head();
    const streams = [
      ...(await streamsOfCase(store, caseId, file, tiers.has('DELIBERATION'))),
      ...[...filers].flatMap((party) => ownStreams(caseId, party, access)),
    ];
    return new CaseHistory(store, streams, { tiers, filers }, head, told, access, file.docketNumber);
  }

  /**
   * Whether the reader is told what links the events of a stream. Revisions, links and heads also count the events that
   * are not shown. A reader of tier PARTIES knows of all of these, so the links give nothing away (I-43).
   */
  get linked(): boolean {
    return this.tiers.has('PARTIES');
  }

  /** Who complains, and of whom. */
  get parties(): CaseParties {
    return this.access.parties;
  }

  get tiers(): ReadonlySet<Tier> {
    return this.sight.tiers;
  }

  /** The tiers, except PUBLIC, of events that the history may hold. Reading it is put on record for each of them. */
  sealedTiers(): readonly Tier[] {
    const { tiers, filers } = this.sight;
    return [...new Set<Tier>([...tiers, ...(filers.size > 0 ? (['FILER'] as const) : [])])].filter(
      (tier) => tier !== 'PUBLIC',
    );
  }

  /** Whether an event is among those of this history. */
  holds(event: RecordedEvent): boolean {
    const isOfCase = this.streams.some(
      ({ stream, only }) => stream === event.stream && (only === undefined || only === event.revision),
    );
    return isOfCase && sees(this.sight, event);
  }

  /** Events of all services in the one order of the store, without those that the reader may not read. */
  async *events(after?: Position): AsyncGenerator<RecordedEvent> {
    for await (const { event, isRead } of this.withUnread()) {
      if (after !== undefined && this.store.compare(event.position, after) <= 0) continue;
      if (isRead) yield event;
    }
  }

  /** The same with those of its streams that the reader may not read. Nothing of what they say is handed out. */
  async *withUnread(): AsyncGenerator<{ readonly event: RecordedEvent; readonly isRead: boolean }> {
    for await (const event of mergeStreams(this.store, this.streams, this.head))
      yield { event, isRead: sees(this.sight, event) };
  }

  /** @param narrowing leaves out what the reader does not ask for */
  async page(after: Position | undefined, limit: number, narrowing: Narrowing = {}): Promise<HistoryPage> {
    const events: RecordedEvent[] = [];
    for await (const event of this.events(after)) {
      if (!isAsked(narrowing, event)) continue;
      if (events.length === limit) return { events, next: events.at(-1)?.position };
      events.push(event);
    }
    return { events, next: undefined };
  }

  /**
   * A tag that stays the same as long as the reader sees the same events. It is made from the last event's id and the
   * reader's tiers, so that it counts nothing.
   */
  async tag(): Promise<Sha256> {
    let last = '';
    for await (const { eventId } of this.events()) last = eventId;
    return sha256(`${[...this.tiers].sort().join(' ')} ${last}`);
  }

  /**
   * The state of each part as it could have been known at an instant, from the events that had been recorded by then.
   */
  async at(asOf: Instant): Promise<CaseAt> {
    return caseAt(await this.#knownUntil(asOf), isPublicLimit);
  }

  /**
   * What a reader knows by an instant: the events that the reader may read, and of the others what they do to limits
   * that are public.
   */
  async #knownUntil(asOf: Instant, also: Sight = this.sight): Promise<readonly (RecordedFact | UnreadMoves)[]> {
    const facts: (RecordedFact | UnreadMoves)[] = [];
    for await (const event of mergeStreams(this.store, this.streams, this.head)) {
      if (event.recordedAt > asOf) continue;
      const isRead = sees(this.sight, event) && sees(also, event);
      facts.push(isRead ? factOf(event) : { unread: true, stream: event.stream, data: payloadJson(event) ?? null });
    }
    return facts;
  }

  /**
   * The same as somebody else saw it then. It has only the tiers that the other had at the instant, and never more than
   * the reader's own.
   */
  async seenBy(eyes: Eyes, asOf: Instant): Promise<CaseAt> {
    const theirs = sightThen(eyes, knownFrom(takingOfAudit, this.told, asOf).view, this.access);
    return caseAt(await this.#knownUntil(asOf, theirs), isPublicLimit);
  }

  /** The changes of the case between two instants, and the events in between, no more than `limit` of them. */
  async between(
    from: Instant,
    to: Instant,
    limit: number,
  ): Promise<CaseDifference & { readonly events: readonly RecordedEvent[]; readonly more: boolean }> {
    const events: RecordedEvent[] = [];
    for await (const event of this.events()) if (event.recordedAt > from && event.recordedAt <= to) events.push(event);
    const [before, after] = [await this.at(from), await this.at(to)];
    return {
      ...caseDifference(before, after),
      events: events.slice(0, limit),
      more: events.length > limit,
    };
  }

  /** Checks each stream of the case from its first event on, the docket of the party's year included. */
  async check(): Promise<readonly StreamCheck[]> {
    const checks: StreamCheck[] = [];
    for (const { stream } of this.streams) {
      const events = await this.store.read(stream);
      if (events.length === 0) continue;
      const check = verifyChain(stream, events);
      if (check.kind === 'broken') countProofFailure('chain');
      checks.push({ ...check, stream });
    }
    return checks;
  }
}

/**
 * What decides who reads a case; `undefined` as long as its parties are not known. They are known from the filing on.
 */
export function accessOf({ parties, nominated, seated, challenged }: CaseFile): CaseAccess | undefined {
  if (parties === null) return undefined;
  return {
    stage: 'filed',
    parties,
    filer: parties.complainant,
    nominated: [...nominated],
    seated: [...seated].filter((person) => !challenged.has(person)),
  };
}

/** The parts of an event that the history uses. */
export const factOf = (event: RecordedEvent): RecordedFact => ({ ...event, data: payloadJson(event) ?? null });
