import { Inject, Injectable } from '@nestjs/common';
import {
  actorOf,
  refusals as accessRefusals,
  mayAct,
  mayRead,
  seesCase,
  type ActRequirement,
  type Caller,
  type CaseAccess,
  type MayAct,
  type PersonCaller,
} from '@parley/access';
import { standingAt, type StageKnown } from '@parley/contracts';
import type { CommandContext, RulesInForce, StateAt } from '@parley/event-store';
import {
  commandContextOf,
  ProblemError,
  type AskedPart,
  type Asks,
  type BarsActs,
  type Params,
  type ReceivedAct,
} from '@parley/http';
import { isUuid, refuse, type Actor, type CaseId, type Instant, type Refused } from '@parley/kernel';
import type { Act, CaseCommand, CaseState, FiledCase } from './case-commands.rules';
import { Cases } from '../repositories';
import { callsOf } from './consultations/consultations.rules';
import { minutesOf } from './consultations/minutes.rules';
import { PanelSeats } from './outcome/outcome.table';

/** A person's act and the context in which it is decided. */
export interface AdmittedAct {
  readonly act: Act;
  readonly actor: Extract<Actor, { kind: 'person' }>;
  readonly context: CommandContext;
}

/** The act of a caller who was admitted, with its actor and context. */
export function admittedAct(received: ReceivedAct, admitted: Actor, ruleSetVersion: RulesInForce): AdmittedAct {
  const actor = personOf(admitted);
  return {
    act: { by: actor.personId, party: actor.party, receivedAt: received.receivedAt },
    actor,
    context: commandContextOf(received, actor, ruleSetVersion),
  };
}

/** Who sent a request. @throws for the system itself, which sends none */
export function personOf(actor: Actor): AdmittedAct['actor'] {
  if (actor.kind !== 'person') throw new TypeError('only a person sends a request');
  return actor;
}

/** Admits a caller to an act in a case. @throws ProblemError 404, or 403 with the rule's name */
export async function admitToCase(
  gate: CaseGate,
  cases: Cases,
  caseId: CaseId,
  received: ReceivedAct,
): Promise<AdmittedAct> {
  const { actor } = await gate.admit(caseId, received);
  return admittedAct(received, actor, cases.ruleSetVersion);
}

interface FoundCase extends StateAt<CaseState> {
  readonly state: FiledCase;
}

/** The caller who asks to act, and what the act declares. */
interface ByWhom {
  readonly caller: Caller;
  readonly declared: ActRequirement;
}

export interface OpenedCase extends FoundCase {
  /** Whether the caller reads what passes between the parties. */
  readonly betweenParties: boolean;
}

/**
 * Admits callers to cases. For a case that a caller may not see, the answer is that of a case that does not exist
 * (I-43).
 */
@Injectable()
export class CaseGate implements BarsActs {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(PanelSeats) private readonly seats: PanelSeats,
  ) {}

  /**
   * Opens a case for a caller to read. What went before its registration is between the parties and the registry, so a
   * member of its panel reads it only from its registration on.
   * @throws ProblemError 404
   */
  async open(caseId: CaseId, caller: Caller, asOf?: Instant): Promise<OpenedCase> {
    const found = await this.find(caseId, asOf);
    const access = await this.accessOf(found.state);
    const betweenParties = mayRead('PARTIES', caller, access);
    if (!seesCase(caller, access) || !(betweenParties || isRegistered(found.state)))
      throw ProblemError.refused(refuse(accessRefusals.notFound));
    return { ...found, betweenParties };
  }

  /** The person who acts, if the caller may act. @throws ProblemError 404, or 403 with the rule's name */
  async admit(caseId: CaseId, { caller, declared }: ByWhom): Promise<MayAct> {
    const { state } = await this.find(caseId);
    const may = mayAct(declared, caller, await this.accessOf(state));
    if (may.kind === 'refused') throw ProblemError.refused(may);
    return may;
  }

  /** The case with its running limits, and what stands in it by the names of the paths. */
  async openToAsk({ caseId = '' }: Params, caller: PersonCaller): Promise<AskedPart> {
    if (!isUuid(caseId)) throw ProblemError.refused(refuse(accessRefusals.notFound));
    const { state } = await this.find(caseId as CaseId);
    const ask = await this.cases.asked(caseId as CaseId, actorOf(caller, 'desk'));
    const access = await this.accessOf(state);
    return {
      access,
      stands: standingAt(stageIn(state), Object.values(state.running), mayRead('PARTIES', caller, access)),
      limits: Object.values(state.running).map(({ dueAt }) => dueAt),
      things: thingsIn(state),
      bar: (said: Partial<CaseCommand> | { readonly barOf: BarOfState }, { actor }) =>
        'barOf' in said ? said.barOf(state) : ask(said, actor),
    };
  }

  private async find(caseId: CaseId, asOf?: Instant): Promise<FoundCase> {
    const { state, revision } = await this.cases.read(caseId, asOf);
    if (state.status === 'unfiled') throw ProblemError.refused(refuse(accessRefusals.notFound));
    return { state, revision };
  }

  private async accessOf({ caseId, parties }: FiledCase): Promise<CaseAccess> {
    return { stage: 'filed', parties, filer: parties.complainant, nominated: await this.seats.of(caseId), seated: [] };
  }
}

/** For an act in a case: the decider of the case says, without the act's body, whether it may be done. */
export const asksCase = (...types: readonly CaseCommand['type'][]): Asks => ({
  of: CaseGate,
  commands: types.map((type) => ({ type })),
});

/** For an act that a rule bars whose state is not of its own stream: the rule reads the case. */
export const asksOfState = (barOf: BarOfState): Asks => ({ of: CaseGate, commands: [{ type: 'bar', barOf }] });

type BarOfState = (state: FiledCase) => Refused | undefined;

/** The stage of a case as the intake knows it; where the panel is after the consultations, the panel's part knows. */
function stageIn(state: FiledCase): StageKnown {
  if (state.status === 'registered' || state.status === 'suspended') {
    const { stage } = state.exchange;
    return {
      stage: stage === 'awaiting-reply' ? 'S4' : 'S5',
      isLeft: stage === 'closed',
      isSuspended: state.status === 'suspended',
    };
  }
  return { stage: { filed: 'S2', deficient: 'S2b', complete: 'S3', ended: 'S11' }[state.status] };
}

/** Ids in a case, by the names that paths give them. */
function thingsIn(state: FiledCase): AskedPart['things'] {
  const { proposals, amendments, summaries, lateEntries } = state;
  return {
    callId: callsOf(state).map(({ id }) => id),
    minutesId: minutesOf(state).map(({ id }) => id),
    proposalId: proposals.map(({ id }) => id),
    amendmentId: amendments.map(({ id }) => id),
    summaryId: summaries.map(({ id }) => id),
    entryId: lateEntries.map(({ entryId }) => entryId),
  };
}

const isRegistered = (state: FiledCase): boolean => 'registration' in state;
