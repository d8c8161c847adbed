import { rememberingKnown } from '@parley/contracts';
import {
  categoryOf,
  commandIdOf,
  sha256,
  streamIdOf,
  type CommandContext,
  type EventStore,
  type RecordedEvent,
} from '@parley/event-store';
import { canonicalJson, type CaseId, type Clock, type CommandId } from '@parley/kernel';
import { MemoryFacts } from '@parley/messaging/testing';
import type { ClocksOf } from '@parley/procedure';
import { Agreements } from '../../../services/referral/src/compliance/agreement-desk';
import { callsForCompliance, complianceProcess } from '../../../services/referral/src/compliance/compliance.reaction';
import { callsForDossier } from '../../../services/referral/src/dossier/dossier.reaction';
import { REFERRAL_CATEGORY, ReferralDesk } from '../../../services/referral/src/referral/desk';
import { SettlementDesk } from '../../../services/referral/src/settlement/settlement-desk';
import { noteIn } from '../../../services/referral/src/dossier/case-file';
import { complianceRefusals } from '../../../services/referral/src/compliance/compliance.rules';
import { basisOf, type Dossier } from '../../../services/referral/src/dossier/dossier.rules';
import { needsAssembly } from '../../../services/referral/src/dossier/sign-dossier.rules';
import type { ToldOfCase } from '../../../services/referral/src/referral/known-case.rules';
import { refusals } from '../../../services/referral/src/referral/refusals.rules';
import { settlementRefusals } from '../../../services/referral/src/settlement/settlement-refusals.rules';
import { follow, KnownCases } from '../../../services/referral/src/referral/hearing';
import {
  commandsFor,
  HEARS,
  MOVES_CLOCKS,
  takingOfReferral,
} from '../../../services/referral/src/referral/referral.hears';
import { publishes } from '../../../services/referral/src/referral/referral.tells';
import type { SimulatedService } from './simulated-service';

export interface SimulatedReferral extends SimulatedService {
  readonly desk: ReferralDesk;
  readonly settlements: SettlementDesk;
  readonly agreements: Agreements;
  /** What the referral has heard of a case by now. */
  knownOf(caseId: CaseId): ToldOfCase;
  /** Who names a revision names the facts as well that were shown with it. */
  asShown(caseId: CaseId, context: CommandContext): CommandContext;
}

export function simulatedReferral(
  store: EventStore,
  clocksOf: ClocksOf,
  ruleSetVersion: string,
  clock: Clock,
): SimulatedReferral {
  const facts = new MemoryFacts();
  const known = rememberingKnown(takingOfReferral);
  const cases = new KnownCases(facts);
  const desk = new ReferralDesk(store, cases, clocksOf, ruleSetVersion);
  const settlements = new SettlementDesk(store, cases, clocksOf, ruleSetVersion);
  const agreements = new Agreements(store, clocksOf, ruleSetVersion);
  const comply = complianceProcess(settlements, agreements.ofCases);
  return {
    context: 'referral',
    desk,
    settlements,
    agreements,
    knownOf: (caseId) => known(facts.now(caseId)).view,
    asShown: (caseId, context) =>
      context.ifRevision === undefined ? context : { ...context, ifFacts: known(facts.now(caseId)).count },
    publishes,
    hears: HEARS,
    refusals: { ...refusals, ...settlementRefusals, ...complianceRefusals },
    async hear(event, commandId) {
      await facts.keep(event);
      await follow({ desk, settlements }, event, commandsFor(event), commandId);
    },
    async react(event, commandId) {
      if (callsForCompliance(event)) await comply(event, commandId);
      if (categoryOf(event.stream) === REFERRAL_CATEGORY && callsForDossier(event))
        await buildDossier(desk, clock, event, commandId);
    },
    recount: (stream, note, commandId) =>
      noteIn({ desk, settlements, agreements }, stream, note, {
        process: 'calendars',
        cause: { kind: 'event', id: note.version },
        commandId,
      }),
    fire: ({ timer: { stream, deadlineId }, commandId }) =>
      noteIn(
        { desk, settlements, agreements },
        stream,
        { type: 'ExpireDeadline', deadlineId },
        { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
      ),
    waitsFor: ({ stream }) => MOVES_CLOCKS[categoryOf(stream)] ?? [],
  };
}

/**
 * The steps of the dossier's process with digests in the place of pages: to set type for thousands of dossiers would
 * prove nothing.
 */
async function buildDossier(
  desk: ReferralDesk,
  clock: Clock,
  event: RecordedEvent,
  commandId: CommandId,
): Promise<void> {
  const caseId = streamIdOf(event.stream) as CaseId;
  const { state } = await desk.read(caseId);
  for (const pending of state.status === 'filed' ? state.dossiers.filter(({ status }) => status !== 'issued') : []) {
    await goOn(desk, clock, {
      caseId,
      pending,
      cause: { kind: 'event', id: event.eventId },
      commandId: commandIdOf(commandId, String(pending.n)),
    });
  }
}

interface Pending {
  readonly caseId: CaseId;
  readonly pending: Dossier;
  readonly cause: CommandContext['cause'];
  readonly commandId: CommandId;
}

async function goOn(desk: ReferralDesk, clock: Clock, { caseId, pending, cause, commandId }: Pending): Promise<void> {
  const { state } = await desk.read(caseId);
  const basis = state.status === 'filed' && basisOf(state, pending.party, pending.requestedAt);
  if (state.status !== 'filed' || !basis) return;
  if (needsAssembly(pending, state)) {
    const digestOf = (part: string) => sha256(canonicalJson({ part, caseId, n: pending.n, basis }));
    const assembly = {
      edition: 'simulated',
      basis,
      digest: digestOf('manifest'),
      manifest512: digestOf('manifest512'),
      inputs: digestOf('inputs'),
      files: 1,
      octets: 1,
      withheld: 0,
    };
    await desk.proceed(
      caseId,
      { type: 'RecordAssembly', n: pending.n, assembly, at: clock.now() },
      'dossier',
      cause,
      commandIdOf(commandId, 'assemble'),
    );
    return;
  }
  if (pending.status !== 'closed') return;
  const packed = {
    type: 'IssueDossier',
    n: pending.n,
    digest: sha256(`packed ${caseId} ${String(pending.n)}`),
    sizeBytes: 1,
  } as const;
  await desk.proceed(caseId, packed, 'dossier', cause, commandIdOf(commandId, 'issue'));
}
