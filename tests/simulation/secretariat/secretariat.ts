import { contextOf, sha256, type EventStore, type Position, type RecordedEvent } from '@parley/event-store';
import { plusMillis, type Clock, type Instant } from '@parley/kernel';
import { producerOf, type PublicEvent } from '@parley/messaging';
import { MemoryFacts } from '@parley/messaging/testing';
import {
  clocksOn,
  currentRuleSet,
  standingRuleSets,
  type AnnouncedCalendar,
  type ClocksOf,
  type DefaultId,
} from '@parley/procedure';
import { countAnew, firingIdOf, type AnnouncedCalendars, type RunningLimits, type Timer } from '@parley/processes';
import { Agenda } from './agenda';
import { simulatedAudit } from './audit.simulated';
import { simulatedEvidence, type SimulatedEvidence } from './evidence.simulated';
import { lateHolidays, simulatedCalendars } from './late-holidays';
import { simulatedIntake, type SimulatedIntake } from './intake.simulated';
import { simulatedPanelReview, type SimulatedPanelReview } from './panel-review.simulated';
import { simulatedReferral, type SimulatedReferral } from './referral.simulated';
import { RunningTimers } from './running-timers';
import { SharedEventStore } from './shared-event-store';
import { ShuffledFeed, type FeedTemper } from './shuffled-feed';
import { SimulatedClock } from './simulated-clock';
import { simulatedParties } from '../parties/countries';
import { simulatedCapacities } from './simulated-capacities';
import { announce, calendarsOf } from './simulated-registers';
import { RULE_SET_VERSION, simulatedRuleSets } from './simulated-rules';
import { hear, holdsDefaults, react, type Simulated, type SimulatedPorts } from './simulated-service';

/**
 * The longest time that a request may take. No default fires sooner after its expiry, so that an act in time is
 * recorded first.
 */
export const MARGIN_MS = 30_000;
const AGAIN_MS = 60_000;
const PAGE = 10_000;

export { RULE_SET_VERSION } from './simulated-rules';
export const calendars = simulatedCalendars;
export const { seat } = currentRuleSet;
/** Clocks for code that only reads what was counted. */
export const clocksOf: ClocksOf = clocksOn(calendars.current('US', 'CN'), 'standard', simulatedRuleSets);

/** A message that a group has yet to get the first time. */
interface UnderWay {
  readonly group: string;
  readonly producer: string;
  readonly subject: string;
  readonly recordedat: Instant;
}

/** A deadline whose default was decided after its expiry. */
export interface Fired {
  readonly timer: Timer;
  /** The default that the rules write for the deadline; `null` where the limit was named and not counted. */
  readonly onSilence: DefaultId | null;
  readonly recorded: readonly RecordedEvent[];
}

/** What distinguishes one simulated secretariat from another. */
export interface Installation {
  readonly start: Instant;
  readonly seed: number;
  readonly feed: FeedTemper;
  readonly serves: boolean;
  /** The store of the record; in memory when left out. */
  readonly store?: StoreAt | undefined;
  /** Whether a calendar may be corrected while deadlines run; true when left out. */
  readonly correctsCalendars?: boolean;
  /** Whether the rules have a second version; true when left out. */
  readonly amendsRules?: boolean;
}

/** What a service heard of another context. */
export interface Heard {
  readonly by: string;
  readonly event: PublicEvent;
  readonly at: Instant;
}

/** An empty store whose events are recorded by a clock. */
export type StoreAt = (clock: Clock) => EventStore;

/** The whole secretariat in one process, on a simulated clock: every service's own rules over one store. */
export class Secretariat {
  readonly clock: SimulatedClock;
  readonly store: EventStore;
  readonly intake: SimulatedIntake;
  readonly panelReview: SimulatedPanelReview;
  readonly evidence: SimulatedEvidence;
  readonly referral: SimulatedReferral;
  readonly services: readonly Simulated[];
  /** Everything told between contexts, in the order of recording. */
  readonly told: PublicEvent[] = [];
  /** What each service heard, at the first hearing. */
  readonly heard: Heard[] = [];
  readonly fired: Fired[] = [];
  readonly log: RecordedEvent[] = [];
  readonly timers = new RunningTimers();
  readonly #agenda = new Agenda();
  readonly #feed: ShuffledFeed;
  readonly #calendars = new Map<string, AnnouncedCalendars>();
  readonly #underWay = new Set<UnderWay>();
  /** Events that a service must answer before any of its defaults fires. */
  readonly #holding = new Set<RecordedEvent>();
  #seen: Position;

