import { refuse, type Instant } from '@parley/kernel';
import type { Clocks, Happening, RunningDeadline } from '@parley/procedure';
import { ownLastDay } from '../claims/claim-evidence.rules';
import { lateClaimRefusals } from '../claims/late-claims.rules';
import type { ClosedDeliberation } from '../deliberation/deliberation.rules';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { stageClock } from '../tracks/tracks.rules';
import { reviewRefusals, type EvidenceAnswersClosed, type EvidenceClosed } from './review.rules';

/** The time for evidence of a review; where its last day has passed by the opening, counted from there. */
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

/**
 * Numbers of the exhibits on which a text can rest: none that was struck, or came after evidence was closed but by the
 * own last day of the claim that the text is on, as an answer in its time, or as what an answer by leave of both
 * co-chairs names (I-70).
 * @param request that the text itself answers
 * @param claim that the text is on; left out where it is on all of them
 */
export function citable(panel: OpenedPanel, request?: string, claim?: string): readonly string[] {
  const { exhibits, struck, evidenceClosedAt, running, materials } = panel;
  const end = evidenceClosedAt ?? running['evidence']?.dueAt;
  const ownEnd = ownLastDay(panel, claim) ?? '';
  const entered = ({ number, since, answers }: OpenedPanel['exhibits'][number]): boolean => {
    if (end === undefined || since < end || (answers === '' && since < ownEnd)) return true;
    if (!answers.startsWith('request:')) return answers !== '';
    const named = materials.some((material) => material.about === answers && material.exhibits.includes(number));
    return answers === request || named;
  };
  return exhibits.filter((each) => !struck.includes(each.number) && entered(each)).map(({ number }) => number);
}

/** Why a text cannot rest on exhibits: one was struck, or the panel and both sides cannot all read it (I-65). */
export function citingFault(exhibits: readonly string[], state: OpenedPanel, request?: string) {
  const struck = exhibits.findIndex((number) => state.struck.includes(number));
  if (struck >= 0) return refuse(reviewRefusals.exhibitStruck, `/exhibits/${String(struck)}`);
  const known = citable(state, request);
  const unknown = exhibits.findIndex((number) => !known.includes(number));
  return unknown < 0 ? undefined : refuse(reviewRefusals.unknownExhibit, `/exhibits/${String(unknown)}`);
}

/** Why a text on a claim cannot rest on exhibits: one came in the days of another claim, behind its own last day. */
export function citingForClaimFault(exhibits: readonly string[], state: OpenedPanel, claim: string) {
  const known = citable(state, undefined, claim);
  const unknown = exhibits.findIndex((number) => !known.includes(number));
  return unknown < 0 ? undefined : refuse(lateClaimRefusals.onlyForLateClaim, `/exhibits/${String(unknown)}`);
}

/** True where a text rests on what was struck from the record since it was written. */
export const restsOnStruck = (exhibits: readonly string[], { struck }: Pick<OpenedPanel, 'struck'>): boolean =>
  exhibits.some((number) => struck.includes(number));

/** True where a text rests on an exhibit that the other side still has its time to comment on (I-65). */
export const canStillBeAnswered = (
  exhibits: readonly string[],
  panel: Pick<OpenedPanel, 'exhibits'>,
  at: Instant,
  clocks: Clocks,
): boolean =>
  panel.exhibits.some(
    ({ number, since }) =>
      exhibits.includes(number) && at < clocks.start('evidence-answer', { event: 'ExhibitFiled', at: since }).dueAt,
  );

/** A deliberation without the texts that rest on what was struck from the record since (I-70). */
export const onWhatStands = <Said extends Pick<ClosedDeliberation, 'reasons' | 'statements'>>(
  said: Said,
  panel: Pick<OpenedPanel, 'struck'>,
): Said => ({
  ...said,
  reasons: said.reasons.filter(({ exhibits }) => !restsOnStruck(exhibits, panel)),
  statements: said.statements.filter(({ exhibits }) => !restsOnStruck(exhibits, panel)),
});
