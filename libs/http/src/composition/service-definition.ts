import type { BlobStore, NamedFiles } from '@parley/blobs';
import type { EventStore, RulesInForce } from '@parley/event-store';
import type { Channel, Clock, Party, PartyCode, PersonId, Webhooks } from '@parley/kernel';
import type { Feed, Publishes } from '@parley/messaging';
import type { AdoptedRules, Amendment, AnnouncedCalendar, ClocksOf } from '@parley/procedure';
import type { DynamicModule } from '@nestjs/common';
import type {
  AnnouncedCalendars,
  DeadlineTimers,
  InstalledRules,
  MessageReaction,
  ServiceProcess,
} from '@parley/processes';
import type { DataSource, EntitySchema, MigrationInterface } from 'typeorm';
import type { PartyKeys, RegistrySigner, Signer, SigningKey, TakenKey } from '@parley/auth';
import type { ServiceWorkers } from '@parley/telemetry';
import type { ProblemKind } from '../problems/problem-kind';
import type { ServiceWork } from './service-work';
import type { ServiceWorker } from './service-worker';

/** The witness of the transparency log that one side runs, as the log knows it. */
export interface SideWitness {
  readonly party: PartyCode;
  /** Its public key as text: a vkey of C2SP signed-note for cosignatures. */
  readonly key: string;
  /** Where it answers, without a slash at the end. It is told to everybody with the key. */
  readonly url: string;
}

/** What the transparency log signs by, and what its salts follow from. */
export interface LogKeys {
  /** Signs checkpoints. The name of the log follows from its public key. */
  readonly signer: Signer;
  /** Says when the log signed. */
  readonly timeSigner: Signer;
  /** 32 bytes. */
  readonly saltKey: Uint8Array;
}

/** The ports that a service is given. It does not know the adapters behind them. */
export interface ServicePorts {
  readonly clock: Clock;
  /** Why no act can be taken just now, so that nobody is held to a limit meanwhile; always taken when left out. */
  readonly shut?: () => ProblemKind | undefined;
  /** Bound to the service's own role: it appends to its own streams only. */
  readonly store: EventStore;
  readonly feed: Feed;
  /** Reactions to messages that it hears beside the service's own, such as one for its guard. */
  readonly alsoHears?: readonly MessageReaction[];
  /** The service's own schema and role, with its entities; its migrations have run. */
  readonly database: DataSource;
  readonly blobs: BlobStore;
  /** Where the files of the transparency log lie; no log is kept when left out. */
  readonly logFiles?: NamedFiles;
  /** The witnesses of the transparency log, one of each side; nobody cosigns it when there is none. */
  readonly witnesses?: readonly SideWitness[];
  /** True where production is only tried, so that the docket has to say that it is none. */
  readonly trial?: boolean;
  /** The ways in which persons are reached outside the system; none when left out. */
  readonly channels?: readonly Channel[];
  /** The way in which their programs are told of events; none where no host is permitted. */
  readonly webhooks?: Webhooks;
  /** Signs receipts; for the service that gives them alone. */
  readonly signer?: RegistrySigner;
  /** For the service that keeps the transparency log alone. */
  readonly logKeys?: LogKeys;
  /**
   * The keys by which the registry has signed so far, with their time; as far as the service has heard of
   * them. That of the signer alone when left out.
   */
  readonly signingKeys?: () => Promise<readonly SigningKey[]>;
  readonly parties: readonly [Party, Party];
  readonly clocksOf: ClocksOf;
  /** The calendars by which `clocksOf` counts. Those that co-heads announce are in force from then on. */
  readonly calendars: AnnouncedCalendars;
  /** The rules by which `clocksOf` counts: those that the co-heads adopted. */
  readonly ruleSets: InstalledRules;
  /** The version of the rule set for whatever is pinned to none. */
  readonly ruleSetVersion: RulesInForce;
  /**
   * A default is decided no sooner than so many milliseconds after its expiry: `ACT_TIME_MS` and the time that a write
   * may take. 0 on a demonstration clock, which holds requests instead.
   */
  readonly requestMarginMs: number;
  /**
   * Secret of this service alone, from which it derives others that it must be able to lay open later, such as the
   * secret of a draw: 32 bytes. Left out for a service that derives none.
   */
  readonly derivationKey?: Uint8Array;
  /** Gets whatever a worker of the service throws, before the worker tries again: for the log. */
  readonly onFailure: (failure: unknown) => void;
}

/** The parts that a service makes over its ports. None of them runs yet. */
export interface ServiceParts {
  readonly process: ServiceProcess;
  /** The Nest module with its controllers. */
  readonly module: DynamicModule;
  /** The keys of the parties, where the service keeps their register; every other hears of them. */
  readonly partyKeys?: PartyKeys;
  /**
   * Other workers in the background, in the order of their start, by names that anybody may read: `the sweeper of
   * uploads`.
   */
  readonly workers?: Readonly<Record<string, ServiceWorker>>;
  readonly checks?: NonNullable<ServiceWorkers['checks']>;
  readonly alarms?: NonNullable<ServiceWorkers['alarms']>;
  readonly onDemand?: NonNullable<ServiceWorkers['onDemand']>;
}

