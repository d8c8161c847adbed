import { seesCase, type Caller, type CaseAccess } from '@parley/access';
import { knownFrom } from '@parley/contracts';
import {
  domainEventOf,
  JSON_CONTENT,
  sha256,
  streamName,
  verifyChain,
  type ChainCheck,
  type EventStore,
  type Position,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';
import type { Instant, Sha256, Tier } from '@parley/kernel';
import type { Facts, PublicEvent } from '@parley/messaging';
import { countProofFailure } from '@parley/metrics';
import { takingOfAudit } from '../docket/docket.hears';
import { docketPlace } from '../docket/docket-log';
import {
  caseAt,
  caseDifference,
  readableHistory,
  type CaseAt,
  type CaseDifference,
  type RecordedFact,
} from './case-at.rules';
import type { CaseFile } from './history.rules';
import { mergeStreams, sees, sightOf, sightThen, type Eyes, type Sight } from './merge-streams';

export interface HistoryPage {
  readonly events: readonly RecordedEvent[];
  /** Where the next page goes on; none at the end. */
  readonly next: Position | undefined;
}

export type StreamCheck = ChainCheck & { readonly stream: string };

/** The record, and what its services have told of it. */
export interface ToldRecord {
  readonly store: EventStore;
  readonly facts: Facts;
}

/** The history of one case as one reader may know it. */
export class CaseHistory {
  private constructor(
    private readonly store: EventStore,
    private readonly streams: readonly CaseStream[],
    /** Whose events are in it. */
    private readonly sight: Sight,
    /** Nothing that was recorded later is in it. */
    private readonly head: Position,
    /** What others have told of the case. */
    private readonly told: readonly PublicEvent[],
    private readonly access: CaseAccess,
  ) {}

  /** @returns nothing for a case that is not there, and for one that the caller may not know of */
  static async of({ store, facts }: ToldRecord, caseId: string, caller: Caller): Promise<CaseHistory | undefined> {
    const told = await facts.of(caseId);
    const file = knownFrom(takingOfAudit, told).view;
    const access = accessOf(file);
    if (access === undefined || !seesCase(caller, access)) return undefined;
    const { filers, ...seen } = sightOf(caller, access);
    const tiers = readableHistory(seen.tiers, file.released);
    const head = await store.head();
    const streams = await streamsOfCase(store, caseId, file, tiers.has('DELIBERATION'));
    return new CaseHistory(store, streams, { tiers, filers }, head, told, access);
  }

  /**
   * Whether the reader is told what links the events of a stream: revisions, links and heads count what stands between
   * the events that are shown. Who reads between the parties knows of all that stands there, so nothing is given away
   * (I-43).
   */
  get linked(): boolean {
    return this.tiers.has('PARTIES');
  }

  /** The tiers that the reader reads. */
  get tiers(): ReadonlySet<Tier> {
    return this.sight.tiers;
  }

  /** Tiers of what is not public and may be in it: what a reader of it is on record for. */
  sealedTiers(): readonly Tier[] {
    const { tiers, filers } = this.sight;
    return [...new Set<Tier>([...tiers, ...(filers.size > 0 ? (['FILER'] as const) : [])])].filter(
      (tier) => tier !== 'PUBLIC',
    );
  }

  /** Events of all services in the one order of the store. What the reader may not read is not there at all. */
  async *events(after?: Position): AsyncGenerator<RecordedEvent> {
    for await (const event of mergeStreams(this.store, this.streams, this.head)) {
      if (after !== undefined && this.store.compare(event.position, after) <= 0) continue;
      if (sees(this.sight, event, this.access.parties)) yield event;
    }
  }

  async page(after: Position | undefined, limit: number): Promise<HistoryPage> {
    const events: RecordedEvent[] = [];
    for await (const event of this.events(after)) {
      if (events.length === limit) return { events, next: events.at(-1)?.position };
      events.push(event);
    }
    return { events, next: undefined };
  }

  /**
   * The same as long as the reader sees the same events: made of the last one's id and of what may be read, so that it
   * counts nothing.
   */
  async tag(): Promise<Sha256> {
    let last = '';
    for await (const { eventId } of this.events()) last = eventId;
    return sha256(`${[...this.tiers].sort().join(' ')} ${last}`);
  }

  /** The state of each part as it could have been known at an instant: made of what had been recorded by then alone. */
  async at(asOf: Instant): Promise<CaseAt> {
    const facts: RecordedFact[] = [];
    for await (const event of this.events()) if (event.recordedAt <= asOf) facts.push(factOf(event));
    return caseAt(facts);
  }

  /**
   * The same as somebody else saw it then: at the tiers that were theirs at the instant, and never more than the
   * reader's own.
   */
  async seenBy(eyes: Eyes, asOf: Instant): Promise<CaseAt> {
    const theirs = sightThen(eyes, knownFrom(takingOfAudit, this.told, asOf).view, this.access);
    const facts: RecordedFact[] = [];
    for await (const event of this.events())
      if (event.recordedAt <= asOf && sees(theirs, event, this.access.parties)) facts.push(factOf(event));
    return caseAt(facts);
  }

  /** What the case became between two instants, and the events in between, no more than `limit` of them. */
  async between(
    from: Instant,
    to: Instant,
    limit: number,
  ): Promise<CaseDifference & { readonly events: readonly RecordedEvent[]; readonly more: boolean }> {
    const [before, after, events]: [RecordedFact[], RecordedFact[], RecordedEvent[]] = [[], [], []];
    for await (const event of this.events()) {
      if (event.recordedAt > to) continue;
      after.push(factOf(event));
      if (event.recordedAt <= from) before.push(factOf(event));
      else events.push(event);
    }
    return {
      ...caseDifference(caseAt(before), caseAt(after)),
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
      const check = verifyChain(events);
      if (check.kind === 'broken') countProofFailure('chain');
      checks.push({ ...check, stream });
    }
    return checks;
  }
}

/** What decides who reads; nothing as long as the parties are not known. A case is known from its filing on. */
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

/** An event as far as the history speaks of it. */
export const factOf = (event: RecordedEvent): RecordedFact => ({ ...event, data: payloadJson(event) ?? null });

/** The payload as JSON; nothing where it is sealed or of another kind. */
export const payloadJson = (event: RecordedEvent): unknown =>
  event.sealing === null && event.contentType === JSON_CONTENT ? domainEventOf(event).data : undefined;

/** A stream that holds events of a case, and which of them are the case's. */
export interface CaseStream {
  readonly stream: StreamName;
  /** The only revision that belongs to the case; the whole stream does when left out. */
  readonly only?: number;
}

/** The parts of every service, each a stream named for the case. */
const PARTS = [
  'intake.case',
  'intake.letters',
  'intake.service',
  'intake.desk',
  'evidence.exhibits',
  'panelreview.panel',
  'referral.referral',
  'referral.settlement',
  'referral.compliance',
  ...['intake', 'evidence', 'panelreview', 'referral', 'audit'].map((context) => `${context}.dismissals`),
];
const DELIBERATION = 'panelreview.deliberation';

/**
 * Where the events of a case stand.
 * @param withDeliberation false for who may not know of it: the stream is not even read then
 */
export async function streamsOfCase(
  store: EventStore,
  caseId: string,
  file: CaseFile,
  withDeliberation: boolean,
): Promise<readonly CaseStream[]> {
  const categories = withDeliberation ? [...PARTS, DELIBERATION] : PARTS;
  const place = await docketPlace(store, caseId, file);
  return [...categories.map((category) => ({ stream: streamName(category, caseId) })), ...(place ? [place] : [])];
}
