import type { RefusalReason } from '@parley/kernel';
import { runningAfter, type MovesClocks } from '@parley/procedure';
import { challengeAfter } from '../challenges/challenges.rules';
import { claimEvidenceAfter, noLateClaims } from '../claims/claim-evidence.rules';
import {
  disclosed,
  drawn,
  frozenAnew,
  left,
  nominated,
  opened,
  vacated,
  whole,
} from '../composition/composition.rules';
import { fillableAfter, rosterFilled } from '../composition/filling-up.rules';
import { noncesAfter } from '../composition/nonces.rules';
import { openTimesAfter } from '../composition/seat-time.rules';
import { delayNotified } from '../delays/delays.rules';
import { disclosedAsExpert, proposed, reported, taken } from '../experts/experts.rules';
import { withExtensionEvent } from '../extensions/extensions.rules';
import { certified, decided, issued, written } from '../findings/findings.rules';
import {
  admitted,
  answered,
  materialCommented,
  noteFiled,
  notGiven,
  requested,
} from '../information/information.rules';
import { jointlyProposed } from '../information/joint-requests.rules';
import { lapsedPanelClocks, lateEntryNoted, setAside } from '../late-entries/late-entries.rules';
import { withMarkEvent } from '../marks/marks.rules';
import { commented, finished, interimIssued, withMeetingEvent } from '../review/review.rules';
import { noTerms, withTermsEvent } from '../terms/terms.rules';
import { onTrack, urgencyDecided } from '../tracks/tracks.rules';
import type { OpenedPanelEvent, OwnPanel, PanelEvent, RecordedPanel } from './panel-state.rules';

/**
 * What an event means for a panel. Total: an event that does not fit, or is not known, leaves the panel as it is. It
 * sees nothing of what the other contexts have told: an event carries what was taken from that.
 */
export function evolve(state: OwnPanel, event: PanelEvent): OwnPanel {
  if (event.type === 'PanelOpened') return state.status === 'unopened' ? opened(event) : state;
  return state.status === 'unopened' ? state : evolveOpened(state, event);
}

/** The same for a panel of which more is known than what was recorded. */
export const evolveOpened = <Panel extends RecordedPanel>(before: Panel, event: OpenedPanelEvent): Panel => ({
  ...before,
  ...openTimesAfter(before, evolveRecorded(before, event), event),
});

