import { evidence, panelReview, referral, told } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';

/** What happened elsewhere, as a notice names it. */
interface Fact {
  readonly event: string;
  readonly rule: string;
}

/**
 * What another context told that moves no clock and is no document, and of which the parties have notice all the same:
 * an act of one side that the other has to know of, or may answer. What took the co-heads' decision ended its clock,
 * and is told of with that.
 */
export function factOfNotice(event: PublicEvent): Fact | undefined {
  return ofEvidence(event) ?? ofPanel(event) ?? ofReferral(event);
}

function ofEvidence(event: PublicEvent): Fact | undefined {
  const loan = told(event, evidence.ExhibitLoanSchema);
  // A loan that ends the clock of the co-heads' signatures is told of with that.
  if (loan) return loan.closes.length === 0 ? OF_LOAN.get(loan.step) : undefined;
  if (told(event, evidence.ExhibitWithdrawnSchema)) return { event: 'ExhibitWithdrawn', rule: 'I-42' };
  const added = told(event, evidence.ReadersAddedSchema);
  if (added?.basis === 'its-party' && added.closes.length === 0) return { event: 'ReadersAdded', rule: 'I-42' };
  if (told(event, evidence.TranslationChallengedSchema)) return { event: 'TranslationChallenged', rule: 'languages' };
  return (
    told(event, evidence.TranslationChallengeAnsweredSchema) && {
      event: 'TranslationChallengeAnswered',
      rule: 'languages',
    }
  );
}

/** Loans of exhibits to whom the panel hears, step by step. */
const OF_LOAN: ReadonlyMap<string, Fact> = new Map([
  ['asked', { event: 'LoanAsked', rule: 'I-42' }],
  ['lent', { event: 'ExhibitLent', rule: 'I-42' }],
  ['ended', { event: 'LoanEnded', rule: 'I-42' }],
]);

const OF_PANEL: ReadonlyMap<string, Fact> = new Map([
  ['third-party-admitted', { event: 'ThirdPartyAdmitted', rule: 'S7' }],
  ['experts-proposed', { event: 'ExpertsProposed', rule: 'S7' }],
  ['expert-disclosed', { event: 'ExpertDisclosed', rule: 'S7' }],
  ['expert-taken', { event: 'ExpertTaken', rule: 'S7' }],
  ['interim-meeting-requested', { event: 'InterimMeetingRequested', rule: 'S8' }],
  ['interim-meeting-set', { event: 'InterimMeetingSet', rule: 'S8' }],
]);

const ofPanel = (event: PublicEvent): Fact | undefined =>
  OF_PANEL.get(told(event, panelReview.PanelFactSchema)?.kind ?? '');

/** Of obligations: what one side says of them. What becomes of them by itself or by both is told of with its clocks. */
const OF_OBLIGATION: ReadonlyMap<string, Fact> = new Map([
  ['held-fulfilled', { event: 'ObligationVerified', rule: 'S13' }],
  ['held-not-fulfilled', { event: 'ObligationVerified', rule: 'S13' }],
  ['non-performance', { event: 'NonPerformanceNoticed', rule: 'S13' }],
]);

function ofReferral(event: PublicEvent): Fact | undefined {
  if (told(event, referral.ExitNoticeGivenSchema)) return { event: 'ExitNoticeGiven', rule: 'I-53' };
  if (told(event, referral.DossierTransmittedSchema)) return { event: 'DossierTransmitted', rule: 'I-48' };
  if (told(event, referral.ForumEventNotedSchema)) return { event: 'ForumEventNoted', rule: 'S12' };
  return OF_OBLIGATION.get(told(event, referral.ObligationNotedSchema)?.status ?? '');
}
