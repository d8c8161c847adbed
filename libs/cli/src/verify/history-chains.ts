import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import type { CommittedEvent } from './committed-event';
import { follows, type Link } from './export-lines';
import type { HistoryExport } from './history-lines';

/** The streams in which docket numbers are given: one event of each case, of which an export has its own case's. */
const isOfNumbers = (stream: string): boolean => stream.startsWith('intake.docket-');

/** The events and stubs of an export, whose links hold. */
export interface Chains {
  /** By their commitments. */
  readonly events: ReadonlyMap<string, CommittedEvent>;
  /** Places of what is not the reader's to read, by commitments. */
  readonly stubs: ReadonlyMap<string, Link>;
}

/**
 * Follows every link of an export, over its stubs, from the first event of each stream to its head.
 * @throws Refused for the first thing that is wrong
 */
export function chainsHold({ events, stubs, heads }: HistoryExport, told: Told): Chains {
  const shown = new Map(events.map((event) => [event.commitment, event]));
  const left = new Map(stubs.map((stub) => [stub.commitment, stub]));
  const streams = Map.groupBy<string, Link>(inOrder(events, stubs), ({ stream }) => stream);
  const ends = new Map(heads.map((head) => [head.stream, head]));
  if (ends.size !== heads.length) throw new Refused('line-malformed', 'head');
  for (const { stream } of heads) if (!streams.has(stream)) throw new Refused('head-differs', stream);
  let followed = 0;
  for (const [stream, links] of streams) {
    if (!isOfNumbers(stream)) followed += chainHolds(stream, links);
    const [end, last] = [ends.get(stream), links.at(-1)];
    const isHead = end?.revision === last?.revision && end?.commitment === last?.commitment;
    // A stub behind which nothing stands could be of anything.
    if (!isHead || !shown.has(end?.commitment ?? '')) throw new Refused('head-differs', stream);
  }
  tellChains({ events: shown.size, stubs: left.size, followed, heads: [...ends.values()] }, told);
  return { events: shown, stubs: left };
}

/** All links of each stream in the order of revisions. Events stand in it already; stubs are apart from them. */
function inOrder(events: readonly Link[], stubs: readonly Link[]): readonly Link[] {
  for (const links of [events, stubs]) {
    const last = new Map<string, number>();
    for (const { stream, revision } of links) {
      if (revision <= (last.get(stream) ?? -1))
        throw new Refused('link-broken', `${stream}, revision ${String(revision)}`);
      last.set(stream, revision);
    }
  }
  return [...events, ...stubs].toSorted((one, other) => one.revision - other.revision);
}

/** @returns how many links lead from one to the next. @throws Refused `event-missing`, `link-broken` */
function chainHolds(stream: string, links: readonly Link[]): number {
  let before: Link | undefined;
  for (const link of links) {
    const next = (before?.revision ?? -1) + 1;
    if (link.revision > next) throw new Refused('event-missing', `${stream}, revision ${String(next)}`);
    follows(before, link);
    before = link;
  }
  return links.length - 1;
}

interface Followed {
  readonly events: number;
  readonly stubs: number;
  readonly followed: number;
  readonly heads: HistoryExport['heads'];
}

function tellChains({ events, stubs, followed, heads }: Followed, told: Told): void {
  const streams = heads.map(({ stream, revision, commitment }) => ({
    ...{ stream, revision, commitment, complete: !isOfNumbers(stream) },
  }));
  Object.assign(told.found, { events, stubs, links: followed, streams });
  const whole = streams.filter(({ complete }) => complete);
  told.holds(
    `Each of ${String(events)} events has the content that its header names, and the commitment of its header.`,
    `${String(events)} 个事件的内容均与其标头所示相符，承诺值均由标头算得。`,
  );
  told.holds(
    `${String(whole.length)} streams are complete from their first event to their head: ${String(followed)} links lead ` +
      `from each event to the one before it, over ${String(stubs)} stubs of events that the export does not show.`,
    `${String(whole.length)} 个数据流自首个事件至末端完整：${String(followed)} 个链接均由事件指向其前一事件，` +
      `其中 ${String(stubs)} 个事件未予显示，以存根代替。`,
  );
}
