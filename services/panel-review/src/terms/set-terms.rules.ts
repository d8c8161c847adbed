import { accept, refuse, type Instant, type Side } from '@parley/kernel';
import { objectionsAt } from '../claims/objections.rules';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { coChairBar } from '../review/comments.rules';
import {
  LANGUAGES,
  termsDigest,
  termsRefusals,
  type ChosenTerms,
  type SetTerms,
  type Terms,
  type TermsEvent,
  type TermsNotSet,
} from './terms.rules';

const SIDES: readonly Side[] = ['complainant', 'respondent'];

/**
 * S7: a co-chair signs terms of reference and a timetable. They hold when the other co-chair signs the very same, in
 * the first days of the review. No clock is set by them: the last day for evidence is that of the rules.
 */
export function setTerms(command: SetTerms, state: OpenedPanel) {
  const { by, receivedAt: at } = command;
  const bar = coChairBar(state, by, at);
  if (bar) return refuse(bar);
  if (state.terms) return refuse(termsRefusals.termsSet);
  const { terms: time, evidence, review } = state.running;
  if (!time || at >= time.dueAt) return refuse(termsRefusals.termsLate);
  const { languages, submissions, meetsAt } = command;
  const side = SIDES.find((each) => submissions[each] <= at || submissions[each] > (evidence?.dueAt ?? at));
  if (side) return refuse(termsRefusals.submissionOutOfTime, `/submissions/${side}`);
  if (meetsAt !== null && (meetsAt <= at || meetsAt >= (review?.dueAt ?? at)))
    return refuse(termsRefusals.meetingOutOfReview, '/meetsAt');
  const terms = termsOn({ languages, submissions, meetsAt }, state, at);
  const digest = termsDigest(state.caseId, terms);
  const signed = state.proposedTerms.filter((proposed) => proposed.digest === digest).map((proposed) => proposed.by);
  if (signed.includes(by)) return accept();
  const signatories = [...signed, by];
  const both = state.convening?.coChairs.every((chair) => signatories.includes(chair)) ?? false;
  return accept<TermsEvent>(
    both
      ? {
          type: 'TermsSet',
          occurredAt: at,
          rule: 'S7',
          tier: 'PUBLIC',
          data: { by: signatories, terms, digest, opens: [], closes: ['terms'] },
        }
      : {
          type: 'TermsProposed',
          occurredAt: at,
          rule: 'S7',
          tier: 'PANEL',
          data: { by, terms, digest, opens: [], closes: [] },
        },
  );
}

/** Every claim and objection that was on record by an instant is in the terms: no co-chair leaves one out. */
const termsOn = (chosen: ChosenTerms, state: OpenedPanel, at: Instant): Terms => ({
  ...chosen,
  claims: state.claims.map(({ id }) => id),
  objections: objectionsAt(state, at).map(({ id }) => id),
});

/**
 * The time for terms is over, or the review before it. Those of the rule set hold: both languages, submissions until
 * the last day for evidence, and no meeting.
 */
export function termsNotSet(at: Instant, state: OpenedPanel): TermsNotSet {
  const last = state.running['evidence']?.dueAt ?? state.evidenceClosedAt ?? at;
  const chosen = { languages: LANGUAGES, submissions: { complainant: last, respondent: last }, meetsAt: null };
  return {
    type: 'TermsNotSet',
    occurredAt: at,
    rule: 'S7',
    tier: 'PUBLIC',
    data: { terms: termsOn(chosen, state, at), opens: [], closes: ['terms'] },
  };
}

/** The end of a review whose terms are still awaited. A time that has passed is left to its own default (I-18). */
export const termsClosing = (at: Instant, state: OpenedPanel): readonly TermsNotSet[] =>
  (state.running['terms']?.dueAt ?? at) > at ? [termsNotSet(at, state)] : [];
