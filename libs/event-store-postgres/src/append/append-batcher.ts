import { setTimeout as sleep } from 'node:timers/promises';
import { linkEvents, type Position, type RecordedEvent } from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import type { Pool } from 'pg';
import { isConnectionLoss } from '../connection-loss';
import { appendBatch, type BatchOutcome, type BatchRefusal } from './append-batch';
import type { AppendItem, LinkedItem } from './append-item';
import type { StreamHeads } from './stream-heads';

/** Bounds what one transaction holds; beyond about 100 items a larger batch is no quicker per item. */
const MOST_ITEMS = 256;
const MOST_BYTES = 8 * 1024 * 1024;
/** Each of them means that another process moved the stream between our seeing it and our writing. */
const MOST_ATTEMPTS = 50;
/** A database that restarts in the meantime costs its callers a wait; one that stays away costs them an error. */
const RECONNECT_AFTER_MS = [50, 200, 500];

export interface BatcherPorts {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly heads: StreamHeads;
  /** Reads what a command wrote when it first came, from that revision on. */
  readonly readDuplicate: (item: AppendItem, revision: number) => Promise<void>;
  readonly appended: (newest: Position) => void;
}

/**
 * Group commit in the process: what waited while a batch was in flight is the next batch. There is no timer, and never a
 * second batch in flight, since it would only wait for the head's row lock.
 */
export class AppendBatcher {
  #waiting: AppendItem[] = [];
  #running: Promise<void> | undefined;

  constructor(private readonly ports: BatcherPorts) {}

  add(item: AppendItem): void {
    this.#waiting.push(item);
    this.#running ??= this.#run();
  }

  /** Resolves when nothing waits and nothing is in flight. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whoever was answered by the last batch, or came in the same turn, gets to join this one.
      await new Promise(setImmediate);
      await this.#commit(this.#takeBatch());
    }
    this.#running = undefined;
  }

  /** A stream that comes twice waits for the next batch: its second append needs the commitment of the first. */
  #takeBatch(): readonly LinkedItem[] {
    const batch: LinkedItem[] = [];
    const later: AppendItem[] = [];
    const streams = new Set<string>();
    let bytes = 0;
    for (const item of this.#waiting) {
      if (batch.length >= MOST_ITEMS || bytes >= MOST_BYTES || streams.has(item.stream)) {
        later.push(item);
        continue;
      }
      const linked = this.#link(item);
      if (linked === null) continue;
      streams.add(item.stream);
      for (const { event, header } of linked.links) bytes += event.payload.byteLength + header.length;
      batch.push(linked);
    }
    this.#waiting = later;
    return batch;
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

  async #commit(batch: readonly LinkedItem[]): Promise<void> {
    if (batch.length === 0) return;
    try {
      this.#answer(batch, await this.#send(batch));
    } catch (error) {
      if (batch.length === 1 || isConnectionLoss(error)) for (const { item } of batch) item.reject(error);
      // A fault of one item must not fail the others, so each is tried alone.
      else for (const linked of batch) await this.#commit([linked]);
    }
  }

  /** Whether a batch was committed before its connection broke is unknown, and sending it again is safe: event ids are unique. */
  async #send(batch: readonly LinkedItem[]): Promise<BatchOutcome> {
    for (const wait of RECONNECT_AFTER_MS) {
      try {
        return await appendBatch(this.ports.pool, batch);
      } catch (error) {
        if (!isConnectionLoss(error)) throw error;
        await sleep(wait);
      }
    }
    return appendBatch(this.ports.pool, batch);
  }

  #answer(batch: readonly LinkedItem[], { before, refusals }: BatchOutcome): void {
    const refused = new Map(refusals.map((refusal) => [refusal.item, refusal]));
    let newest = before;
    for (const [index, { item, links }] of batch.entries()) {
      const refusal = refused.get(index + 1);
      if (refusal) {
        this.#refuse(item, refusal);
        continue;
      }
      const events = links.map(({ event }): RecordedEvent => ({ ...event, position: String(++newest) as Position }));
      const last = events[events.length - 1] as RecordedEvent;
      this.ports.heads.saw(item.stream, last);
      item.resolve({ kind: 'appended', revision: last.revision, position: last.position, events, duplicate: false });
    }
    if (newest > before) this.ports.appended(String(newest) as Position);
  }

  #refuse(item: AppendItem, refusal: BatchRefusal): void {
    if (refusal.kind === 'duplicate') {
      if (refusal.stream !== item.stream) item.reject(new RangeError(`event id ${item.events[0]?.eventId} is taken by ${refusal.stream}`));
      else void this.ports.readDuplicate(item, refusal.revision);
      return;
    }
    this.ports.heads.correct(item.stream, refusal.head);
    if (refusal.kind === 'conflict') return item.resolve({ kind: 'conflict', actual: refusal.head?.revision ?? null });
    this.#retry(item, new Error(`stream ${item.stream} moved on ${MOST_ATTEMPTS} times while it was written to`));
  }

  #retry(item: AppendItem, exhausted: Error): void {
    item.attempts += 1;
    if (item.attempts >= MOST_ATTEMPTS) item.reject(exhausted);
    else this.#waiting.unshift(item);
  }
}
