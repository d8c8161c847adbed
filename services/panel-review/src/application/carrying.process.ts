import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, CommandId, Instant } from '@parley/kernel';
import type { ClaimsReplacementNoted } from '../domain/claims/claims-events';
import { seatedMembers } from '../domain/composition/membership';
import type { ExpertAgreed } from '../domain/deliberation/deliberation';
import type { PanelDesk, Proceeding } from './panel-desk';

const PROCESS = 'carrying';

const CARRIED: readonly string[] = [
  'ClaimsReplacementNoted',
  'UrgencySettled',
  'ExpertAgreed',
  'InterimAgreed',
  'VotingTimeEnded',
  'DeliberationClosed',
];

/** What the panel waits for before findings are made. */
export interface HearsIntake {
  /**
   * Resolves once what the intake had recorded of a case by an instant was heard; no silence of it holds findings up
   * for long.
   */
  heardBefore(caseId: CaseId, instant: Instant): Promise<void>;
}

/** What brings something from one stream of a panel into the other. */
export const callsForCarrying = ({ type }: Pick<RecordedEvent, 'type'>): boolean => CARRIED.includes(type);

/**
 * Joins the two streams of a panel: the interim text on which the co-chairs agreed is carried over and issued; when the
 * time for votes is over the deliberation is closed, and what a closed one came to is carried over into findings. Each
 * step is harmless to repeat.
 */
export const carryingProcess =
  (desk: PanelDesk, hearing: HearsIntake) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const caseId = streamIdOf(event.stream) as CaseId;
    const proceeding = { process: PROCESS, cause: { kind: 'event', id: event.eventId }, commandId } as const;
    if (event.type === 'ClaimsReplacementNoted') {
      const { claimIds } = (domainEventOf(event) as ClaimsReplacementNoted).data;
      await desk.proceedDeliberation(caseId, { type: 'SetSayingsAside', claimIds, at: event.occurredAt }, proceeding);
    }
    if (event.type === 'UrgencySettled') await carryUrgency(desk, caseId, proceeding);
    if (event.type === 'ExpertAgreed') {
      const { expertId, questions } = (domainEventOf(event) as ExpertAgreed).data;
      await desk.proceed(caseId, { type: 'RecordExpert', expertId, questions, at: event.occurredAt }, proceeding);
    }
    if (event.type === 'InterimAgreed') await carryInterim(desk, caseId, proceeding);
    if (event.type === 'VotingTimeEnded') {
      const { state: panel } = await desk.read(caseId);
      if (panel.status === 'unopened') return;
      await desk.proceedDeliberation(
        caseId,
        { type: 'CloseDeliberation', at: event.occurredAt, seated: seatedMembers(panel) },
        proceeding,
      );
    }
    if (event.type === 'DeliberationClosed') {
      const { closed, votes, reasons, statements } = (await desk.readDeliberation(caseId)).state;
      if (!closed) return;
      // Claims that were given up before the closing are in no finding, though the news of it may come a moment later
      // (I-30).
      await hearing.heardBefore(caseId, closed.closedAt);
      await desk.proceed(caseId, { type: 'RecordFindings', ...closed, votes, reasons, statements }, proceeding);
    }
  };

/** Says what the members agreed on the urgency, as of the view that completed it; nothing when they did not agree. */
export async function carryUrgency(desk: PanelDesk, caseId: CaseId, proceeding: Proceeding): Promise<void> {
  const { urgency } = (await desk.readDeliberation(caseId)).state;
  if (urgency) await desk.proceed(caseId, { type: 'RecordUrgency', ...urgency }, proceeding);
}

/**
 * Issues the text on which the co-chairs agreed, as of the second signature; nothing when they did not agree on one.
 */
export async function carryInterim(desk: PanelDesk, caseId: CaseId, proceeding: Proceeding): Promise<void> {
  const { draft, agreedAt } = (await desk.readDeliberation(caseId)).state;
  if (!draft || agreedAt === null) return;
  const { text, exhibits, digest } = draft;
  await desk.proceed(caseId, { type: 'RecordInterim', at: agreedAt, text, exhibits, digest }, proceeding);
}