/** A service that runs: its routes, and its work in the background. */
export interface RunningService {
  /** The Nest module with its controllers. */
  readonly module: DynamicModule;
  /** The keys of the parties, where it keeps their register. */
  readonly partyKeys?: PartyKeys;
  /** Timers of its deadlines, none for a service without clocks. */
  readonly timers: readonly DeadlineTimers[];
  /** The parts that an operator looks after: read models, and consumers that park messages that they cannot handle. */
  readonly workers: ServiceWorkers;
  /**
   * Resolves when each of its workers, one after the other, has handled all that is recorded so far. A later one may
   * have made work for an earlier one: whoever asks until the record has stopped growing misses nothing.
   */
  turn(): Promise<void>;
  /** Resolves when its projections, feeds and processes have handled all that is recorded so far. */
  idle(): Promise<void>;
  /** Why it is not ready, in sentences that anybody may read; empty when it is. */
  unready(): readonly string[];
  stop(): Promise<void>;
}

/** The keys by which one context signs, in its own record. */
export interface KeptKeys {
  /** Those by which it has signed, in the order in which they were taken into use. */
  signingKeys(store: EventStore): Promise<readonly TakenKey[]>;
  /**
   * Puts the key of a process on record, where the record has none yet or is to go on with another one.
   * @returns why the process may not go on with it, in a sentence; then nothing is recorded
   */
  takeKey(ports: RegisterPorts, brought: BroughtKeys): Promise<string | undefined>;
}

/**
 * The registers by which a whole installation counts, in the record of the one context that keeps them. Its keys are
 * those of the registry; with them it puts the mode on record.
 */
export interface KeptRegisters extends KeptKeys {
  /** The calendars that co-heads have announced so far, in the order of their announcement. */
  calendars(store: EventStore): Promise<readonly AnnouncedCalendar[]>;
  /** The versions that both co-heads adopted so far, each after the one that it amends. */
  ruleSets(store: EventStore): Promise<readonly AdoptedRules[]>;
  /**
   * Proposes the versions of the release and the amendments of the installation to the co-heads, where they are not
   * proposed yet. It puts none into effect (I-71).
   * @returns the faults that keep the amendments out, in sentences without a full stop; then nothing is recorded
   */
  propose(ports: RegisterPorts, amendments: readonly Amendment[]): Promise<readonly string[]>;
  /** Has the co-heads of a demonstration sign the version of the release, where none is in effect. */
  adopt(ports: RegisterPorts, coHeads: readonly CoHead[]): Promise<void>;
}

/** The mode and the key with which a process starts. */
export interface BroughtKeys {
  readonly mode: 'demonstration' | 'production';
  readonly signer: Signer;
  /** The key that was in use before, where it is at hand; it signs for the one after it. */
  readonly formerSigner?: RegistrySigner | undefined;
  /** `replaced` goes on with another key than that on record. */
  readonly keysAre: 'kept' | 'replaced';
}

export type RegisterPorts = Pick<ServicePorts, 'store' | 'clock' | 'calendars' | 'ruleSets'>;

/** A head of the secretariat, and the side that sent them. */
export interface CoHead {
  readonly party: PartyCode;
  readonly by: PersonId;
}

/** A bounded context as the composition root sees it, in every deployment the same. */
export interface ServiceDefinition {
  /** First part of its streams' names, its database schema and its role: `panelreview`. */
  readonly context: string;
  readonly entities: readonly (EntitySchema | (new () => object))[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** The parts of its events that others may know. */
  readonly publishes: Publishes;
  /**
   * Sides act or read here, so the service has the table of `delegationsMigration`. Its host writes there who speaks
   * for a party, as the intake tells it, and the guard asks it before an act and before a read.
   */
  readonly knowsDelegations?: true;
  /** It hands out what is not public, so it has the tables of `readsMigration` and `chainedReadsMigration` (I-40). */
  readonly logsReads?: true;
  /**
   * Categories whose streams are each of one case, named by its id. In all of them together a person acts in one
   * capacity only (I-05); none when left out. Then the service has the table `capacities` among its read models.
   */
  readonly ofCases?: readonly string[];
  /** The registers by which everybody counts are of this context's streams; all others hear of them. */
  readonly registers?: KeptRegisters;
  /** The keys by which it signs webhooks, where it sends any. It tells them to everybody, beside the registry's. */
  readonly webhookKeys?: KeptKeys;
  /**
   * Name of the group in which all its instances hear others, and of this work for operators; its context, and
   * `hearing`, when left out.
   */
  readonly group?: string;
  /** Puts the service together; its tables are in `work`. */
  parts(ports: ServicePorts, work: ServiceWork): ServiceParts;
}
