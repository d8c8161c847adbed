import type { RefusalReason } from '@parley/kernel';
import { runningAfter } from '@parley/procedure';
import { challenged, decided as challengeDecided, decisionSigned, replaced } from '../challenges/challenges.rules';
import { amended, replacedClaims, standingAgain, withdrawn } from '../claims/claims.rules';
import {
  disclosed,
  drawn,
  frozenAnew,
  nominated,
  opened,
  seatAt,
  vacated,
  whole,
  withCapacity,
} from '../composition/composition.rules';
import { disclosedAsExpert, proposed, reported, taken } from '../experts/experts.rules';
import { deadlineExtended, extensionProposed } from '../extensions/extensions.rules';
import { attributed, certified, decided, issued } from '../findings/findings.rules';
import {
  admitted,
  answered,
  materialCommented,
  noteFiled,
  notGiven,
  requested,
} from '../information/information.rules';
import { lapsedPanelClocks, setAside } from '../late-entries/late-entries.rules';
import { commented, interimIssued, meetingRequested, meetingSet } from '../review/review.rules';
import { goneOn } from '../time/time.rules';
import { longStopMoved, onTrack, urgencyDecided } from '../tracks/tracks.rules';
import type { OpenedPanel, OpenedPanelEvent, PanelEvent, PanelState } from './panel-state.rules';

/** What an event means for a panel. Total: an event that does not fit, or is not known, leaves the panel as it is. */
export function evolve(state: PanelState, event: PanelEvent): PanelState {
  if (event.type === 'PanelOpened') return state.status === 'unopened' ? opened(event, state.exhibits) : state;
  if (event.type === 'ExhibitNoted') return { ...state, exhibits: [...state.exhibits, event.data.exhibit] };
  return state.status === 'unopened' ? state : evolveOpened(state, event);
}

/** An ended or suspended screening keeps the clocks that ran: an act that came before is decided on them (I-19). */
export function evolveOpened(before: OpenedPanel, event: OpenedPanelEvent): OpenedPanel {
  const state =
    event.type === 'ScreeningEndNoted' || event.type === 'SuspensionNoted'
      ? before
      : { ...before, running: runningAfter(before.running, event.data), lapsed: lapsedPanelClocks(before, event) };
  switch (event.type) {
    case 'ClaimsNoted':
      return { ...state, claims: event.data.claims };
    case 'ClaimsWithdrawalNoted':
      return withdrawn(state, event);
    case 'ClaimsWithdrawalSetAsideNoted':
      return standingAgain(state, event);
    case 'AmendedClaimsNoted':
      return amended(state, event);
    case 'ClaimsReplacementNoted':
      return replacedClaims(state, event);
    case 'SuspensionNoted':
      return { ...state, suspendedAt: event.occurredAt };
    case 'ResumptionNoted':
    case 'ReopeningNoted':
      return goneOn(state, event);
    case 'ConsultationsEndNoted':
      return { ...state, consultationsEndedAt: event.occurredAt };
    case 'ScreeningEndNoted':
      return { ...state, screeningEnd: { outcome: event.data.outcome, at: event.occurredAt } };
    case 'LapseSetAsideNoted':
      return { ...state, screeningEnd: null };
    case 'TrackNoted':
      return onTrack(state, event);
    case 'OutageNoted':
    case 'CalendarNoted':
      return { ...state, longStop: event.data.longStop ?? state.longStop };
    case 'LongStopNoted':
      return longStopMoved(state, event);
    case 'RulesNoted':
      return {
        ...state,
        ruleSetVersion: event.data.to,
        formerRules: [...state.formerRules, { version: state.ruleSetVersion, until: event.occurredAt }],
      };
    case 'UrgencyDecided':
      return urgencyDecided(state, event);
    case 'MemberNominated':
      return nominated(state, event);
    case 'MemberDrawn':
      return drawn(state, event);
    case 'DisclosureMade':
      return disclosed(state, event);
    case 'ChallengeMade':
      return challenged(state, event);
    case 'ChallengeTimeEnded':
      return seatAt(state, event.data.seat, 'settled');
    case 'ChallengeDecisionSigned':
      return decisionSigned(state, event);
    case 'ChallengeDecided':
      return challengeDecided(state, event);
    case 'MemberReplaced':
      return replaced(state, event);
    case 'MemberRecused':
      return vacated(state, event.data.seat);
    case 'PanelConvened':
      return { ...whole(state, event), stage: { name: 'composed' } };
    case 'ParityRestored':
      return whole(state, event);
    case 'PanelImpossible':
      return {
        ...state,
        stage: {
          name: 'impossible',
          seat: event.data.seat,
          inFindings: state.stage.name === 'interim-comments' || state.stage.name === 'deciding',
        },
      };
    case 'RostersFrozenAnew':
      return frozenAnew(state, event);
    case 'ReviewOpened':
      return { ...state, stage: { name: 'reviewing' } };
    case 'InformationRequested':
      return requested(state, event);
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
    case 'ReportCommentsClosed':
      return state;
    case 'FallbackEntryMade':
      return withCapacity(state, event.data.by, 'registry');
    case 'DefaultSetAside':
      return setAside(state, event);
    case 'ExtensionProposed':
      return extensionProposed(state, event);
    case 'DeadlineExtended':
      return deadlineExtended(state, event);
    case 'DelayNotified': {
      const { stage, expectedOn, reason } = event.data;
      return { ...state, delays: [...state.delays, { stage, expectedOn, reason, notifiedAt: event.occurredAt }] };
    }
    case 'InterimMeetingRequested':
      return meetingRequested(state, event);
    case 'InterimMeetingSet':
      return meetingSet(state, event);
    case 'InterimIssued':
      return interimIssued(state, event);
    case 'InterimMissing':
    case 'InterimCommentsClosed':
      return { ...state, stage: { name: 'deciding', votingEndedAt: null } };
    case 'InterimCommented':
      return commented(state, event);
    case 'VotingTimeEnded':
      return { ...state, stage: { name: 'deciding', votingEndedAt: event.occurredAt } };
    case 'FindingsAwaitParity':
      return state;
    case 'FindingsDecided':
      return decided(state, event);
    case 'VotesAttributed':
      return attributed(state, event);
    case 'FindingsCertified':
      return certified(state, event);
    case 'FindingsIssued':
      return issued(state, event);
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_event: never, state: OpenedPanel): OpenedPanel => state;

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
