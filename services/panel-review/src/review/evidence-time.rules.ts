import type { Instant } from '@parley/kernel';
import type { Clocks, Happening, RunningDeadline } from '@parley/procedure';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { stageClock } from '../tracks/tracks.rules';
import type { EvidenceAnswersClosed, EvidenceClosed } from './review.rules';

/** The time for evidence of a review. Where its last day has passed before the review opens, it is counted from there. */
export function evidenceTime(start: Happening, state: OpenedPanel, clocks: Clocks): RunningDeadline {
  const deadline = stageClock(clocks, state, 'evidence', start);
  return deadline.dueAt > start.at ? deadline : clocks.start('late-evidence', start, 'evidence');
}

/**
 * The close of evidence with a review that ends before its last day. A last day that has passed is left to its own
 * default, which is only decided late (I-18).
 */
export function evidenceClosing(end: Happening, { running }: OpenedPanel, clocks: Clocks): readonly EvidenceClosed[] {
  const lastDay = running['evidence']?.dueAt;
  return lastDay !== undefined && lastDay > end.at ? [evidenceClosed(end, clocks)] : [];
}

/** The close of evidence, from which on what came last can be answered. */
export const evidenceClosed = ({ at, kind = 'act' }: Happening, clocks: Clocks): EvidenceClosed => ({
  type: 'EvidenceClosed',
  occurredAt: at,
  rule: 'I-70',
  tier: 'PUBLIC',
  data: { opens: [clocks.start('evidence-answer', { event: 'EvidenceClosed', at, kind })], closes: ['evidence'] },
});

/** The end of the time to answer the last evidence. */
export const evidenceAnswersClosed = (at: Instant): EvidenceAnswersClosed => ({
  type: 'EvidenceAnswersClosed',
  occurredAt: at,
  rule: 'I-70',
  tier: 'PUBLIC',
  data: { opens: [], closes: ['evidence-answer'] },
});
