import { setTimeout as sleep } from 'node:timers/promises';
import {
  FaultyEventError,
  linkEvents,
  type AppendResult,
  type EventFault,
  type Position,
  type RecordedEvent,
} from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import { countBatch } from '@parley/metrics';
import { isConnectionLoss } from '../connection-loss';
import { AppendQueue, type AppendItem, type LinkedItem } from './append-queue';
import { BatchSender, type BatchOutcome, type BatchRefusal } from './batch-sender';
import type { StreamHeads } from './stream-heads';
import type { WriterConnection } from './bound-query';

/**
 * With so many waiting, the next batch goes out before the last one's callers are told: database and process overlap.
 */
const ENOUGH_TO_OVERLAP = 16;
/** Each attempt means that another process moved the stream between our read and our write. */
const MOST_ATTEMPTS = 50;
/** An append that waited too long to be recorded at its time is linked anew, with the time of then. */
const MOST_UNTIMELY = 3;
/** A database that restarts in the meantime costs its callers a wait; one that stays away costs them an error. */
const RECONNECT_AFTER_MS = [50, 200, 500];
/**
 * An append that was handed over so many milliseconds ago is no longer sent. So every append that is sent is decided in
 * less than the 10 s that a default waits for writes under way, and no act in time comes after a default. It is less
 * than an answer may take (`BoundQuery`), so what waited behind an append without an answer is given up with it.
 */
const GIVE_UP_MS = 4_500;

export interface BatcherPorts {
  readonly connection: WriterConnection;
  readonly clock: Clock;
  readonly heads: StreamHeads;
  /** What a command wrote when it first came, from that revision on. */
  readonly readDuplicate: (item: AppendItem, revision: number) => Promise<AppendResult>;
  readonly appended: (newest: Position) => void;
}

/** Tells a caller how its append went. */
type Answer = () => void;

/**
 * Group commit in the process: the items that waited while a batch was in flight form the next batch. There is no
 * timer, and never a second batch in flight, since it would only wait for the first one's lock.
 */
export class AppendBatcher {
  readonly #queue = new AppendQueue((item) => this.#link(item));
  readonly #sender = new BatchSender();
  #running: Promise<void> | undefined;

  constructor(private readonly ports: BatcherPorts) {}

  add(item: Omit<AppendItem, 'handedOverAt'>): void {
    this.#queue.add({ ...item, handedOverAt: performance.now() });
    this.#running ??= this.#run();
  }

