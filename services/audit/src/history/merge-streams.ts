import { PUBLIC_CALLER, readableTiers, type Caller, type CaseAccess } from '@parley/access';
import { domainEventOf, JSON_CONTENT, type EventStore, type Position, type RecordedEvent } from '@parley/event-store';
import type { PartyCode, PersonId, Role, Tier } from '@parley/kernel';
import { isFacts, textIn } from '../docket/docket-deadlines.rules';
import type { CaseStream } from './case-streams';
import type { CaseFile } from './history.rules';

/** Events read from one stream at a time. */
const CHUNK = 100;

/**
 * The events of several streams in the one order of the store, without holding more than a chunk of each. Events at or
 * before the head are there whenever a stream is read. So no event can turn up before one that was given out already,
 * and a reader who goes on after the last one misses nothing.
 * @param head the head of the store, taken before the streams were looked for; no event after it is given out
 */
export async function* mergeStreams(
  store: EventStore,
  streams: readonly CaseStream[],
  head: Position,
): AsyncGenerator<RecordedEvent> {
  const heads = streams.map((stream) => new StreamCursor(store, stream, head));
  for (;;) {
    const next = await earliest(store, heads);
    if (next === undefined) return;
    yield next.take();
  }
}

async function earliest(store: EventStore, heads: readonly StreamCursor[]): Promise<StreamCursor | undefined> {
  let first: { readonly cursor: StreamCursor; readonly position: Position } | undefined;
  for (const cursor of heads) {
    const event = await cursor.peek();
    if (event !== undefined && (first === undefined || store.compare(event.position, first.position) < 0))
      first = { cursor, position: event.position };
  }
  return first?.cursor;
}

/** A place in one stream, up to the head. */
class StreamCursor {
  #chunk: readonly RecordedEvent[] = [];
  #at = 0;
  #from: number;
  #done = false;

  constructor(
    private readonly store: EventStore,
    private readonly place: CaseStream,
    private readonly head: Position,
  ) {
    this.#from = place.only ?? 0;
  }

  async peek(): Promise<RecordedEvent | undefined> {
    if (this.#at >= this.#chunk.length && !this.#done) await this.#read();
    const event = this.#chunk[this.#at];
    return event !== undefined && this.store.compare(event.position, this.head) <= 0 ? event : undefined;
  }

  /** Takes the event that `peek` showed. @throws RangeError when it showed none */
  take(): RecordedEvent {
    const event = this.#chunk[this.#at];
    if (event === undefined) throw new RangeError('nothing to take');
    this.#at += 1;
    return event;
  }

  async #read(): Promise<void> {
    const limit = this.place.only === undefined ? CHUNK : 1;
    this.#chunk = await this.store.read(this.place.stream, { from: this.#from, limit });
    this.#at = 0;
    this.#from += this.#chunk.length;
    this.#done = this.place.only !== undefined || this.#chunk.length < limit;
  }
}

/** Through whose eyes a case is looked at. */
export type Eyes = 'complainant' | 'respondent' | 'panel' | 'public';

export const EYES: readonly Eyes[] = ['complainant', 'respondent', 'panel', 'public'];

const holder = (
  role: Role,
  party: Extract<Caller, { kind: 'person' }>['party'],
  personId = 'eyes' as PersonId,
): Caller => ({
  kind: 'person',
  personId,
  party,
  roles: [role],
});

/**
 * What somebody could read at an instant: the parties from the filing on, the public from the registration on, a panel
 * from its first member on.
 * @param then what was known of the case at that instant
 */
export function sightThen(eyes: Eyes, then: CaseFile, access: CaseAccess): Sight {
  switch (eyes) {
    case 'complainant':
    case 'respondent':
      return sightOf(holder('desk', access.parties[eyes]), access);
    case 'panel': {
      const [member] = then.nominated;
      return member === undefined
        ? BLIND
        : sightOf(holder('panel', null, member), { ...access, nominated: [member], seated: [] });
    }
    case 'public':
      return then.docketNumber === null ? BLIND : sightOf(PUBLIC_CALLER, access);
  }
}

/** What somebody reads of a case. */
export interface Sight {
  readonly tiers: ReadonlySet<Tier>;
  /**
   * Parties whose filings of tier FILER the reader reads: what is a side's own is for that side's people (I-76).
   */
  readonly filers: ReadonlySet<PartyCode>;
}

const BLIND: Sight = { tiers: new Set(), filers: new Set() };

export function sightOf(caller: Caller, access: CaseAccess): Sight {
  const { complainant, respondent } = access.parties;
  const filers = [complainant, respondent].filter((filer) => readableTiers(caller, { ...access, filer }).has('FILER'));
  return { tiers: readableTiers(caller, access), filers: new Set(filers) };
}

/** The payload as JSON; `undefined` when it is sealed or of another kind. */
export const payloadJson = (event: RecordedEvent): unknown =>
  event.sealing === null && event.contentType === JSON_CONTENT ? domainEventOf(event).data : undefined;

/** True when somebody with this sight reads an event of the case. */
export const sees = ({ tiers, filers }: Sight, event: RecordedEvent): boolean =>
  event.tier === 'FILER' ? filers.has(ownerOf(event)) : tiers.has(event.tier);

/** The party whose own an event is, as it says. What names none is nobody's, and nobody is shown it. */
function ownerOf(event: RecordedEvent): PartyCode {
  const data = payloadJson(event);
  return (isFacts(data) ? textIn(data, 'party') : '') as PartyCode;
}
