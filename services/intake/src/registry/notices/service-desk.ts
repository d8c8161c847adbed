import type { Signer } from '@parley/auth';
import {
  handleCommand,
  readState,
  rulesAt,
  sha256,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type StateAt,
} from '@parley/event-store';
import {
  canonicalJson,
  type CaseId,
  type Clock,
  type CommandId,
  type Instant,
  type PartyCode,
  type Sha256,
} from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { serviceStream, type CaseDesk } from '../../case/case-desk';
import type { NoticeSources } from './notice-sources';
import type { Notice, ServiceCommand } from './notices.rules';
import { serviceDecider } from './retrieve.rules';
import type { ServiceState } from './service.rules';

/** One service on one party, in plain data. */
export interface ReconciledService {
  readonly notice: string;
  readonly case: string;
  readonly event: string;
  readonly eventAt: Instant;
  readonly rule: string;
  readonly document: { readonly kind: string; readonly reference: string; readonly digest: Sha256 } | null;
  /** SHA-256 of the canonical notice. */
  readonly digest: Sha256;
  readonly sentAt: Instant;
  readonly deliveredAt: Instant;
  readonly notDeliveredAt: Instant | null;
  readonly retrievedAt: Instant | null;
  readonly notRetrievedAt: Instant | null;
  readonly againAt: readonly Instant[];
}

/** A range of time in which notices were sent: its first instant, and the first one behind it. */
export interface ServiceRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** What the registry signs: whose services, of when, how many, and the digest of them all. */
export interface ReconciliationStatement extends ServiceRange {
  readonly party: PartyCode;
  readonly count: number;
  /** SHA-256 of the canonical JSON of the list of services. */
  readonly digest: Sha256;
}

export interface Reconciliation {
  readonly statement: ReconciliationStatement;
  /** Compact JWS of the registry over the canonical statement. */
  readonly jws: string;
  readonly services: readonly ReconciledService[];
}

/**
 * All that was served on a side in a range of time, signed (I-60). @param services in the order of sending, then of
 * their ids
 */
export async function reconcile(
  party: PartyCode,
  { from, to }: ServiceRange,
  services: readonly ReconciledService[],
  signer: Signer,
): Promise<Reconciliation> {
  const statement = { party, from, to, count: services.length, digest: sha256(canonicalJson(services)) };
  return { statement, jws: await signer.sign(statement), services };
}

/** Who has a process do something, and in answer to what. */
export interface Proceeding {
  readonly process: string;
  readonly cause: CommandContext['cause'];
  readonly commandId: CommandId;
  /** Nothing was served there before, unless this very command was done: then it is decided without reading first. */
  readonly opensStream?: boolean;
  /** Ids of what others told and it rests on; none when left out. */
  readonly facts?: readonly string[];
}

/** Reads and changes the registers of service. Everything that changes one goes through here. */
export class ServiceDesk {
  private readonly decider;

  constructor(
    private readonly store: EventStore,
    private readonly cases: CaseDesk,
    private readonly sources: NoticeSources,
    clocksOf: ClocksOf,
    private readonly clock: Clock,
  ) {
    this.decider = serviceDecider(clocksOf);
  }

  act(caseId: CaseId, command: ServiceCommand, context: CommandContext): Promise<CommandOutcome<ServiceState>> {
    return handleCommand(this.store, this.decider, serviceStream(caseId), command, context);
  }

  /** Decides a command of a process. It is the same command each time it is sent. */
  async proceed(caseId: CaseId, command: ServiceCommand, proceeding: Proceeding): Promise<void> {
    const { process, cause, commandId, opensStream = false, facts = [] } = proceeding;
    const actor = { kind: 'system', process } as const;
    const outcome = await this.act(caseId, command, {
      commandId,
      cause,
      actor,
      ruleSetVersion: this.cases.ruleSetVersion,
      opensStream,
      known: { facts, count: facts.length },
    });
    if (outcome.kind === 'contended') throw new Error(`the service of case ${caseId} is contended`);
  }

  /** Serves notices on both parties of their case, each once. @param at when what they tell of was recorded */
  async serve(caseId: CaseId, notices: readonly Notice[], at: Instant, proceeding: Proceeding): Promise<void> {
    const { state } = await this.cases.read(caseId);
    // What others tell of something that is no case, as of an agreement, has no parties to it here.
    if (state.status === 'unfiled') return;
    const { parties, ruleSetVersion } = state;
    await this.serveOn(caseId, notices, [parties.complainant, parties.respondent], ruleSetVersion, at, proceeding);
  }

  /** Version of the rules that a case has by now; `undefined` for what is no case. */
  async rulesOf(caseId: CaseId): Promise<string | undefined> {
    const { state } = await this.cases.read(caseId);
    return state.status === 'unfiled' ? undefined : state.ruleSetVersion;
  }

  /** Serves notices of something that belongs to no case, as an agreement of the register does, each once. */
  async serveOutsideCases(
    about: string,
    notices: readonly Notice[],
    to: readonly PartyCode[],
    at: Instant,
    proceeding: Proceeding,
  ): Promise<void> {
    await this.serveOn(about as CaseId, notices, to, rulesAt(this.cases.ruleSetVersion, at), at, proceeding);
  }

  /** Serves notices once on whom their maker names. @param at when what they tell of was recorded */
  serveOn(
    about: CaseId,
    notices: readonly Notice[],
    to: readonly PartyCode[],
    ruleSetVersion: string,
    at: Instant,
    proceeding: Proceeding,
  ): Promise<void> {
    for (const notice of notices) this.sources.keep(notice);
    const digested = notices.map((notice) => ({ notice, digest: sha256(canonicalJson(notice)) }));
    const now = this.clock.now();
    return this.proceed(
      about,
      { type: 'ServeNotices', notices: digested, to, ruleSetVersion, at, now },
      { ...proceeding, facts: notices.flatMap(({ of: { place, eventId } }) => (place === null ? [eventId] : [])) },
    );
  }

  /** @param asOf show it as it was recorded at this instant */
  read(caseId: CaseId, asOf?: Instant): Promise<StateAt<ServiceState>> {
    return readState(this.store, this.decider, serviceStream(caseId), asOf);
  }

  /** The register with its notices whole. */
  async readWhole(caseId: CaseId, asOf?: Instant): Promise<StateAt<ServiceState<Notice>>> {
    const { state, revision } = await this.read(caseId, asOf);
    return { state: await this.sources.wholeRegister(caseId, state), revision };
  }

  /** What an act leaves of the register, with its notices whole. */
  async actWhole(
    caseId: CaseId,
    command: ServiceCommand,
    context: CommandContext,
  ): Promise<CommandOutcome<ServiceState<Notice>>> {
    const outcome = await this.act(caseId, command, context);
    if (outcome.kind !== 'done') return outcome;
    return { ...outcome, state: await this.sources.wholeRegister(caseId, outcome.state) };
  }
}
