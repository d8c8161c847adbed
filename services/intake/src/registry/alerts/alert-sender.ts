import { derivedUuid } from '@parley/event-store';
import type { ServiceWorker } from '@parley/http';
import type { Alert, ChannelAddress, ChannelAnswer, ChannelKind, Clock, Instant, IsoDate } from '@parley/kernel';
import { pause } from '@parley/projections';
import {
  HEADINGS,
  LINKS,
  proofHeading,
  type alertOfDay,
  type AlertReader,
  type ChosenAlert,
  type WaitingAlert,
} from './alerts.rules';

/** Milliseconds between two looks, and after one that failed. */
const [LOOK_MS, FAILED_MS] = [500, 5_000];

/** What waits to be sent, and what was chosen. */
interface Kept {
  unplanned(day: IsoDate): Promise<readonly ChosenAlert[]>;
  plan(chosen: ChosenAlert, day: IsoDate, isDue: boolean, now: Instant): Promise<void>;
  begin(now: Instant): Promise<readonly WaitingAlert[]>;
  note(waiting: WaitingAlert, answer: ChannelAnswer, now: Instant): Promise<void>;
  forgetOld(now: Instant): Promise<void>;
}

export interface AlertSenderOptions {
  readonly clock: Clock;
  readonly kept: Kept;
  /** The choice of an address; `undefined` once it is no more. */
  readonly find: (channelId: string) => Promise<ChosenAlert | undefined>;
  /** Ends the choice of a person. */
  readonly end: (reader: AlertReader) => Promise<void>;
  /** Whether a person still acts for the side. */
  readonly speaks: (reader: AlertReader) => Promise<boolean>;
  readonly hasDue: (reader: AlertReader, after: Instant, until: Instant) => Promise<boolean>;
  /** The day of a person, or of the seat, as `alertOfDay` says it. */
  readonly dayOf: (reader: AlertReader | null) => ReturnType<typeof alertOfDay>;
  /** The code that shows that a person reads what is sent to an address. */
  readonly proofOf: (channelId: string) => string;
  readonly deliver: (kind: ChannelKind, to: ChannelAddress, alert: Alert) => Promise<ChannelAnswer>;
  readonly onFailure: (failure: unknown) => void;
}

/**
 * Sends what persons chose to be told outside the system. Nothing waits for it: a channel that is broken, or slow,
 * holds back no notice and no clock.
 */
export class AlertSender implements ServiceWorker {
  readonly #stop = new AbortController();
  #sending: Promise<void> | undefined;

  constructor(private readonly options: AlertSenderOptions) {}

  start(): void {
    this.#sending ??= this.#keepSending();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#sending;
  }

  /** Resolves when the alerts of the day wait to be sent; when they are taken is their channels' affair. */
  async idle(): Promise<void> {
    await this.#plan().catch((failure: unknown) => this.options.onFailure(failure));
  }

  /** Looks once a day what is due from each who wants to know. */
  async #plan(): Promise<void> {
    const { clock, kept, hasDue, dayOf } = this.options;
    const now = clock.now();
    const ofSeat = dayOf(null);
    const unplanned = ofSeat ? await kept.unplanned(ofSeat.day) : [];
    if (unplanned.length === 0) return;
    await kept.forgetOld(now);
    for (const each of unplanned) {
      const alert = dayOf(each.reader);
      if (!alert) continue;
      const isDue = (await this.#speaks(each)) && (await hasDue(each.reader, now, alert.until));
      await kept.plan(each, alert.day, isDue, now);
    }
  }

  /** Sends what waits now, side by side. @returns whether anything did */
  async #send(): Promise<boolean> {
    const begun = await this.options.kept.begin(this.options.clock.now());
    await Promise.all(begun.map((each) => this.#sendOne(each)));
    return begun.length > 0;
  }

  async #sendOne(waiting: WaitingAlert): Promise<void> {
    const { channelId, about, kind, madeAt: at } = waiting;
    const { find, kept, clock, deliver, proofOf } = this.options;
    const chosen = await find(channelId);
    if (!chosen || !(await this.#speaks(chosen))) return kept.note(waiting, ENDED, clock.now());
    const heading = kind === 'proof' ? proofHeading(proofOf(channelId)) : HEADINGS[kind];
    const alert: Alert = { id: derivedUuid('own-alert', channelId, about), heading, link: LINKS[kind], at };
    const answer = await deliver(chosen.kind, { id: channelId, address: chosen.address }, alert);
    await kept.note(waiting, answer, clock.now());
  }

  /** What was chosen ends with its time, and what was chosen for a side with the delegation. */
  async #speaks({ reader, validUntil }: ChosenAlert): Promise<boolean> {
    if (this.options.clock.now() < validUntil && (await this.options.speaks(reader))) return true;
    await this.options.end(reader);
    return false;
  }

  async #keepSending(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await this.#plan();
        if (!(await this.#send())) await pause(LOOK_MS, signal);
      } catch (failure) {
        this.options.onFailure(failure);
        await pause(FAILED_MS, signal);
      }
    }
  }
}

const ENDED = { accepted: false, answer: 'ended', again: false } as const;
