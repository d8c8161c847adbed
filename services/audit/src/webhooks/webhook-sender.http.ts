import { randomUUID } from 'node:crypto';
import type { Position, RecordedEvent } from '@parley/event-store';
import type { ReadsLog, ServiceWorker } from '@parley/http';
import { latest, plusMillis, type CaseId, type Tier, type Webhooks } from '@parley/kernel';
import { pause } from '@parley/projections';
import { toldOf } from '../events/event-stream.http';
import type { Heard } from '../events/heard.http';
import type { AuditApi } from '../history/case-state.response';
import { CATEGORIES_OF_CASES } from '../history/case-streams';
import { messageIdOf, type Deliveries } from './deliveries.table';
import type { KeptReceivers, Receiver } from './receivers.table';
import type { ReceiverReading } from './receiver-reading.http';
import { afterFailure } from './webhooks.rules';

/** Milliseconds between two looks, and after one that failed. */
const [LOOK_MS, FAILED_MS] = [500, 5_000];
const PAGE = 50;
const HOUR_MS = 60 * 60_000;

export interface WebhookSenderOptions {
  readonly audit: Pick<AuditApi, 'store' | 'facts' | 'clock'>;
  readonly heard: Heard;
  readonly receivers: KeptReceivers;
  readonly deliveries: Deliveries;
  readonly reading: ReceiverReading;
  readonly reads: ReadsLog;
  readonly webhooks: Webhooks;
  readonly onFailure: (failure: unknown) => void;
}

/**
 * Tells each receiver of the events that its officer reads, in their order and one at a time. Each has a loop of its
 * own, so that a slow one holds up no other. What was told is noted after the receiver has taken it: a process that is
 * killed in between tells it once more, under the same id.
 */
export class WebhookSender implements ServiceWorker {
  readonly #me = randomUUID();
  readonly #stop = new AbortController();
  readonly #telling = new Map<string, Promise<void>>();
  /** Cases and tiers of which it is on record that a receiver was told, by receiver and turn. */
  readonly #noted = new Map<string, Set<string>>();
  #looking: Promise<void> | undefined;
  #swept = -Infinity;

  constructor(private readonly options: WebhookSenderOptions) {}

