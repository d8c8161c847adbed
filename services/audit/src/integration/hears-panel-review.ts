import { leavesPanel, panelReview } from '@parley/contracts';
import type { Learning } from '../domain/casefile/learning';
import { personOf, reader, type Reader } from './heard';

/** What the audit hears of the panel. */
export const hearsPanelReview: readonly Reader[] = [
  reader(panelReview.PanelOpenedSchema, ({ openedAt }) => ({ kind: 'panel-opened', at: openedAt })),
  reader(panelReview.MemberDrawnSchema, ({ personId }) => ({
    kind: 'member-drawn',
    learnings: [{ kind: 'member-named', personId: personOf(personId) }],
  })),
  reader(panelReview.PanelConvenedSchema, ({ convenedAt, members }) => ({
    kind: 'panel-convened',
    at: convenedAt,
    learnings: [{ kind: 'panel-seated', members: members.map(({ personId }) => personOf(personId)) }],
  })),
  reader(panelReview.ReviewOpenedSchema, ({ openedAt }) => ({ kind: 'review-opened', at: openedAt })),
  reader(panelReview.InterimIssuedSchema, ({ issuedAt, issued }) => ({
    kind: issued ? 'interim-issued' : 'interim-missing',
    at: issuedAt,
  })),
  reader(panelReview.UrgencyDecidedSchema, ({ decidedAt, verdict }) => ({ kind: `urgency-${verdict}`, at: decidedAt })),
  reader(panelReview.DelayNotifiedSchema, ({ at }) => ({ kind: 'delay-notified', at })),
  reader(panelReview.FindingsIssuedSchema, ({ issuedAt }) => ({
    kind: 'findings-issued',
    at: issuedAt,
    learnings: [{ kind: 'findings-released' }],
  })),
  reader(panelReview.FallbackEntryMadeSchema, ({ at }) => ({ kind: 'fallback-entry-made', at })),
  reader(panelReview.PanelImpossibleSchema, ({ at }) => ({ kind: 'panel-impossible', at })),
  reader(panelReview.PanelFactSchema, ({ kind, at, personId }) => ({
    kind,
    at,
    learnings: learningsOf(kind, personId),
  })),
];

const NAMED = ['member-nominated', 'member-drawn'];
const SETTLED = ['challenge-dismissed', 'challenge-not-decided'];

function learningsOf(kind: string, person: string): readonly Learning[] {
  if (person === '') return [];
  const personId = personOf(person);
  if (NAMED.includes(kind)) return [{ kind: 'member-named', personId }];
  if (leavesPanel(kind)) return [{ kind: 'member-left', personId }];
  if (kind === 'challenge-made') return [{ kind: 'member-challenged', personId }];
  if (SETTLED.includes(kind)) return [{ kind: 'challenge-settled', personId }];
  return [];
}
