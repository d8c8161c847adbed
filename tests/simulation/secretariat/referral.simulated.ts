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
import { callsForCompliance, complianceProcess } from '../../../services/referral/src/compliance/compliance.reaction';
import { callsForDossier } from '../../../services/referral/src/dossier/dossier.reaction';
import {
  noteIn,
  referralRepositories,
  type ReferralRepositories,
  type Referrals,
} from '../../../services/referral/src/referral/repositories';
import { REFERRAL_CATEGORY } from '../../../services/referral/src/referral/streams';
import { complianceRefusals } from '../../../services/referral/src/compliance/compliance.rules';
import { basisOf, type Dossier } from '../../../services/referral/src/dossier/dossier.rules';
import { needsAssembly } from '../../../services/referral/src/dossier/sign-dossier.rules';
import type { ToldOfCase } from '../../../services/referral/src/referral/known-case.rules';
import { refusals } from '../../../services/referral/src/referral/refusals.rules';
import { settlementRefusals } from '../../../services/referral/src/settlement/settlement-refusals.rules';
import { follow } from '../../../services/referral/src/referral/hearing';
import {
  commandsFor,
  HEARS,
  MOVES_CLOCKS,
  takingOfReferral,
} from '../../../services/referral/src/referral/referral.hears';
import { publishes } from '../../../services/referral/src/referral/referral.tells';
import type { SimulatedService } from './simulated-service';

export interface SimulatedReferral extends SimulatedService, ReferralRepositories {
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
  const repositories = referralRepositories({ store, facts, clocksOf, ruleSetVersion });
  const comply = complianceProcess(repositories);
  return {
    context: 'referral',
    ...repositories,
    knownOf: (caseId) => known(facts.now(caseId)).view,
    asShown: (caseId, context) =>
      context.ifRevision === undefined ? context : { ...context, ifFacts: known(facts.now(caseId)).count },
    publishes,
    hears: HEARS,
    refusals: { ...refusals, ...settlementRefusals, ...complianceRefusals },
    async hear(event, commandId) {
      await facts.keep(event);
      await follow(repositories, event, commandsFor(event), commandId);
    },
    async react(event, commandId) {
      if (callsForCompliance(event)) await comply(event, commandId);
      if (categoryOf(event.stream) === REFERRAL_CATEGORY && callsForDossier(event))
        await buildDossier(repositories.referrals, clock, event, commandId);
    },
    recount: (stream, note, commandId) =>
      noteIn(repositories, stream, note, {
        process: 'calendars',
        cause: { kind: 'event', id: note.version },
        commandId,
      }),
    fire: ({ timer: { stream, deadlineId }, commandId }) =>
      noteIn(
        repositories,
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
  referrals: Referrals,
  clock: Clock,
  event: RecordedEvent,
  commandId: CommandId,
): Promise<void> {
  const caseId = streamIdOf(event.stream) as CaseId;
  const { state } = await referrals.read(caseId);
  for (const pending of state.status === 'filed' ? state.dossiers.filter(({ status }) => status !== 'issued') : []) {
    await goOn(referrals, clock, {
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

async function goOn(referrals: Referrals, clock: Clock, { caseId, pending, cause, commandId }: Pending): Promise<void> {
  const { state } = await referrals.read(caseId);
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
    await referrals.proceed(
      caseId,
      { type: 'RecordAssembly', n: pending.n, assembly, at: clock.now() },
      { process: 'dossier', cause, commandId: commandIdOf(commandId, 'assemble') },
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
  await referrals.proceed(caseId, packed, {
    process: 'dossier',
    cause,
    commandId: commandIdOf(commandId, 'issue'),
  });
}