  constructor({ start, seed, feed, serves, store, correctsCalendars = true, amendsRules = true }: Installation) {
    this.clock = new SimulatedClock(start);
    this.store = store?.(this.clock) ?? new SharedEventStore({ clock: this.clock });
    this.#seen = this.store.start;
    this.#feed = new ShuffledFeed(seed, feed);
    const ruleSets = amendsRules ? simulatedRuleSets : standingRuleSets;
    const late = correctsCalendars ? lateHolidays(start, seed) : undefined;
    if (late) this.#agenda.enter(late.announcedAt, () => this.#announce(late));
    const shared = {
      store: this.store,
      ruleSetVersion: RULE_SET_VERSION,
      clock: this.clock,
      parties: simulatedParties,
      derivationKey: Buffer.from(sha256(`key of draws ${String(seed)}`), 'hex'),
      waitToHear: () => Promise.resolve(true),
    };
    const portsOf = (context: string): SimulatedPorts => {
      const facts = new MemoryFacts();
      const counted = calendarsOf(context, { store: this.store, facts });
      this.#calendars.set(context, counted);
      const ofContext = clocksOn(() => counted.current(), 'standard', ruleSets);
      const capacities = simulatedCapacities(context, this.log, facts);
      return { ...shared, facts, capacities, clocksOf: ofContext, limits: this.#limitsOf(context, counted) };
    };
    this.intake = simulatedIntake(portsOf('intake'), serves);
    this.panelReview = simulatedPanelReview(portsOf('panelreview'));
    this.evidence = simulatedEvidence(portsOf('evidence'));
    this.referral = simulatedReferral(portsOf('referral'));
    this.services = [this.intake, this.panelReview, this.evidence, this.referral, simulatedAudit(portsOf('audit'))];
  }

  /** Lets everything happen that is due by an instant, and moves the clock there. */
  async advanceTo(instant: Instant): Promise<void> {
    for (let next = this.#agenda.next(); next !== undefined && next <= instant; next = this.#agenda.next())
      await this.#takeNext();
    this.clock.moveTo(instant);
  }

  /** Lets everything happen until nothing is left to happen, or the last instant is reached. */
  async runOut(last: Instant): Promise<void> {
    for (let next = this.#agenda.next(); next !== undefined && next <= last; next = this.#agenda.next())
      await this.#takeNext();
  }

  /** The next expiry of a deadline in any case; `undefined` when none runs. */
  nextExpiry(): Instant | undefined {
    const due = this.timers.all().map(({ dueAt }) => dueAt);
    return due.reduce<Instant | undefined>(
      (first, each) => (first === undefined || each < first ? each : first),
      undefined,
    );
  }

  /**
   * Takes note of events that were recorded since the last time: starts their timers, and sends the messages that they
   * tell.
   */
  async settle(): Promise<readonly RecordedEvent[]> {
    const page = await this.store.readAll({ after: this.#seen, limit: PAGE });
    this.#seen = page.position;
    for (const event of page.events) {
      this.log.push(event);
      for (const timer of this.timers.note(event)) this.#await(timer, plusMillis(timer.dueAt, MARGIN_MS));
      const service = this.#serviceOf(contextOf(event.stream));
      if (holdsDefaults(service, event)) this.#holding.add(event);
      this.#agenda.enter(this.#feed.reactionTo(event, this.clock.now()), async () => {
        await react(service, event);
        this.#holding.delete(event);
      });
      for (const told of service.publishes(event)) this.#tell(told);
    }
    return page.events;
  }

  /** Announces a calendar. It is in force at the intake from here on, and elsewhere as soon as it is heard. */
  async #announce(announced: AnnouncedCalendar): Promise<void> {
    await announce(this.store, announced);
    await this.#calendars.get('intake')?.refresh();
  }

  /** The running limits of a service that counts on these calendars. */
  #limitsOf(context: string, calendars: AnnouncedCalendars): RunningLimits {
    const { timers } = this;
    return {
      streams: (categories, span) => timers.streams(categories, span),
      countAnew: async (announcedAt, cause) => {
        const { recounts } = this.#serviceOf(context).process;
        if (recounts) await countAnew({ ...recounts, calendars, timers }, announcedAt, cause);
      },
    };
  }

  async #takeNext(): Promise<void> {
    const entry = this.#agenda.take();
    if (!entry) return;
    this.clock.moveTo(entry.at);
    await entry.run();
    await this.settle();
  }

  #serviceOf(context: string): Simulated {
    const service = this.services.find((each) => each.context === context);
    if (!service) throw new Error(`nobody simulates ${context}`);
    return service;
  }

  #tell(event: PublicEvent): void {
    this.told.push(event);
    const producer = producerOf(event);
    for (const service of this.services.filter(({ process }) => process.hears.contexts.includes(producer))) {
      const { first, again } = this.#feed.deliveriesOf(service.context, event, this.clock.now());
      const underWay = { group: service.context, producer, subject: event.subject, recordedat: event.recordedat };
      this.#underWay.add(underWay);
      this.#agenda.enter(first, async () => {
        await hear(service, event);
        this.heard.push({ by: service.context, event, at: this.clock.now() });
        this.#underWay.delete(underWay);
      });
      if (again !== null) this.#agenda.enter(again, () => hear(service, event));
    }
  }

  #await(timer: Timer, at: Instant): void {
    this.#agenda.enter(at, async () => {
      if (!this.timers.runs(timer)) return;
      const service = this.#serviceOf(contextOf(timer.stream));
      if (this.#isHeld(service) || !this.#heard(service, timer)) {
        this.#await(timer, plusMillis(this.clock.now(), AGAIN_MS));
        return;
      }
      const onSilence = this.timers.defaultOf(timer);
      await service.process.timers?.fire({ timer, commandId: firingIdOf(timer) });
      this.fired.push({ timer, onSilence, recorded: await this.settle() });
    });
  }

  /**
   * True when no message of the case or of a register that was recorded by then is still under way to the service. A
   * real feed reports the same as its progress.
   */
  #heard({ context, process }: Simulated, timer: Timer): boolean {
    const contexts = process.timers?.waitsFor(timer) ?? [];
    const subjects = [timer.subject, ...(process.timers?.alongside ?? [])];
    const by = plusMillis(timer.dueAt, MARGIN_MS);
    return ![...this.#underWay].some(
      ({ group, producer, subject, recordedat }) =>
        group === context && contexts.includes(producer) && subjects.includes(subject) && recordedat <= by,
    );
  }

  #isHeld({ context }: Simulated): boolean {
    return [...this.#holding].some(({ stream }) => contextOf(stream) === context);
  }
}
