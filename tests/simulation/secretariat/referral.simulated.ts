import { commandIdOf, sha256, streamIdOf, type EventStore, type RecordedEvent } from '@parley/event-store';
import { canonicalJson, type CaseId, type Clock, type CommandId } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { callsForDossier } from '../../../services/referral/src/application/dossier.process';
import { ReferralDesk } from '../../../services/referral/src/application/referral-desk';
import { basisOf } from '../../../services/referral/src/domain/dossier/basis';
import { needsAssembly } from '../../../services/referral/src/domain/dossier/record-assembly.decide';
import { refusals } from '../../../services/referral/src/domain/refusals';
import { HEARS, learningOf } from '../../../services/referral/src/integration/consumes';
import { publishes } from '../../../services/referral/src/integration/publishes';
import type { SimulatedService } from './simulated-service';

export interface SimulatedReferral extends SimulatedService {
  readonly desk: ReferralDesk;
}

export function simulatedReferral(store: EventStore, clocksOf: ClocksOf, ruleSetVersion: string, clock: Clock): SimulatedReferral {
  const desk = new ReferralDesk(store, clocksOf, ruleSetVersion);
  return {
    context: 'referral',
    desk,
    publishes,
    hears: HEARS,
    refusals,
    async hear(event, commandId) {
      const command = learningOf(event);
      if (command) await desk.proceed(event.subject as CaseId, command, 'hearing', { kind: 'event', id: event.id }, commandId);
    },
    async react(event, commandId) {
      if (callsForDossier(event)) await buildDossier(desk, clock, event, commandId);
    },
    fire: ({ timer: { subject, deadlineId }, commandId }) =>
      desk.proceed(subject as CaseId, { type: 'ExpireDeadline', deadlineId }, 'deadlines', { kind: 'timer', id: deadlineId }, commandId),
    waitsFor: () => [],
  };
}

/** The steps of the dossier's process with digests in the place of pages: to set type for thousands of dossiers would prove nothing. */
async function buildDossier(desk: ReferralDesk, clock: Clock, event: RecordedEvent, commandId: CommandId): Promise<void> {
  const caseId = streamIdOf(event.stream) as CaseId;
  const cause = { kind: 'event', id: event.eventId } as const;
  const { state } = await desk.read(caseId);
  if (state.status !== 'filed') return;
  const pending = state.dossiers.find(({ status }) => status !== 'issued');
  const basis = pending && basisOf(state, pending.requestedAt);
  if (!pending || !basis) return;
  if (needsAssembly(pending, state)) {
    const digestOf = (part: string) => sha256(canonicalJson({ part, caseId, n: pending.n, basis }));
    const assembly = { edition: 'simulated', basis, digest: digestOf('manifest'), manifest512: digestOf('manifest512'), inputs: digestOf('inputs'), files: 1, octets: 1, withheld: 0 };
    await desk.proceed(caseId, { type: 'RecordAssembly', n: pending.n, assembly, at: clock.now() }, 'dossier', cause, commandIdOf(commandId, 'assemble'));
    return;
  }
  if (pending.status !== 'closed') return;
  const packed = { type: 'IssueDossier', n: pending.n, digest: sha256(`packed ${caseId} ${String(pending.n)}`), sizeBytes: 1 } as const;
  await desk.proceed(caseId, packed, 'dossier', cause, commandIdOf(commandId, 'issue'));
}