  /** Resolves when nothing waits and nothing is in flight. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // An idle store takes the first item at once. Items that come meanwhile form the next batch.
    let inFlight: Promise<readonly Answer[]> | undefined = this.#commit(this.#queue.take());
    while (inFlight !== undefined) {
      const answers: readonly Answer[] = await inFlight;
      const overlaps = this.#queue.length >= ENOUGH_TO_OVERLAP;
      inFlight = overlaps ? this.#commit(this.#queue.take()) : undefined;
      const isLast = this.#queue.length === 0 && inFlight === undefined && answers.length <= 1;
      // The batcher is idle again before the lone caller is told, so that its next append goes at once too.
      if (isLast) this.#running = undefined;
      for (const answer of answers) answer();
      if (isLast) return;
      if (overlaps) continue;
      // Whoever was just answered, or came in the same turn, gets to join the next batch.
      await new Promise(setImmediate);
      if (this.#queue.length > 0) inFlight = this.#commit(this.#queue.take(this.#share()));
    }
    this.#running = undefined;
  }

  /** When many wait, only half of them, so that one half is told while the database works on the other. */
  #share(): number | undefined {
    const waiting = this.#queue.length;
    return waiting >= 2 * ENOUGH_TO_OVERLAP ? Math.ceil(waiting / 2) : undefined;
  }

  #link(item: AppendItem): LinkedItem | null {
    try {
      const head = item.expected === 'no-stream' ? null : this.ports.heads.get(item.stream);
      return { item, head, links: linkEvents(item.stream, head, item.events, this.ports.clock.now()) };
    } catch (error) {
      item.reject(error);
      return null;
    }
  }

  async #commit(batch: readonly LinkedItem[]): Promise<readonly Answer[]> {
    const [late, inTime] = [batch.filter(isLate), batch.filter((linked) => !isLate(linked))];
    if (late.length > 0) return [...this.#failed(late, tooLate()), ...(await this.#commit(inTime))];
    if (batch.length === 0) return [];
    try {
      const outcome = await this.#send(batch);
      countBatch(batch.length);
      for (const { item } of batch) this.#queue.done(item);
      return this.#answers(batch, outcome);
    } catch (error) {
      if (batch.length === 1 || isConnectionLoss(error)) return this.#failed(batch, error);
      // A fault of one item must not fail the others, so each is tried alone.
      const answers: Answer[] = [];
      for (const linked of batch) answers.push(...(await this.#commit([linked])));
      return answers;
    }
  }

  #failed(batch: readonly LinkedItem[], error: unknown): readonly Answer[] {
    for (const { item } of batch) this.#queue.done(item);
    return batch.map(
      ({ item }) =>
        () =>
          item.reject(error),
    );
  }

  /**
   * Nobody knows whether a batch was committed before its connection broke. Sending it again is safe, because event ids
   * are unique.
   */
  async #send(batch: readonly LinkedItem[]): Promise<BatchOutcome> {
    const { connection } = this.ports;
    for (let tries = 0; ; tries++) {
      try {
        const client = connection.current ?? (await connection.open());
        if (batch.some(isLate)) throw tooLate();
        return await this.#sender.send(client, batch);
      } catch (error) {
        if (!isConnectionLoss(error)) throw error;
        connection.close();
        const wait = RECONNECT_AFTER_MS[tries];
        if (wait === undefined || batch.some(isLate)) throw error;
        await sleep(wait);
      }
    }
  }

  #answers(batch: readonly LinkedItem[], { before, refusals }: BatchOutcome): readonly Answer[] {
    const refused = new Map(refusals.map((refusal) => [refusal.item, refusal]));
    const answers: Answer[] = [];
    let newest = before;
    for (const [index, { item, links }] of batch.entries()) {
      const refusal = refused.get(index + 1);
      if (refusal) {
        answers.push(this.#refusal(item, refusal));
        continue;
      }
      const events = links.map(({ event }): RecordedEvent => ({ ...event, position: String(++newest) as Position }));
      const last = events.at(-1);
      if (last === undefined) throw new TypeError('an item without events was sent');
      this.ports.heads.saw(item.stream, last);
      answers.push(() =>
        item.resolve({ kind: 'appended', revision: last.revision, position: last.position, events, duplicate: false }),
      );
    }
    if (newest > before) this.ports.appended(String(newest) as Position);
    return answers;
  }

  #refusal(item: AppendItem, refusal: BatchRefusal): Answer {
    if (refusal.kind === 'duplicate') {
      if (refusal.stream === item.stream)
        return () => void this.ports.readDuplicate(item, refusal.revision).then(item.resolve, item.reject);
      return () => item.reject(new RangeError(`event id ${item.events[0]?.eventId} is taken by ${refusal.stream}`));
    }
    if (refusal.kind === 'faulty') return this.#faulty(item, refusal.fault);
    this.ports.heads.correct(item.stream, refusal.head);
    if (refusal.kind === 'conflict')
      return () => item.resolve({ kind: 'conflict', actual: refusal.head?.revision ?? null });
    item.attempts += 1;
    if (item.attempts >= MOST_ATTEMPTS)
      return () =>
        item.reject(new Error(`stream ${item.stream} moved on ${MOST_ATTEMPTS} times while it was written to`));
    this.#queue.again(item);
    return () => undefined;
  }

  #faulty(item: AppendItem, fault: EventFault | 'id'): Answer {
    if (fault === 'id')
      return () => item.reject(new RangeError(`an event id of this append to ${item.stream} is taken`));
    item.attempts += 1;
    if (fault !== 'time' || item.attempts >= MOST_UNTIMELY)
      return () => item.reject(new FaultyEventError(item.stream, fault));
    this.#queue.again(item);
    return () => undefined;
  }
}

const isLate = ({ item }: LinkedItem): boolean => performance.now() - item.handedOverAt > GIVE_UP_MS;

const tooLate = (): Error => new Error('timeout expired before the append could be sent');