/** A clock that stands still keeps its end, on which an act that came before the standstill is decided (I-19). */
function evolveRecorded(before: RecordedPanel, event: OpenedPanelEvent): RecordedPanel {
  if (event.type === 'ClocksStoodStill')
    return { ...before, standing: [...new Set([...before.standing, ...event.data.closes])] };
  const state = {
    ...before,
    fillableUntil: fillableAfter(before, event.data),
    running: runningAfter(before.running, event.data),
    standing: standingAfter(before.standing, event.data),
    lapsed: lapsedPanelClocks(before, event),
  };
  switch (event.type) {
    case 'RosterFoundShort':
    case 'NonceLeftOut':
    case 'DrawSecretMissing':
    case 'ClocksWentOn':
    case 'OutageNoted':
    case 'CalendarNoted':
    case 'EvidenceAnswersClosed':
    case 'LeaveCommentsClosed':
    case 'ReportCommentsClosed':
      return state;
    case 'TrackTaken':
      return onTrack(state, event);
    case 'UrgencyDecided':
      return urgencyDecided(state, event);
    case 'MemberNominated':
      return nominated(state, event);
    case 'MemberDrawn':
      return drawn(state, event);
    case 'NonceCommitted':
    case 'DrawCalled':
    case 'NonceLaidOpen':
      return noncesAfter(state, event);
    case 'DisclosureMade':
      return disclosed(state, event);
    case 'ChallengeMade':
    case 'ChallengeTimeEnded':
    case 'ChallengeDecisionSigned':
    case 'ChallengeDecided':
    case 'MemberReplaced':
      return challengeAfter(state, event);
    case 'MemberRecused':
      return left(state, event.data.seat);
    case 'PanelConvened':
      return { ...whole(state, event), stage: { name: 'composed' } };
    case 'ParityRestored':
      return whole(state, event);
    case 'MemberRemoved':
      return vacated(state, event.data.seat);
    case 'RosterFilledUp':
      return rosterFilled(state, event);
    case 'PanelImpossible':
      return { ...state, stage: { name: 'impossible', seats: event.data.seats } };
    case 'RostersFrozenAnew':
      return frozenAnew(state, event);
    case 'ReviewOpened':
      return { ...state, ...noTerms, ...noLateClaims, evidenceClosedAt: null, stage: { name: 'reviewing' } };
    case 'TermsProposed':
    case 'TermsSet':
    case 'TermsNotSet':
      return withTermsEvent(state, event);
    case 'EvidenceClosed':
      return { ...state, evidenceClosedAt: event.occurredAt };
    case 'ClaimEvidenceOpened':
    case 'ClaimEvidenceClosed':
    case 'ClaimCommentsClosed':
      return claimEvidenceAfter(state, event);
    case 'InformationRequested':
      return requested(state, event);
    case 'JointRequestProposed':
      return jointlyProposed(state, event);
    case 'InformationAnswered':
      return answered(state, event);
    case 'InformationNotGiven':
      return notGiven(state, event);
    case 'ThirdPartyAdmitted':
      return admitted(state, event);
    case 'ThirdPartyNoteFiled':
      return noteFiled(state, event);
    case 'MaterialCommented':
      return materialCommented(state, event);
    case 'ExpertsProposed':
      return proposed(state, event);
    case 'ExpertTaken':
      return taken(state, event);
    case 'ExpertDisclosed':
      return disclosedAsExpert(state, event);
    case 'ExpertReportServed':
      return reported(state, event);
    case 'LateEntryClaimed':
    case 'LateEntryCounted':
    case 'LateEntryRefused':
    case 'LateEntryLapsed':
      return lateEntryNoted(state, event);
    case 'DefaultSetAside':
      return setAside(state, event);
    case 'ExtensionProposed':
    case 'DeadlineExtended':
      return withExtensionEvent(state, event);
    case 'DelayNotified':
      return delayNotified(state, event);
    case 'InterimMeetingRequested':
    case 'InterimMeetingSet':
      return withMeetingEvent(state, event);
    case 'InterimIssued':
      return interimIssued(state, event);
    case 'InterimMissing':
    case 'InterimCommentsClosed':
      return { ...state, stage: { name: 'deciding', votingEndedAt: null } };
    case 'InterimCommented':
      return commented(state, event);
    case 'CommentingFinished':
      return finished(state, event);
    case 'VotingTimeEnded':
      return { ...state, stage: { name: 'deciding', votingEndedAt: event.occurredAt } };
    case 'FindingsAwaitParity':
    case 'SeatLeftEmpty':
    case 'SeatTimeCounted':
      return state;
    case 'FindingsDecided':
      return decided(state, event);
    case 'FindingsWritten':
    case 'FindingsTranslated':
      return written(state, event);
    case 'FindingsCertified':
      return certified(state, event);
    case 'FindingsIssued':
      return issued(state, event);
    case 'PassagesMarked':
    case 'MarkLeaveGiven':
    case 'ReasonsPublished':
      return withMarkEvent(state, event);
    default:
      event satisfies never;
      return state;
  }
}

/** An event of a later version may say nothing of clocks. */
function standingAfter(
  standing: readonly string[],
  { opens = [], closes = [] }: Partial<MovesClocks>,
): readonly string[] {
  return standing.filter((id) => ![...opens.map((moved) => moved.id), ...closes].includes(id));
}

/** Reasons that several topics give. */
export const commonRefusals = {
  panelNotOpened: {
    code: 'panel-not-opened',
    rule: 'S6',
    status: 404,
    en: 'There is no panel in such a case.',
    'zh-Hans': '该案没有专家组。',
  },
  screeningEnded: { code: 'screening-ended', rule: 'I-26', en: 'The screening has ended.', 'zh-Hans': '审查已结束。' },
  screeningSuspended: {
    code: 'screening-suspended',
    rule: 'S11',
    en: 'The screening is suspended; acts are taken again when it goes on.',
    'zh-Hans': '审查已中止；恢复后方可行事。',
  },
  panelImpossible: {
    code: 'panel-impossible',
    rule: 'S6',
    en: 'No eligible name was left for a seat; there will be no panel.',
    'zh-Hans': '席位已无合格人选，专家组无法组成。',
  },
  longStopPassed: {
    code: 'long-stop-passed',
    rule: 'I-17',
    en: 'The long-stop has passed.',
    'zh-Hans': '最长期限已过。',
  },
  notAParty: {
    code: 'not-a-party',
    rule: 'S6',
    status: 403,
    en: 'Only the desk of a party may do this.',
    'zh-Hans': '只有当事方的主管部门可以这样做。',
  },
  notACoHead: {
    code: 'not-a-co-head',
    rule: 'I-04',
    status: 403,
    en: 'Only a co-head may do this.',
    'zh-Hans': '只有共同负责人可以这样做。',
  },
  twoCapacities: {
    code: 'two-capacities-in-case',
    rule: 'I-05',
    status: 403,
    en: 'In this case this person has acted, or sits, in another capacity.',
    'zh-Hans': '此人在本案中已以其他身份行事或任职。',
  },
} as const satisfies Record<string, RefusalReason>;
