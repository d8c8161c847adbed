import {
  contextOf,
  handleCommand,
  streamIdOf,
  streamName,
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

/** What a message or an event tells, as far as its dismissal says so. */
interface About {
  /** The case, or whatever else it is about; `null` for what nobody can read. */
  readonly subject: string | null;
  readonly about: string | null;
  readonly tier: Tier;
}

/** Dismissals of what is of no case, or not for both parties to know. */
const OF_SERVICE = 'service';
const UNREADABLE: About = { subject: null, about: null, tier: 'PARTIES' };
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** Most that are shown. */
const SHOWN = 200;
const PAGE = 500;

/**
 * What operators dismissed of a service's work. Each dismissal is an event: in the case's stream of them where it has a
 * case, and else in one of the service. What was dismissed is kept from the work for good, also where all tables have
 * to be made again.
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

  /** By which a dismissal is recorded. */
  get ruleSetVersion(): RulesInForce {
    return this.#options.ruleSetVersion;
  }

  /** The newest first. */
  async list(): Promise<readonly DismissedMessage[]> {
    return dismissedMessages(this.#options.dataSource.manager, SHOWN);
  }

  /** Puts a dismissal on record, and lets go of what it is of. What is being tried is waited for. */
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

  /** Of a message that was heard nothing is kept in the row itself, and of an event its place. */
  async #said({ id, body }: ParkedRow): Promise<About> {
    const { store, dataSource } = this.#options;
    if (body === null) {
      const { subject, type, tier } = await factOf(dataSource.manager, id);
      return { subject, about: type, tier };
    }
    if (!isEventBody(body)) return UNREADABLE;
    const { stream, type, tier } = await readAgain(store, body);
    return { subject: streamIdOf(stream), about: `${contextOf(stream)}.${type}`, tier };
  }

  /** What is on record and not in the table yet: all of it, where the tables are made again. */
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
