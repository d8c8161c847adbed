import { intake, panelReview } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import { personActor } from './case-record.fixture';
import { filed, instant, registered, tells } from '../docket/docket-story.fixture';
import type { RunningAudit } from '../running-audit.fixture';

const limit = (id: string, stage: string, dueAt: string) => ({
  id,
  clock: id,
  stage,
  rule: stage,
  dueAt: instant(dueAt),
  provisional: false,
});

/** Streams of a case, by the service whose part they hold. */
export const streamsOf = (caseId: string) => ({
  intake: `intake.case-${caseId}`,
  docket: 'intake.docket-CN-2025',
  exhibits: `evidence.exhibits-${caseId}`,
  panel: `panelreview.panel-${caseId}`,
  deliberation: `panelreview.deliberation-${caseId}`,
  referral: `referral.referral-${caseId}`,
});

/**
 * Records a case of China against the United States up to its deliberation, each act at its own instant of the clock,
 * so that the parts of the case lie mixed in the one order of the store.
 * @returns the instants at which something was recorded
 */
export async function recordCase(
  { others, clock }: Pick<RunningAudit, 'others' | 'clock'>,
  caseId: string,
  docketNumber: string,
): Promise<readonly Instant[]> {
  const streams = streamsOf(caseId);
  const serial = Number(docketNumber.slice(-4));
  const instants: Instant[] = [];
  const at = async (time: string, stream: string, recording: Parameters<typeof others.record>[1]): Promise<void> => {
    clock.set(time);
    instants.push(clock.now());
    await others.record(stream, { occurredAt: clock.now(), ...recording });
  };
  await at('2025-02-04T09:00:00Z', streams.intake, {
    type: 'GrievanceFiled',
    actor: personActor('cn-desk-1', 'desk', 'CN'),
    data: { caseId, opens: [limit('completeness', 'S2', '2025-02-12T16:00:00Z')], closes: [] },
    tells: filed(caseId),
  });
  await at('2025-02-04T10:00:00Z', streams.intake, {
    type: 'DraftKept',
    tier: 'FILER',
    data: { party: 'CN', note: 'for the filer alone' },
  });
  await at('2025-02-05T09:00:00Z', streams.exhibits, {
    type: 'ExhibitAccepted',
    data: { number: 'CHN-1' },
    tier: 'PANEL',
    rule: 'I-33',
  });
  await at('2025-02-06T09:00:00Z', streams.docket, {
    type: 'DocketNumberAllocated',
    tier: 'PUBLIC',
    rule: 'I-27',
    data: { caseId, docketNumber, serial },
  });
  await at('2025-02-06T10:00:00Z', streams.intake, {
    type: 'CaseRegistered',
    tier: 'PUBLIC',
    rule: 'S3',
    data: { docketNumber, opens: [limit('reply', 'S4', '2025-02-21T16:00:00Z')], closes: ['completeness'] },
    tells: registered(caseId, docketNumber),
  });
  await at('2025-02-06T11:00:00Z', streams.panel, {
    type: 'PanelOpened',
    tier: 'PUBLIC',
    rule: 'S6',
    data: { opens: [limit('nomination', 'S6', '2025-02-21T16:00:00Z')], closes: [] },
  });
  await at('2025-02-21T16:00:00Z', streams.intake, {
    type: 'ReplyLapsed',
    tier: 'PUBLIC',
    rule: 'S4',
    data: { opens: [limit('consultations', 'S5', '2025-03-14T16:00:00Z')], closes: ['reply'] },
    tells: tells(intake.ReplyLapsedSchema, '2025-02-21T16:00:00Z', { caseId, lapsedAt: '2025-02-21T16:00:00.000Z' }),
  });
  await at('2025-03-07T10:00:00Z', streams.panel, {
    type: 'PanelConvened',
    tier: 'PUBLIC',
    rule: 'S6',
    data: { opens: [], closes: ['nomination'] },
    tells: tells(panelReview.PanelConvenedSchema, '2025-03-07T10:00:00Z', {
      caseId,
      convenedAt: '2025-03-07T10:00:00.000Z',
      members: ['cn-panel-1', 'us-panel-1'].map((personId) => ({
        personId,
        nominatedBy: personId.slice(0, 2).toUpperCase(),
      })),
    }),
  });
  await at('2025-04-01T10:00:00Z', streams.deliberation, {
    type: 'VoteCast',
    tier: 'DELIBERATION',
    data: { claimId: 'C1', on: 'substantiated' },
  });
  await at('2025-04-02T10:00:00Z', streams.referral, {
    type: 'ExitNoticeGiven',
    tier: 'PUBLIC',
    rule: 'I-53',
    data: {},
  });
  return instants;
}
