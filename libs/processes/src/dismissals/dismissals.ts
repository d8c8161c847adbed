import {
  contextOf,
  handleCommand,
  streamIdOf,
  streamName,
  UnreadableEventError,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RulesInForce,
  type StreamName,
} from '@parley/event-store';
import { refuse, type Tier } from '@parley/kernel';
import { factOf, schemaOf } from '@parley/messaging';
import type { ServiceFollower } from '@parley/projections';
import type { DataSource, EntityManager } from 'typeorm';
import { readAgain, type EventBody } from '../work/reaction';
import type { Work } from '../work/work';
import { lockParked, parkedRow, type ParkedRow } from '../work/work-table';
import { dismissalDecider, dismissalRefusals, isForBothParties, type DismissMessage } from './dismissal.rules';
import { dismissedMessages, dismissedOf, noteDismissed, type DismissedMessage } from './dismissed-table';

/** What an operator asks to have dismissed. */
export type AskedDismissal = Omit<DismissMessage, 'type' | 'found'>;

export interface DismissalsOptions {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly follower: ServiceFollower;
  readonly work: Work;
  readonly ruleSetVersion: RulesInForce;
}

/** The part of a message or an event that its dismissal tells. */
interface About {
  /** The case, or whatever else it is about; `null` when nobody can read it. */
  readonly subject: string | null;
  readonly about: string | null;
  readonly tier: Tier;
}

/** Stream of the dismissals that belong to no case, or that not both parties may know. */
const OF_SERVICE = 'service';
const UNREADABLE: About = { subject: null, about: null, tier: 'PARTIES' };
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** Most that are shown. */
const SHOWN = 200;
const PAGE = 500;

/**
 * The work of a service that operators dismissed. Each dismissal is an event, in the case's stream of dismissals where
 * there is a case, and otherwise in one of the service. Dismissed work is kept from being done for good, also where all
 * tables have to be made again.
 */
export class Dismissals {
  readonly #options: DismissalsOptions;

  /** Before the start of the follower only. */
  constructor(options: DismissalsOptions) {
    this.#options = options;
    options.work.prepare(() => this.#catchUp());
    options.follower.table({
      name: 'dismissals',
      categories: [this.#category],
      tables: [],
      apply: (manager, events) => noteDismissed(manager, events),
    });
  }

  /** The version of the rules under which a dismissal is recorded. */
  get ruleSetVersion(): RulesInForce {
    return this.#options.ruleSetVersion;
  }

  /** The newest first. */
  async list(): Promise<readonly DismissedMessage[]> {
    return dismissedMessages(this.#options.dataSource.manager, SHOWN);
  }

  /** Records a dismissal, and lets go of the message. When the message is being tried, it waits for the end of that. */
  async dismiss(asked: AskedDismissal, context: CommandContext): Promise<CommandOutcome<readonly string[]>> {
    const { dataSource, work } = this.#options;
    const outcome = await dataSource.transaction(async (manager) => {
      const before = await parkedRow(manager, asked.work, asked.id);
      if (before) await lockParked(manager, before);
      return this.#record(manager, asked, context);
    });
    if (outcome.kind === 'done') work.call();
    return outcome;
  }

  async #record(
    manager: EntityManager,
    asked: AskedDismissal,
    context: CommandContext,
  ): Promise<CommandOutcome<readonly string[]>> {
    const row = await parkedRow(manager, asked.work, asked.id);
    const said = row ? await this.#said(row) : undefined;
    const stream = said ? this.#streamOf(said) : (await dismissedOf(manager, asked.work, asked.id))?.stream;
    if (stream === undefined) return { kind: 'refused', refused: refuse(dismissalRefusals.unknown) };
    const found = row && said && { key: row.key, failure: row.reason, digest: row.digest, ...said };
    const command = { type: 'DismissMessage', ...asked, found } as const;
    const outcome = await handleCommand(this.#options.store, dismissalDecider, stream, command, context);
    if (outcome.kind === 'done') await noteDismissed(manager, outcome.events);
    return outcome;
  }

  get #category(): string {
    return `${schemaOf(this.#options.dataSource.manager)}.dismissals`;
  }

  #streamOf({ subject, tier }: About): StreamName {
    const isOfCase = subject !== null && ID.test(subject) && isForBothParties(tier);
    return streamName(this.#category, isOfCase ? subject : OF_SERVICE);
  }

  /** The row of a message that was heard keeps nothing of it; the row of an event keeps where it stands. */
  async #said({ id, body }: ParkedRow): Promise<About> {
    const { store, dataSource } = this.#options;
    if (body === null) {
      const { subject, type, tier } = await factOf(dataSource.manager, id);
      return { subject, about: type, tier };
    }
    if (!isEventBody(body)) return UNREADABLE;
    try {
      const { stream, type, tier } = await readAgain(store, body);
      return { subject: streamIdOf(stream), about: `${contextOf(stream)}.${type}`, tier };
    } catch (error) {
      if (error instanceof UnreadableEventError) return UNREADABLE;
      throw error;
    }
  }

  /** Notes the dismissals that are on record and not yet in the table: all of them, where the tables are made again. */
  async #catchUp(): Promise<void> {
    const { store, dataSource, follower } = this.#options;
    for (let after = await follower.handled(); ;) {
      const page = await store.readAll({ after, categories: [this.#category], limit: PAGE });
      await dataSource.transaction((manager) => noteDismissed(manager, page.events));
      if (page.caughtUp) return;
      after = page.position;
    }
  }
}

const isEventBody = (body: unknown): body is EventBody =>
  typeof body === 'object' && body !== null && 'stream' in body && 'revision' in body;
