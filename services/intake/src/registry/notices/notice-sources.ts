import {
  categoryOf,
  domainEventOf,
  streamIdOf,
  type EventStore,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';
import type { Facts } from '@parley/messaging';
import { HOTLINE_CATEGORY } from '../../streams';
import { noticeOfEvent } from './notice-of-event';
import { noticeOfHotline } from './notice-of-hotline';
import { noticeOfMessage } from './notices.hears';
import type { NamedNotice, Notice } from './notices.rules';
import type { ServiceEvent, ServiceState } from './service.rules';

/** Number of notices that are kept in memory between their service and the tables that show them. */
const KEPT = 1_000;

/**
 * The sources of the notices on record: events of the intake's own, and facts that others told. Each notice is made
 * whole again from its source, the same as it was when it was served.
 */
export class NoticeSources {
  readonly #made = new Map<string, Notice>();

  constructor(
    private readonly store: Pick<EventStore, 'read'>,
    private readonly facts: Pick<Facts, 'of'>,
  ) {}

  /** Keeps a notice that was just made, so that its source need not be read again. */
  keep(notice: Notice): void {
    this.#made.set(notice.noticeId, notice);
    for (const id of this.#made.keys()) {
      if (this.#made.size <= KEPT) return;
      this.#made.delete(id);
    }
  }

  /** The notices of events of service, each whole, by the id of the event. */
  async servedBy(events: readonly RecordedEvent[]): Promise<ReadonlyMap<string, readonly Notice[]>> {
    const served = events.flatMap((recorded) => {
      const event = domainEventOf(recorded) as ServiceEvent;
      return event.type === 'NoticesServed' ? [{ recorded, named: event.data.notices }] : [];
    });
    const whole = new Map<string, Notice>();
    for (const [about, ofOne] of Map.groupBy(served, ({ recorded }) => streamIdOf(recorded.stream)))
      for (const notice of await this.#wholeOf(
        about,
        ofOne.flatMap(({ named }) => named),
      ))
        whole.set(notice.noticeId, notice);
    return new Map(
      served.map(({ recorded, named }) => [
        recorded.eventId,
        named.flatMap(({ noticeId }) => whole.get(noticeId) ?? []),
      ]),
    );
  }

  /** A register of service with its notices whole. */
  async wholeRegister(about: string, state: ServiceState): Promise<ServiceState<Notice>> {
    const found = Object.values(state.notices);
    const whole = await this.#wholeOf(
      about,
      found.map(({ notice }) => notice),
    );
    const notices = whole.flatMap((notice) => {
      const service = state.notices[notice.noticeId];
      return service ? [[notice.noticeId, { ...service, notice }] as const] : [];
    });
    return { ...state, notices: Object.fromEntries(notices) };
  }

  async #wholeOf(about: string, named: readonly NamedNotice[]): Promise<readonly Notice[]> {
    const kept = new Map(named.map((each) => [each.noticeId, this.#made.get(each.noticeId)]));
    const missing = named.filter(({ noticeId }) => !kept.get(noticeId));
    const made = new Map(
      [...(await this.#recorded(missing)), ...(await this.#told(about, missing))].map((each) => [each.noticeId, each]),
    );
    return named.map((each) => {
      const whole = kept.get(each.noticeId) ?? made.get(each.noticeId);
      if (!whole) throw new Error(`what notice ${each.noticeId} tells of is not there`);
      const notice = { ...whole, words: each.words };
      this.keep(notice);
      return notice;
    });
  }

  async #recorded(named: readonly NamedNotice[]): Promise<readonly Notice[]> {
    const places = named.flatMap(({ of: { place } }) => place ?? []);
    const made: Notice[] = [];
    for (const [stream, ofOne] of Map.groupBy(places, (place) => place.stream)) {
      const revisions = ofOne.map(({ revision }) => revision);
      const from = Math.min(...revisions);
      const events = await this.store.read(stream as StreamName, {
        from,
        limit: Math.max(...revisions) - from + 1,
      });
      made.push(...events.flatMap((event) => noticeOf(event) ?? []));
    }
    return made;
  }

  async #told(about: string, named: readonly NamedNotice[]): Promise<readonly Notice[]> {
    const ids = new Set(named.flatMap(({ of: { place, eventId } }) => (place === null ? [eventId] : [])));
    if (ids.size === 0) return [];
    return (await this.facts.of(about)).flatMap((fact) => (ids.has(fact.id) ? (noticeOfMessage(fact) ?? []) : []));
  }
}

const noticeOf = (recorded: RecordedEvent): Notice | undefined =>
  categoryOf(recorded.stream) === HOTLINE_CATEGORY ? noticeOfHotline(recorded)?.notice : noticeOfEvent(recorded);
