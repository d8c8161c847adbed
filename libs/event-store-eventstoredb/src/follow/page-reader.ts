import {
  PositionBeyondHeadError,
  UnreadableEventError,
  type Page,
  type Position,
  type RecordedEvent,
} from '@parley/event-store';
import type { AllMessage, AllSubscription, EventStoreClient, StoredEvent } from '../client/all-subscription';
import { EventStoreAwayError } from '../client/event-store-address';
import {
  comparePositions,
  isOfRecord,
  logPositionOf,
  positionOf,
  START,
  streamFilter,
  type NewestPosition,
} from '../read/position';
import { recordedEvent } from '../read/recorded-event';
import { firstOf } from './first-of';
import type { HeadWatch } from './head-watch';
import { Silence } from './silence';

export interface PageReaderPorts {
  readonly client: EventStoreClient;
  readonly newest: NewestPosition;
  readonly watch: HeadWatch;
}

export interface PageReaderOptions {
  readonly after: Position;
  readonly categories: readonly string[] | undefined;
  readonly pageSize: number;
  /**
   * After so many milliseconds a page is handed out although it is neither full nor at the head, so that the progress
   * of a long search can be kept; never when left out.
   */
  readonly tellMs?: number;
  readonly signal: AbortSignal;
}

/**
 * Makes pages of a catch-up subscription, one after the other for as long as they are asked for.
 *
 * Events move its position. Only the head that was read *before* the subscription was opened moves it past events that
 * the filter kept back: once the server says that it has caught up, it has considered everything up to that head. The
 * server's own checkpoints count only below that head, because some versions have told checkpoints that lay ahead of
 * events. When the head moves and no event comes, the reader subscribes anew. It then passes a filtered event in the
 * same way, and replaces a subscription that died without a word.
 */
export class PageReader {
  readonly #silence = new Silence();
  #subscription: AllSubscription | undefined;
  #events: RecordedEvent[] = [];
  #unreadable: UnreadableEventError[] = [];
  #position: Position;
  /** Of the last page, or where it began. */
  #told: Position;
  #toldAt = performance.now();
  #hasSpoken = false;
  /** The head before the subscription was opened. */
  #before = START;
  /** How far the record is known to reach. */
  #head = START;
  #hasCaughtUp = false;

  constructor(
    private readonly ports: PageReaderPorts,
    private readonly options: PageReaderOptions,
  ) {
    this.#position = options.after;
    this.#told = options.after;
  }

