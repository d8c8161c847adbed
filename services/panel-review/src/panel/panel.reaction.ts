import { domainEventOf, streamIdOf, type Proceeding, type RecordedEvent } from '@parley/event-store';
import type { CaseId, CaseParties, CommandId, Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { ClocksOf } from '@parley/procedure';
import { seatedMembers } from '../composition/draw-seat.rules';
import { openingCommitments, saltOfFindings, type DrawSecrets } from '../composition/draw-secret';
import type { ExpertAgreed } from '../deliberation/deliberation.rules';
import type { VotingTimeEnded } from '../findings/findings.rules';
import { untranslatedIn } from '../findings/translated-findings.rules';
import type { FrozenRosters, ToldCommand } from './panel-commands.rules';
import { claimsReplacedBy, effectOf, registrationOf, taughtBy } from './panel.hears';
import type { PanelReviewRepositories } from './repositories';

/** The two streams of a panel. */
type BothStreams = Pick<PanelReviewRepositories, 'panels' | 'deliberations'>;

const PROCESS = 'carrying';

const CARRIED: readonly string[] = [
  'UrgencySettled',
  'ExpertAgreed',
  'InterimAgreed',
  'VotingTimeEnded',
  'DeliberationClosed',
  'TranslationGiven',
];

/** The wait for the intake before findings are made. */
export interface HearsIntake {
  /**
   * Resolves once everything was heard that the intake had recorded of a case by an instant. A silent intake does not
   * hold findings up for long.
   */
  heardBefore(caseId: CaseId, instant: Instant): Promise<unknown>;
}

/** True for an event that is carried from one stream of a panel into the other. */
export const callsForCarrying = ({ type }: Pick<RecordedEvent, 'type'>): boolean => CARRIED.includes(type);

/**
 * Joins the two streams of a panel. The members' view of the urgency, experts, the interim text on which the co-chairs
 * agreed and the translations of findings are carried over. When the time for votes is over the deliberation is closed,
 * and the result of a closed one is carried over into findings. Each step is harmless to repeat.
 */
export const carryingProcess =
  ({ panels, deliberations }: BothStreams, hearing: HearsIntake, secrets: DrawSecrets) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const caseId = streamIdOf(event.stream) as CaseId;
    const proceeding = { process: PROCESS, cause: { kind: 'event', id: event.eventId }, commandId } as const;
    if (event.type === 'UrgencySettled') await carryUrgency({ panels, deliberations }, caseId, proceeding);
    if (event.type === 'ExpertAgreed') {
      const { expertId, questions } = (domainEventOf(event) as ExpertAgreed).data;
      await panels.proceed(caseId, { type: 'RecordExpert', expertId, questions, at: event.occurredAt }, proceeding);
    }
    if (event.type === 'InterimAgreed') await carryInterim({ panels, deliberations }, caseId, proceeding);
    if (event.type === 'TranslationGiven') await carryTranslations({ panels, deliberations }, caseId, proceeding);
    if (event.type === 'VotingTimeEnded') {
      const { state: panel } = await panels.read(caseId);
      if (panel.status === 'unopened') return;
      await deliberations.proceed(
        caseId,
        {
          type: 'CloseDeliberation',
          at: event.occurredAt,
          by: (domainEventOf(event) as VotingTimeEnded).data.by,
          seated: seatedMembers(panel),
          seats: panel.seats.length,
        },
        proceeding,
      );
    }
    if (event.type === 'DeliberationClosed') {
      const { closed, ...said } = (await deliberations.read(caseId)).state;
      if (!closed) return;
      // Claims that were withdrawn before the closing are in no finding, even when the news comes a moment later
      // (I-30).
      await hearing.heardBefore(caseId, closed.closedAt);
      const salt = await saltOfFindings(secrets, caseId);
      const { votes, objectionVotes, reasons, statements } = said;
      const sayings = { votes, objectionVotes, reasons, statements };
      await panels.proceed(caseId, { type: 'RecordFindings', ...closed, ...sayings, salt }, proceeding);
    }
  };

/**
 * Records what the members agreed on the urgency, as of the view that completed the majority; nothing when they did not
 * agree.
 */
