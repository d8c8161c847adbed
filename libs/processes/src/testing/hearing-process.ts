import { randomUUID } from 'node:crypto';
import { InMemoryEventStore, type EventStore } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { Feed, PublicEvent, UnreadRecord } from '@parley/messaging';
import { FeedByHand } from '@parley/messaging/testing';
import { ServiceFollower } from '@parley/projections';
import type { DataSource } from 'typeorm';
import { Dismissals } from '../dismissals/dismissals';
import { Hearing, type HearingOptions, type MessageReaction } from '../work/hearing';
import { Work, type WorkOptions } from '../work/work';

const at = (second: number): Instant => new Date(1_740_000_000_000 + second * 1_000).toISOString() as Instant;
let told = 0;

/** A message of a case, such as `a1` of the case `a`; of another context where one is named. */
export const message = (text: string, context = 'intake'): PublicEvent => ({
  id: randomUUID(),
  source: `/parley/${context}`,
  type: `parley.${context}.v1.Told`,
  subject: text.charAt(0),
  time: at(told),
  recordedat: at(told++),
  sequence: told,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: new TextEncoder().encode(text),
});

export const messages = (...texts: readonly string[]): readonly PublicEvent[] => texts.map((text) => message(text));

export const textOf = ({ data }: PublicEvent): string => new TextDecoder().decode(data);

/** A record of a topic of the intake's that nobody can read. */
export const unread = (offset: number): UnreadRecord => ({
  id: `topic/0/${String(offset)}`,
  context: 'intake',
  reason: 'no-headers',
  body: { offset },
});

/** What a spec may change. */
export interface ProcessOptions
  extends Partial<Pick<WorkOptions, 'replayMs' | 'tries'>>, Partial<Pick<HearingOptions, 'group' | 'makeUpMs'>> {
  readonly reaction?: Partial<MessageReaction>;
  readonly feed?: Partial<Omit<Feed, 'consume'>>;
  /** Where others of the service record too; one of its own when left out. */
  readonly store?: EventStore;
  /** False when another process keeps it from working. */
  readonly works?: boolean;
}

export const recordOfItsOwn = (): InMemoryEventStore => new InMemoryEventStore({ clock: { now: () => at(0) } });

/** A process of a service that hears by hand. */
export class HearingProcess {
  /** Texts in the order in which they were answered. */
  readonly answered: string[] = [];
  readonly commandIds: string[] = [];
  /** Texts at which its answer fails. */
  readonly broken = new Set<string>();
  readonly hearing: Hearing;
  readonly dismissals: Dismissals;
  readonly feed: FeedByHand;
  readonly #follower: ServiceFollower;

  constructor(
    dataSource: DataSource,
    {
      reaction,
      feed,
      group = 'things',
      makeUpMs,
      works = true,
      store = recordOfItsOwn(),
      ...more
    }: ProcessOptions = {},
  ) {
    this.#follower = new ServiceFollower({ store, dataSource, takeOverMs: 40 });
    const work = new Work({ dataSource, follower: this.#follower, tries: 2, retryMs: 1, ...more });
    this.dismissals = new Dismissals({ store, dataSource, follower: this.#follower, work, ruleSetVersion: '2026-1' });
    this.feed = Object.assign(new FeedByHand(dataSource), feed);
    const onFailure = (): void => undefined;
    const contexts = ['intake', 'evidence'];
    this.hearing = new Hearing({
      feed: this.feed,
      dataSource,
      work,
      group,
      contexts,
      onFailure,
      ...(makeUpMs === undefined ? {} : { makeUpMs }),
    });
    this.hearing.add({
      name: 'hearing',
      answer: (event, commandId) => {
        const text = textOf(event);
        if (this.broken.has(text)) throw new Error(`cannot read ${text}`);
        this.answered.push(text);
        this.commandIds.push(commandId);
        return Promise.resolve();
      },
      ...reaction,
    });
    this.hearing.start();
    if (works) this.#follower.start();
  }

  /** Texts of one case in the order in which they were answered. */
  of(subject: string): readonly string[] {
    return this.answered.filter((text) => text.startsWith(subject));
  }

  /** Takes messages, and answers what can be answered. */
  async hear(...events: readonly PublicEvent[]): Promise<void> {
    await this.feed.deliver(...events);
    await this.hearing.idle();
  }

  async stop(): Promise<void> {
    await this.#follower.stop();
    await this.hearing.stop();
  }
}
