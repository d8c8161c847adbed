import { evidence, panelReview, readDeadline, referral, told, unlessUnreadable } from '@parley/contracts';
import { derivedUuid, sha256 } from '@parley/event-store';
import { parseInstant, type PersonId, type Sha256 } from '@parley/kernel';
import { producerOf, type PublicEvent } from '@parley/messaging';
import type { RunningDeadline } from '../../case/common-refusals.rules';
import { wordsOf } from './notice-of-event';
import type { Notice, NoticeOf, ServedDocument } from './notices.rules';

/** A fact from another context, as a notice names it. */
interface Fact {
  readonly event: string;
  readonly rule: string;
}

/**
 * A fact that another context told and that calls for a notice, though it moves no clock and is no document: an act of
 * one side that the other has to know of, or may answer. A decision of the co-heads ends their clock, so it is told
 * with that clock.
 */
function factOfNotice(event: PublicEvent): Fact | undefined {
  return ofEvidence(event) ?? ofPanel(event) ?? ofReferral(event);
}

function ofEvidence(event: PublicEvent): Fact | undefined {
  const loan = told(event, evidence.ExhibitLoanSchema);
  // A loan that ends the clock of the co-heads' signatures is told with that clock.
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

/** Loans of exhibits to those whom the panel hears, step by step. */
const OF_LOAN: ReadonlyMap<string, Fact> = new Map([
  ['asked', { event: 'LoanAsked', rule: 'I-42' }],
  ['lent', { event: 'ExhibitLent', rule: 'I-42' }],
  ['ended', { event: 'LoanEnded', rule: 'I-42' }],
]);

const OF_PANEL: ReadonlyMap<string, Fact> = new Map([
  ['third-party-admitted', { event: 'ThirdPartyAdmitted', rule: 'S7' }],
  ['terms-proposed', { event: 'TermsProposed', rule: 'S7' }],
  ['experts-proposed', { event: 'ExpertsProposed', rule: 'S7' }],
  ['expert-disclosed', { event: 'ExpertDisclosed', rule: 'S7' }],
  ['expert-taken', { event: 'ExpertTaken', rule: 'S7' }],
  ['interim-meeting-requested', { event: 'InterimMeetingRequested', rule: 'S8' }],
  ['commenting-finished', { event: 'CommentingFinished', rule: 'S8' }],
  ['interim-meeting-set', { event: 'InterimMeetingSet', rule: 'S8' }],
  ['passages-marked', { event: 'PassagesMarked', rule: 'I-75' }],
  ['mark-leave-given', { event: 'MarkLeaveGiven', rule: 'I-75' }],
]);

function ofPanel(event: PublicEvent): Fact | undefined {
  const roster = told(event, panelReview.RosterNotedSchema);
  if (roster) return { event: roster.status === 'short' ? 'RosterFoundShort' : 'RosterFilledUp', rule: 'I-66' };
  const draw = told(event, panelReview.DrawNotedSchema);
  if (draw) return OF_DRAW.get(draw.status);
  return OF_PANEL.get(told(event, panelReview.PanelFactSchema)?.kind ?? '');
}

/** What is published of a draw and moves no clock. */
const OF_DRAW: ReadonlyMap<string, Fact> = new Map([
  ['nonce-committed', { event: 'NonceCommitted', rule: 'I-72' }],
  ['nonce-left-out', { event: 'NonceLeftOut', rule: 'I-72' }],
  ['draw-secret-missing', { event: 'DrawSecretMissing', rule: 'I-72' }],
]);

/** What one side says about obligations that moves no clock. What moves one is told with its clocks. */
const OF_OBLIGATION: ReadonlyMap<string, Fact> = new Map([
  ['verified-later', { event: 'ObligationVerified', rule: 'S13' }],
  ['non-performance', { event: 'NonPerformanceNoticed', rule: 'S13' }],
]);

function ofReferral(event: PublicEvent): Fact | undefined {
  if (told(event, referral.ExitNoticeGivenSchema)) return { event: 'ExitNoticeGiven', rule: 'I-53' };
  if (told(event, referral.ActRepudiatedSchema)) return { event: 'ActRepudiated', rule: 'I-67' };
  if (told(event, referral.DossierTransmittedSchema)) return { event: 'DossierTransmitted', rule: 'I-48' };
  if (told(event, referral.ForumEventNotedSchema)) return { event: 'ForumEventNoted', rule: 'S12' };
  return OF_OBLIGATION.get(told(event, referral.ObligationNotedSchema)?.status ?? '');
}

/** Tiers that both parties read. A message of another tier is served on nobody from here. */
const OF_BOTH_PARTIES: readonly string[] = ['PUBLIC', 'PARTIES', 'PANEL'];

/**
 * The notice of a message of another context. There is one for each clock that it moved, each document that it serves,
 * and whatever else the other party must know.
 */
export function noticeOfMessage(event: PublicEvent): Notice | undefined {
  if (!OF_BOTH_PARTIES.includes(event.tier)) return undefined;
  return noticeOfClocks(event) ?? noticeOfDocument(event) ?? noticeOfFact(event);
}

/** True for a message about an agreement of the register. Its subject is no case, and both sides are parties to it. */
export const isOfRegister = (event: PublicEvent): boolean =>
  (told(event, referral.ClocksMovedSchema) ?? told(event, referral.ActRepudiatedSchema))?.ofRegister ?? false;

/**
 * The notices of a message and of what its context recorded at the same instant, as far as that was heard. Together
 * they are one service. A notice that was served with an earlier message is not served again.
 */
export const toldWith = (event: PublicEvent, facts: readonly PublicEvent[]): readonly Notice[] =>
  facts
    .filter(
      (other) =>
        other.source === event.source &&
        other.recordedat === event.recordedat &&
        isOfRegister(other) === isOfRegister(event),
    )
    .flatMap((each) => unlessUnreadable(() => noticeOfMessage(each)) ?? []);

function noticeOfClocks(event: PublicEvent): Notice | undefined {
  const ofPanel = told(event, panelReview.ClocksMovedSchema);
  const ofExhibits = told(event, evidence.ClocksMovedSchema);
  const moved = ofPanel ?? ofExhibits ?? told(event, referral.ClocksMovedSchema);
  if (!moved || ofExhibits?.servedWithExhibits) return undefined;
  const of = {
    context: producerOf(event),
    event: moved.event,
    eventId: event.id,
    at: parseInstant(moved.at) ?? event.time,
    rule: moved.rule,
    place: null,
  };
  const awaits = ofPanel && ofPanel.personId !== '' ? (ofPanel.personId as PersonId) : null;
  return {
    ...noticeOf(of),
    starts: moved.opens.map((deadline) => readDeadline(deadline) as RunningDeadline),
    ends: moved.closes,
    awaits,
  };
}

function noticeOfDocument(event: PublicEvent): Notice | undefined {
  const filed = told(event, evidence.ExhibitAcceptedSchema) ?? told(event, evidence.PublicVersionFiledSchema);
  const document = documentOf(event);
  if (!document || filed?.servedWithAnother) return undefined;
  const of = {
    context: producerOf(event),
    event: event.type.slice(event.type.lastIndexOf('.') + 1),
    eventId: event.id,
    at: event.time,
    rule: RULE_OF[document.kind],
    place: null,
  };
  const beside = filed?.servedBeside ?? [];
  if (!filed || beside.length === 0) return { ...noticeOf(of), document };
  const { kind } = document;
  return {
    ...noticeOf(of),
    document,
    together: beside.map(({ exhibitNumber, digest }) => ({ kind, reference: exhibitNumber, digest: digest as Sha256 })),
    starts: [
      ...('translationsDue' in filed ? filed.translationsDue : []),
      ...beside.flatMap((each) => each.translationsDue),
    ].map((deadline) => readDeadline(deadline) as RunningDeadline),
  };
}

function noticeOfFact(event: PublicEvent): Notice | undefined {
  const fact = factOfNotice(event);
  return fact && noticeOf({ context: producerOf(event), ...fact, eventId: event.id, at: event.time, place: null });
}

/** The rule under which a document of each kind is served. */
const RULE_OF: Readonly<Record<ServedDocument['kind'], string>> = {
  grievance: 'S3',
  reply: 'S4',
  'interim-text': 'S8',
  'interim-comment': 'S8',
  'review-material': 'I-15',
  'notice-of-delay': 'S7',
  findings: 'S9',
  exhibit: 'I-15',
  'public-version': 'I-15',
  translation: 'languages',
  dossier: 'S12',
  'settlement-text': 'S10',
  settlement: 'I-47',
  letter: 'addressing',
  summary: 'addressing',
  'joint-proposal': 'S5',
};

function documentOf(event: PublicEvent): ServedDocument | undefined {
  const exhibit = told(event, evidence.ExhibitAcceptedSchema);
  if (exhibit) return { kind: 'exhibit', reference: exhibit.exhibitNumber, digest: exhibit.digest as Sha256 };
  const version = told(event, evidence.PublicVersionFiledSchema);
  if (version) return { kind: 'public-version', reference: version.exhibitNumber, digest: version.digest as Sha256 };
  const translation = told(event, evidence.TranslationFiledSchema);
  if (translation)
    return {
      kind: 'translation',
      reference: `${translation.exhibitNumber}/${String(translation.n)}`,
      translates: { of: translation.of, number: translation.exhibitNumber, n: translation.n },
      digest: translation.digest as Sha256,
    };
  const interim = told(event, panelReview.InterimServedSchema);
  if (interim) {
    const [first, ...others] = interim.texts;
    const digest = first && others.length === 0 ? (first.digest as Sha256) : sha256(event.data);
    return { kind: 'interim-text', reference: 'interim-text', digest };
  }
  const comment = told(event, panelReview.InterimCommentedSchema);
  if (comment) return { kind: 'interim-comment', reference: comment.party, digest: sha256(event.data) };
  const material = told(event, panelReview.MaterialServedSchema);
  if (material) return { kind: 'review-material', reference: material.materialId, digest: sha256(event.data) };
  const delay = told(event, panelReview.DelayNotifiedSchema);
  if (delay) return { kind: 'notice-of-delay', reference: delay.stage, digest: sha256(event.data) };
  const findings = told(event, panelReview.FindingsServedSchema);
  if (findings) return { kind: 'findings', reference: 'findings', digest: digestOr(findings.digest, event) };
  const dossier = told(event, referral.DossierIssuedSchema);
  if (dossier) return { kind: 'dossier', reference: dossier.forum, digest: dossier.digest as Sha256 };
  const tabled = told(event, referral.SettlementTextTabledSchema);
  if (tabled) return { kind: 'settlement-text', reference: String(tabled.n), digest: tabled.digest as Sha256 };
  const settlement = told(event, referral.SettlementSignedSchema);
  if (settlement) return { kind: 'settlement', reference: 'settlement', digest: settlement.digest as Sha256 };
  return undefined;
}

/** The digest of findings that were told without one is that of their message. */
const digestOr = (digest: string, event: PublicEvent): Sha256 =>
  digest === '' ? sha256(event.data) : (digest as Sha256);

const noticeOf = (of: NoticeOf): Notice => ({
  noticeId: derivedUuid('notice', of.eventId),
  of,
  words: wordsOf(of),
  document: null,
  starts: [],
  ends: [],
  awaits: null,
});