export async function carryUrgency(
  { panels, deliberations }: BothStreams,
  caseId: CaseId,
  proceeding: Proceeding,
): Promise<void> {
  const { urgency } = (await deliberations.read(caseId)).state;
  if (urgency) await panels.proceed(caseId, { type: 'RecordUrgency', ...urgency }, proceeding);
}

/**
 * Issues the text on which the co-chairs agreed, as of the second signature; does nothing when they did not agree on
 * one.
 */
export async function carryInterim(
  { panels, deliberations }: BothStreams,
  caseId: CaseId,
  proceeding: Proceeding,
): Promise<void> {
  const { draft, agreedAt } = (await deliberations.read(caseId)).state;
  if (!draft || agreedAt === null) return;
  const { text, exhibits, digest } = draft;
  await panels.proceed(caseId, { type: 'RecordInterim', at: agreedAt, text, exhibits, digest }, proceeding);
}

/**
 * Records what the panel translated of its findings, as of the last of these texts, once none is lacking. Before that
 * nothing is carried over: how many texts there are would tell of the outcome (I-68).
 */
export async function carryTranslations(
  { panels, deliberations }: BothStreams,
  caseId: CaseId,
  proceeding: Proceeding,
): Promise<void> {
  const { translations } = (await deliberations.read(caseId)).state;
  const { state } = await panels.read(caseId);
  const at = translations.at(-1)?.at;
  if (at === undefined || state.status === 'unopened' || state.stage.name !== 'certifying') return;
  if (untranslatedIn({ ...state.stage.decision, translations }).length > 0) return;
  await panels.proceed(caseId, { type: 'RecordTranslations', at, translations }, proceeding);
}

/** Carries out in a panel what other contexts' messages call for. */
export class HearingProcess {
  constructor(
    private readonly kept: PanelReviewRepositories,
    private readonly secrets: DrawSecrets,
    private readonly clocksOf: ClocksOf,
  ) {}

  async hear(event: PublicEvent, commandId: CommandId): Promise<void> {
    const caseId = event.subject as CaseId;
    const proceeding = { process: 'hearing', cause: { kind: 'event', id: event.id }, commandId } as const;
    const claimIds = claimsReplacedBy(event);
    if (claimIds.length > 0)
      await this.kept.deliberations.proceed(caseId, { type: 'SetSayingsAside', claimIds, at: event.time }, proceeding);
    const command = await this.commandOf(event, caseId);
    if (command) await this.kept.panels.proceed(caseId, command, proceeding);
  }

  /** The command for a message, with both rosters when a panel is composed; `undefined` for most messages. */
  private async commandOf(event: PublicEvent, caseId: CaseId): Promise<ToldCommand | undefined> {
    const registration = registrationOf(event);
    if (registration) {
      const { filedAt, parties, ruleSetVersion } = registration;
      const { tracks, panel } = this.clocksOf(ruleSetVersion).ruleSet;
      const drawCommitments = await openingCommitments(this.secrets, caseId, {
        seatsPerSide: Math.max(...Object.values(tracks).map(({ seatsPerSide }) => seatsPerSide)),
        ahead: panel.drawsInARowPerSeat,
      });
      return { type: 'OpenPanel', caseId, drawCommitments, ...(await this.frozenAt(filedAt, parties)) };
    }
    const command = effectOf(event);
    if (command?.type !== 'FollowScreening' || !taughtBy(event).some(({ told }) => told === 'reopened')) return command;
    const { state } = await this.kept.panels.read(caseId);
    if (state.status === 'unopened' || state.stage.name !== 'impossible') return command;
    return { ...command, anew: { at: event.time, ...(await this.frozenAt(event.time, state.parties)) } };
  }

  /** Both rosters as they stood at an instant. */
  private async frozenAt(at: Instant, parties: CaseParties): Promise<FrozenRosters> {
    const { complainant, respondent } = await this.kept.rosters.frozenAt(parties, at);
    return {
      rosters: { complainant: complainant.members, respondent: respondent.members },
      duty: { complainant: complainant.duty, respondent: respondent.duty },
    };
  }
}
