import { CaseHistory, type ToldRecord } from '../history/case-history';
import { CATEGORIES_OF_CASES, caseNamedBy } from '../history/case-streams';
import { EVERYTHING, historyList } from '../history/history.request';
import type { AuditApi } from '../history/case-state.response';
import type { Caller } from '@parley/access';
import type { Page, Position, RecordedEvent } from '@parley/event-store';
import { questionOf, type CursorCodec } from '@parley/http';
import { latest, plusMillis, type CaseId, type Instant, type Tier } from '@parley/kernel';
import type { Heard } from './heard.http';

/** The scope of positions of this stream, as `Last-Event-ID` brings them back. */
export const EVENTS = 'events';

/** So often a stream says that it is there. What is silent for 120 s is cut off. */
const BEAT_MS = 15_000;
/** Milliseconds after which a client whose connection broke comes back. */
const RETRY_MS = 2_000;
const PAGE = 50;

/** Somebody who is told of events. */
export interface Listener {
  readonly caller: Caller;
  /** Whether the caller's token, role and delegation are good still. */
  isAdmitted(): Promise<boolean>;
  /** Puts on record that the caller is told of something of a case (I-40). */
  note(caseId: CaseId, tier: Tier): Promise<void>;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

interface StreamPorts {
  readonly audit: AuditApi;
  readonly heard: Heard;
  readonly cursors: CursorCodec;
  /** Address under which clients reach the system. */
  readonly site: string;
}

/** What a stream tells of an event: where it belongs and where it is read, and nothing of what it says. */
interface EventTold {
  readonly eventId: string;
  readonly caseId: string;
  readonly docketNumber: string | null;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly tier: Tier;
  readonly link: string;
  /** Where the proof is that it stands in the log, for who may count what stands there (I-43). */
  readonly proof: string | undefined;
}

/**
 * The events after a position that the listener finds in the history of their case, and then those that are recorded,
 * as server-sent events. Whether the listener may read one is asked anew for each, when its turn has come.
 * An id without an event moves `Last-Event-ID` on with every beat, so that a return begins where all was told.
 */
export async function* eventStream(
  { audit, heard, cursors, site }: StreamPorts,
  listener: Listener,
  after: Position,
): AsyncGenerator<string> {
  const { signal } = listener;
  const idOf = (position: Position): string => `id: ${cursors.seal(EVENTS, position)}`;
  let [position, saidAt] = [after, performance.now()];
  const beat = (): string => {
    saidAt = performance.now();
    return `: beat\n${idOf(position)}\n\n`;
  };
  yield `: what you may read, as it is recorded\nretry: ${String(RETRY_MS)}\n${idOf(position)}\n\n`;
  const pages = pagesKnown(audit, heard, { after, signal });
  for (let next = pages.next(); !signal.aborted;) {
    const step = await within(BEAT_MS, next);
    if (step?.done || !(await listener.isAdmitted())) return;
    for (const event of step?.value.events ?? []) {
      if (!(await listener.isAdmitted())) return;
      const told = await toldOf(audit, listener, event, site);
      if (told) {
        const cursor = cursors.seal(questionOf(historyList(told.caseId), EVERYTHING), position);
        const shown = JSON.stringify({ ...told, link: `${told.link}&limit=1&cursor=${cursor}` } satisfies EventTold);
        saidAt = performance.now();
        yield `${idOf(event.position)}\nevent: ${told.type}\ndata: ${shown}\n\n`;
      }
      position = event.position;
    }
    if (step) [position, next] = [step.value.position, pages.next()];
    if (performance.now() - saidAt >= BEAT_MS) yield beat();
  }
}

/** Pages of the record, each given out when all is known that decides who reads what is on it. */
async function* pagesKnown(
  { store }: AuditApi,
  heard: Heard,
  from: { readonly after: Position; readonly signal: AbortSignal },
): AsyncGenerator<Page, undefined> {
  for await (const page of store.follow({ ...from, categories: CATEGORIES_OF_CASES, pageSize: PAGE })) {
    const [first, ...more] = page.events.map(({ recordedAt }) => recordedAt);
    if (first !== undefined) await heard.before(plusMillis(latest(first, ...more), 1));
    yield page;
  }
  return undefined;
}

/**
 * What the listener is told of an event; nothing where it is not in the listener's history of its case.
 * @param site address under which clients reach the system
 */
export async function toldOf(
  audit: ToldRecord,
  { caller, note }: Pick<Listener, 'caller' | 'note'>,
  event: RecordedEvent,
  site: string,
): Promise<EventTold | undefined> {
  const caseId = caseNamedBy(event);
  const history = caseId === undefined ? undefined : await CaseHistory.of(audit, caseId, caller);
  if (caseId === undefined || !history?.holds(event)) return undefined;
  const { eventId, type, occurredAt, tier } = event;
  await note(caseId as CaseId, tier);
  const { docketNumber, linked } = history;
  const place = `${site}/v1/cases/${caseId}/history`;
  return {
    eventId,
    caseId,
    docketNumber,
    type,
    occurredAt,
    tier,
    link: `${place}?kind=${EVERYTHING.kind}`,
    proof: linked ? `${place}/${eventId}/proof` : undefined,
  };
}

/** What comes, or nothing when so many milliseconds have passed without it. */
async function within<Coming>(millis: number, coming: Promise<Coming>): Promise<Coming | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, millis, undefined).unref();
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
