import { randomUUID } from 'node:crypto';
import type { ChannelAddress, WebhookAnswer, WebhookMessage, Webhooks } from '@parley/kernel';
import { caseIdOf } from '../docket/docket-story.fixture';
import { recordCase, streamsOf } from '../history/case-record-story.fixture';
import { ReadHistory, type Entry, type Who } from '../history/read-history.fixture';

export const TAKEN: WebhookAnswer = { accepted: true, answer: '200', again: false };
export const AWAY: WebhookAnswer = { accepted: false, answer: '503', again: true };

interface Posted extends WebhookMessage {
  readonly to: ChannelAddress;
}

export interface Opened {
  readonly id: string;
  readonly state: string;
  readonly why: string | null;
  readonly nextTryAt: string | null;
  readonly secret: string | null;
}

/** Stands for the programs of the sides: each URL answers as the spec has it answer, and takes everything by itself. */
export class Receivers implements Webhooks {
  readonly posted: Posted[] = [];
  readonly publicKey = 'whpk_none';
  readonly publicUrl = 'https://parley.example';

  constructor(readonly answers = new Map<string, () => WebhookAnswer | Promise<WebhookAnswer>>()) {}

  permits(url: string): boolean {
    return url.startsWith('https://hooks.');
  }

  async post(to: ChannelAddress, message: WebhookMessage): Promise<WebhookAnswer> {
    this.posted.push({ to, ...message });
    return (this.answers.get(to.address) ?? (() => TAKEN))();
  }

  secretOf(receiverId: string): string {
    return `whsec_of-${receiverId}`;
  }

  at(url: string): readonly Posted[] {
    return this.posted.filter(({ to }) => to.address === url);
  }

  /** The ids of the events of which a URL was told, in their order. */
  eventsAt(url: string): readonly string[] {
    return this.at(url).map(({ body }) => (JSON.parse(body) as { data: { eventId: string } }).data.eventId);
  }
}

/** An audit whose receivers a spec opens over HTTP. */
export class ToldReceivers {
  #cases = 2;

  private constructor(
    readonly history: ReadHistory,
    readonly receivers: Receivers,
  ) {}

  /** @param offered `null` for an installation that permits no host */
  static async start(offered: Receivers | null = new Receivers()): Promise<ToldReceivers> {
    const receivers = offered ?? new Receivers();
    const history = await ReadHistory.start(undefined, offered ?? undefined);
    history.audit.clock.set('2025-07-01T10:00:00Z');
    return new ToldReceivers(history, receivers);
  }

  /** Another process over the same record and receivers. */
  async beside(receivers: Receivers): Promise<ToldReceivers> {
    return new ToldReceivers(await this.history.beside(receivers), receivers);
  }

  async send(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    [sub, party, ...roles]: Who,
    payload?: object,
    key: string = randomUUID(),
  ) {
    return this.history.audit.app.inject({
      method,
      url: `/v1/webhooks${path}`,
      headers: {
        authorization: await this.history.audit.bearer(sub, party, ...roles),
        ...(method === 'GET' ? { 'parley-purpose': 'Looking after it' } : { 'idempotency-key': key }),
      },
      ...(payload ? { payload } : {}),
    });
  }

  async opened(who: Who, url: string): Promise<Opened> {
    const body = { url, role: who[2], purpose: 'Following the cases' };
    return (await this.send('POST', '', who, body)).json<Opened>();
  }

  async seen(who: Who): Promise<readonly Opened[]> {
    return (await this.send('GET', '', who)).json<{ items: Opened[] }>().items;
  }

  /** Moves the clock a little. What was recorded has been heard when it has moved past it. */
  async pass(millis = 1_000): Promise<void> {
    const { clock } = this.history.audit;
    clock.set(new Date(Date.parse(clock.now()) + millis).toISOString());
  }

  /** Records a whole case after the receivers were opened. */
  async recordNew(): Promise<string> {
    const { audit } = this.history;
    const caseId = caseIdOf((this.#cases += 1));
    const clock = { now: () => audit.clock.now(), set: () => void this.pass() };
    await recordCase(
      { others: audit.others, clock } as never,
      caseId,
      `CN-2025-${String(this.#cases).padStart(4, '0')}`,
    );
    await this.pass();
    return caseId;
  }

  async record(caseId: string, type: string, more: object = {}): Promise<void> {
    await this.history.audit.others.record(streamsOf(caseId).intake, { type, tier: 'PUBLIC', ...more });
    await this.pass();
  }

  async idsFor(who: Who, caseId: string): Promise<readonly string[]> {
    const { items } = (await this.history.get('?kind=all&limit=200', who, caseId)).json<{ items: Entry[] }>();
    return items.map((entry) => String(entry['eventId']));
  }

  /** Waits until something holds. */
  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    const end = performance.now() + 20_000;
    while (!(await holds())) {
      if (performance.now() > end) throw new Error('it never came');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