  start(): void {
    this.#looking ??= this.#keepLooking();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#looking;
    await Promise.all(this.#telling.values());
  }

  async #keepLooking(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await this.#look();
        await pause(LOOK_MS, signal);
      } catch (failure) {
        this.options.onFailure(failure);
        await pause(FAILED_MS, signal);
      }
    }
  }

  /** Begins to tell each receiver that something waits for. */
  async #look(): Promise<void> {
    const { audit, receivers, deliveries, onFailure } = this.options;
    const waiting = await receivers.waiting(audit.clock.now());
    const head = waiting.length > 0 ? await audit.store.head() : undefined;
    for (const { receiverId, position } of waiting) {
      if (this.#telling.has(receiverId) || head === undefined || audit.store.compare(position, head) >= 0) continue;
      const told = this.#tell(receiverId)
        .catch(async (failure: unknown) => {
          onFailure(failure);
          await pause(FAILED_MS, this.#stop.signal);
        })
        .finally(() => this.#telling.delete(receiverId));
      this.#telling.set(receiverId, told);
    }
    if (performance.now() - this.#swept < HOUR_MS) return;
    this.#swept = performance.now();
    await deliveries.forgetOld(audit.clock.now());
  }

  /** Tells a receiver all that waits for it, until it does not take something. */
  async #tell(receiverId: string): Promise<void> {
    const { receivers } = this.options;
    const receiver = await receivers.take(receiverId, this.#me);
    if (!receiver) return;
    try {
      while (!this.#stop.signal.aborted && (await this.#tellPage(receiverId)));
    } finally {
      await receivers.leave(receiverId, this.#me);
    }
  }

  /** @returns whether there may be more to tell */
  async #tellPage(receiverId: string): Promise<boolean> {
    const { audit, heard, receivers, reading } = this.options;
    const receiver = await receivers.take(receiverId, this.#me);
    if (!receiver || !(await this.#stands(receiver))) return false;
    if (!(await reading.isOpen(receiver))) {
      // Its opening is on its way, or it was closed in the very moment of a crash.
      if (plusMillis(receiver.openedAt, HOUR_MS) < audit.clock.now()) await receivers.forget(receiverId);
      return false;
    }
    const after = receiver.position;
    const page = await audit.store.readAll({ after, categories: CATEGORIES_OF_CASES, limit: PAGE });
    const [first, ...more] = page.events.map(({ recordedAt }) => recordedAt);
    if (first !== undefined) await heard.before(plusMillis(latest(first, ...more), 1));
    let position = after;
    for (const event of page.events) {
      if (this.#stop.signal.aborted || !(await this.#tellOne(receiver, event, position))) return false;
      position = event.position;
    }
    return (await receivers.passed(receiver, this.#me, page.position)) && !page.caughtUp;
  }

  /** @returns whether the next event may come */
  async #tellOne(begun: Receiver, event: RecordedEvent, before: Position): Promise<boolean> {
    const { audit, receivers, deliveries, reading, webhooks } = this.options;
    const { receiverId } = begun;
    // Whoever reads is asked anew for each event, and whether it is this process that tells of it.
    const receiver = await receivers.take(receiverId, this.#me);
    if (receiver?.turn !== begun.turn || !(await this.#stands(receiver))) return false;
    const caller = reading.callerOf(receiver);
    const note = (caseId: CaseId, tier: Tier) => this.#note(receiver, caseId, tier);
    const told = await toldOf(audit, { caller, note }, event, webhooks.publicUrl);
    const messageId = messageIdOf(receiverId, event.eventId);
    if (!told) {
      if (receiver.failures > 0) await deliveries.withhold(receiverId, messageId);
      return true;
    }
    const data = { ...told, link: `${told.link}&from=${told.occurredAt}` };
    const said = { type: told.type, timestamp: told.occurredAt, data };
    const sending = { event, caseId: told.caseId, before, body: JSON.stringify(said) };
    const body = await deliveries.begin(receiverId, sending, audit.clock.now());
    const to = { id: receiverId, address: receiver.url };
    const { accepted, answer, waitMs } = await webhooks.post(to, { id: messageId, body });
    if (accepted) return receivers.taken(receiver, this.#me, { position: event.position, messageId, answer });
    await deliveries.failed(receiverId, messageId, answer);
    const now = audit.clock.now();
    const failing = { failures: receiver.failures + 1, since: receiver.failingSince ?? now };
    const next = afterFailure({ ...failing, answer, waitMs }, now);
    if ('why' in next) await receivers.rest(receiver, this.#me, 'paused', next.why);
    else await receivers.failed(receiver, this.#me, { ...failing, nextTryAt: next.at });
    return false;
  }

  /** Whether its officer speaks for it still. Where not, it is stopped and told nothing more. */
  async #stands(receiver: Receiver): Promise<boolean> {
    const why = await this.options.reading.whyNot(receiver);
    if (why) await this.options.receivers.rest(receiver, this.#me, 'stopped', why);
    return why === undefined;
  }

  /** Puts on record that the officer is told of something of a case: once for each tier in each turn (I-40). */
  async #note(receiver: Receiver, caseId: CaseId, tier: Tier): Promise<void> {
    const { reads, reading, audit } = this.options;
    const [run, key] = [`${receiver.receiverId} ${String(receiver.turn)}`, `${caseId} ${tier}`];
    const noted = this.#noted.get(run) ?? new Set();
    if (tier === 'PUBLIC' || noted.has(key)) return;
    const by = { caller: reading.callerOf(receiver), purpose: receiver.purpose, at: audit.clock.now() };
    await reads.record(caseId, [{ subject: 'history', what: 'webhook', tier }], by);
    this.#noted.set(run, noted.add(key));
  }
}
