import {
  domainEventOf,
  OwnRepository,
  rulesAt,
  sha256,
  type CommandContext,
  type CommandOutcome,
  type Proceeding,
  type RecordedEvent,
  type StateAt,
} from '@parley/event-store';
import { canonicalJson, type CaseId, type Instant, type PartyCode } from '@parley/kernel';
import type { DecidingPorts } from '@parley/processes';
import type { Cases } from '../../repositories';
import { SERVICE_CATEGORY } from '../../streams';
import { NoticeSources } from './notice-sources';
import type { Notice, ServiceCommand } from './notices.rules';
import { serviceDecider } from './retrieve.rules';
import { tellsOf, type ServiceEvent, type ServiceState } from './service.rules';

/** The registers of service: what was served on whom, and what became of it. */
export class NoticeRegisters extends OwnRepository<CaseId, ServiceCommand, ServiceState> {
  readonly sources: NoticeSources;

  constructor(
    private readonly ports: Pick<DecidingPorts, 'store' | 'ruleSetVersion' | 'facts' | 'clock' | 'clocksOf'>,
    private readonly cases: Cases,
  ) {
    super(ports, SERVICE_CATEGORY, serviceDecider(ports.clocksOf));
    this.sources = new NoticeSources(ports.store, ports.facts);
  }

  /**
   * Serves notices on both parties of their case, each once. @param at when the event that they tell of was recorded
   */
  async serve(caseId: CaseId, notices: readonly Notice[], at: Instant, proceeding: Proceeding): Promise<void> {
    const { state } = await this.cases.read(caseId);
    // A subject that is no case, such as an agreement of which others tell, has no parties here.
    if (state.status === 'unfiled') return;
    const { parties, ruleSetVersion } = state;
    await this.serveOn(caseId, notices, [parties.complainant, parties.respondent], ruleSetVersion, at, proceeding);
  }

  /** Version of the rules that a case has by now; `undefined` for a subject that is no case. */
  async rulesOf(caseId: CaseId): Promise<string | undefined> {
    const { state } = await this.cases.read(caseId);
    return state.status === 'unfiled' ? undefined : state.ruleSetVersion;
  }

  /** Serves notices of something that belongs to no case, such as an agreement of the register, each once. */
  async serveOutsideCases(
    about: string,
    notices: readonly Notice[],
    to: readonly PartyCode[],
    at: Instant,
    proceeding: Proceeding,
  ): Promise<void> {
    await this.serveOn(about as CaseId, notices, to, rulesAt(this.ruleSetVersion, at), at, proceeding);
  }

  /**
   * Serves notices, each once, on those whom their maker names. @param at when the event that they tell of was recorded
   */
  serveOn(
    about: CaseId,
    notices: readonly Notice[],
    to: readonly PartyCode[],
    ruleSetVersion: string,
    at: Instant,
    proceeding: Proceeding,
  ): Promise<unknown> {
    for (const notice of notices) this.sources.keep(notice);
    const digested = notices.map((notice) => ({ notice, digest: sha256(canonicalJson(notice)) }));
    const now = this.ports.clock.now();
    const facts = notices.flatMap(({ of: { place, eventId } }) => (place === null ? [eventId] : []));
    return this.proceed(
      about,
      { type: 'ServeNotices', notices: digested, to, ruleSetVersion, at, now },
      { ...proceeding, known: { facts, count: facts.length } },
    );
  }

  /**
   * The events of which the service of a notice is made; none where it belongs to no case, whose history alone has
   * proofs.
   */
  async recordedOf(caseId: CaseId, noticeId: string): Promise<readonly RecordedEvent[]> {
    if ((await this.rulesOf(caseId)) === undefined) return [];
    return (await this.recorded(caseId)).filter((event) => tellsOf(domainEventOf(event) as ServiceEvent, noticeId));
  }

  /** The register with its notices whole. */
  async readWhole(caseId: CaseId, asOf?: Instant): Promise<StateAt<ServiceState<Notice>>> {
    const { state, revision } = await this.read(caseId, asOf);
    return { state: await this.sources.wholeRegister(caseId, state), revision };
  }

  /** The register after an act, with its notices whole. */
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
