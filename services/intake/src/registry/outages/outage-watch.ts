import {
  derivedUuid,
  handleCommand,
  readState,
  sha256,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RulesInForce,
} from '@parley/event-store';
import {
  canonicalJson,
  instantFromMillis,
  type Clock,
  type CommandId,
  type Instant,
  type PartyCode,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { pause } from '@parley/projections';
import type { DataSource } from 'typeorm';
import { outageStream } from '../../streams';
import { outageRegisterDecider } from './note-outage.rules';
import type { OutageRegister, OutageRegisterCommand } from './outages.rules';

/** Id of an outage that the heartbeat declares: the same times are the same outage. */
export const outageIdOf = (from: Instant, to: Instant): string => derivedUuid('outage', from, to);

/** Id of the outage that a side proposes: each side may propose the same times. */
export const proposedOutageIdOf = (party: PartyCode, from: Instant, to: Instant): string =>
  derivedUuid('proposed-outage', party, from, to);

/** What co-heads sign of an outage. */
export const outageDigest = (from: Instant, to: Instant, reason: readonly Text[]): Sha256 =>
  sha256(canonicalJson({ from, to, reason }));

/** Reads and changes the register of outages. */
export class OutageDesk {
  constructor(
    private readonly store: EventStore,
    readonly ruleSetVersion: RulesInForce,
  ) {}

  act(command: OutageRegisterCommand, context: CommandContext): Promise<CommandOutcome<OutageRegister>> {
    return handleCommand(this.store, outageRegisterDecider, outageStream, command, context);
  }

  /** The heartbeat declares an outage, once however often it finds it. */
  async declare(from: Instant, to: Instant): Promise<void> {
    const outageId = outageIdOf(from, to);
    const context = {
      commandId: outageId as CommandId,
      cause: { kind: 'timer', id: 'heartbeat' },
      actor: { kind: 'system', process: 'heartbeat' },
      ruleSetVersion: this.ruleSetVersion,
    } as const;
    const outcome = await this.act({ type: 'DeclareByHeartbeat', outageId, from, to, at: to }, context);
    if (outcome.kind === 'contended') throw new Error('the register of outages is contended');
  }

  async register(): Promise<OutageRegister> {
    return (await readState(this.store, outageRegisterDecider, outageStream)).state;
  }
}

const BEAT_MS = 60_000;
/** How often idle work looks whether the first beat is done. */
const LOOK_MS = 20;

export interface OutageWatchOptions {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** A silence longer than this is a gap. */
  readonly gapMs: () => number;
  /** Declares the gap an outage where a limit ended in it; done when it is on record. */
  readonly gap: (from: Instant, to: Instant) => Promise<void>;
  readonly onFailure: (failure: unknown) => void;
}

/**
 * The system's own heartbeat. Each minute it is written down; whoever finds that it was silent for too long has the gap
 * looked at before it beats again. The silence is measured by the database's clock, so that a demonstration clock that
 * is moved makes no gap; the times of the outage are those of the service's clock.
 */
export class OutageWatch {
  readonly #stop = new AbortController();
  #beating: Promise<void> | undefined;
  #hasBeaten = false;

  constructor(private readonly options: OutageWatchOptions) {}

  start(): void {
    this.#beating ??= this.#keepBeating();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#beating;
  }

  /** True from the first beat on: before it nobody knows whether there was an outage. */
  get hasBeaten(): boolean {
    return this.#hasBeaten;
  }

  /** Resolves with the first beat, or when it is stopped. */
  async idle(): Promise<void> {
    while (!this.#hasBeaten && !this.#stop.signal.aborted) await pause(LOOK_MS, this.#stop.signal);
  }

  /** Beats once; two processes do so one after the other, so one gap is found by one of them. */
  async beat(): Promise<void> {
    const { dataSource, clock, gapMs, gap } = this.options;
    await dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE intake.heartbeat IN EXCLUSIVE MODE');
      const [last]: { at: Date; silent: number }[] = await manager.query(
        'SELECT at, (extract(epoch FROM clock_timestamp() - beaten_at) * 1000)::float8 AS silent FROM intake.heartbeat',
      );
      const now = clock.now();
      const from = last && instantFromMillis(last.at.getTime());
      if (from !== undefined && last && last.silent > gapMs() && from < now) await gap(from, now);
      await manager.query(
        `INSERT INTO intake.heartbeat (only_one, at, beaten_at) VALUES (true, $1, clock_timestamp())
         ON CONFLICT (only_one) DO UPDATE SET at = excluded.at, beaten_at = excluded.beaten_at`,
        [now],
      );
    });
    this.#hasBeaten = true;
  }

  async #keepBeating(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.beat().catch((failure: unknown) => {
        if (!signal.aborted) this.options.onFailure(failure);
      });
      await pause(this.#hasBeaten ? BEAT_MS : 1_000, signal);
    }
  }
}