  /**
   * The next page, or `null` when the signal was aborted. After an error it may be asked again, and nothing is lost.
   * @throws EventStoreAwayError while there is no answer
   * @throws PositionBeyondHeadError, UnknownPositionError for a position that this store never gave
   */
  async next(): Promise<Page | null> {
    const { signal, tellMs = Infinity } = this.options;
    const ended = (): boolean => signal.aborted;
    while (!ended()) {
      const subscription = this.#subscription ?? (await this.#begin());
      if (subscription === null) return this.#page();
      this.#drain(subscription);
      if (this.#isFull()) return this.#lookedPage();
      if (subscription.end) throw this.#ended(subscription.end.error);
      if (this.#isAtHead()) {
        if (this.#hasToSpeak()) return this.#lookedPage();
        await this.#moreAtHead(subscription);
        continue;
      }
      if (this.#hasNews() && performance.now() - this.#toldAt > tellMs) return this.#page();
      await subscription.arrival(signal, this.#silence.patience(this.#hasCaughtUp));
      if (!subscription.isSilent || ended()) continue;
      if (this.#hasNews() && tellMs < Infinity) return this.#page();
      this.#anew();
    }
    return null;
  }

  close(): void {
    this.#subscription?.close();
    this.#subscription = undefined;
  }

  /** Looks where the head is, and subscribes unless that alone is worth a page. */
  async #begin(): Promise<AllSubscription | null> {
    await this.#look();
    if (this.#isAtHead() && this.#hasToSpeak()) return null;
    this.#before = this.#head;
    this.#hasCaughtUp = false;
    const after = this.#position === START ? null : logPositionOf(this.#position);
    this.#subscription = this.ports.client.subscribe(after, streamFilter(this.options.categories));
    return this.#subscription;
  }

  /** Waits for a message, or for word that there is something behind the position. */
  async #moreAtHead(subscription: AllSubscription): Promise<void> {
    const { watch } = this.ports;
    await firstOf(
      this.options.signal,
      (enough) => subscription.arrival(enough),
      (enough) => watch.beyond(this.#position, enough),
    );
    this.#heardOf(watch.head);
  }

  #drain(subscription: AllSubscription): void {
    while (!this.#isFull()) {
      const message = subscription.take();
      if (message === undefined) return;
      this.#silence.heard();
      this.#handle(message);
    }
  }

  #handle(message: AllMessage): void {
    switch (message.kind) {
      case 'event': {
        const position = positionOf(message.event.position);
        // The first one of a new subscription may be the last one of the old.
        if (comparePositions(position, this.#position) <= 0 || !isOfRecord(message.event.stream)) return;
        this.#add(message.event);
        this.#position = position;
        this.#heardOf(position);
        return;
      }
      case 'checkpoint': {
        const position = positionOf(message.position);
        if (comparePositions(position, this.#before) < 0) this.#passed(position);
        return;
      }
      case 'caught-up':
        this.#hasCaughtUp = true;
        this.#passed(this.#before);
    }
  }

  #add(stored: StoredEvent): void {
    try {
      this.#events.push(recordedEvent(stored));
    } catch (error) {
      if (!(error instanceof UnreadableEventError)) throw error;
      this.#unreadable.push(error);
    }
  }

  #passed(position: Position): void {
    if (comparePositions(position, this.#position) > 0) this.#position = position;
  }

  #heardOf(head: Position): void {
    if (comparePositions(head, this.#head) > 0) this.#head = head;
  }

  #isAtHead(): boolean {
    return comparePositions(this.#position, this.#head) >= 0;
  }

  #isFull(): boolean {
    return this.#events.length + this.#unreadable.length >= this.options.pageSize;
  }

  #hasNews(): boolean {
    return this.#events.length > 0 || this.#position !== this.#told;
  }

  /** A reader that has caught up is told so once, also when there is nothing new. */
  #hasToSpeak(): boolean {
    return this.#hasNews() || !this.#hasSpoken;
  }

  async #look(): Promise<void> {
    const head = await this.ports.newest.ofRecord();
    this.#heardOf(head);
    this.ports.watch.moved(head);
    if (this.#hasSpoken || comparePositions(this.#position, head) <= 0) return;
    const end = await this.ports.newest.ofLog();
    if (comparePositions(this.#position, end) > 0) throw new PositionBeyondHeadError(this.#position, head);
  }

  /** A caller may rely on being told that it has caught up, so the head is read after the last event was seen. */
  async #lookedPage(): Promise<Page> {
    if (this.#isAtHead()) await this.#look();
    return this.#page();
  }

  #page(): Page {
    const page = {
      events: this.#events,
      position: this.#position,
      caughtUp: this.#isAtHead(),
      ...(this.#unreadable.length === 0 ? {} : { unreadable: this.#unreadable }),
    };
    [this.#events, this.#unreadable] = [[], []];
    this.#told = this.#position;
    this.#toldAt = performance.now();
    this.#hasSpoken = true;
    return page;
  }

  #anew(): void {
    this.close();
    if (this.#hasCaughtUp) return this.#silence.fenced();
    this.#silence.fellSilent();
    throw new EventStoreAwayError('slow', 'a subscription of EventStoreDB fell silent before it had caught up');
  }

  #ended(error: unknown): unknown {
    this.close();
    return error ?? new EventStoreAwayError('unreachable', 'EventStoreDB has ended a subscription');
  }
}
