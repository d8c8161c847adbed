import { runningAfter } from '@parley/procedure';
import { amended, replacedClaims, standingAgain, withdrawn } from './claims/claims.evolve';
import { challenged, decided as challengeDecided, decisionSigned, replaced } from './composition/challenge.evolve';
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
} from './composition/composition.evolve';
import { disclosedAsExpert, proposed, reported, taken } from './experts/expert.evolve';
import { deadlineExtended, extensionProposed } from './extensions/extension.evolve';
import { setAside } from './fallback/fallback.evolve';
import { lapsedPanelClocks } from './fallback/lapsed-panel-clocks';
import { attributed, certified, decided, issued } from './findings/findings.evolve';
import {
  admitted,
  answered,
  materialCommented,
  noteFiled,
  notGiven,
  requested,
} from './information/information.evolve';
import { meetingRequested, meetingSet } from './meeting/meeting.evolve';
import type { OpenedPanelEvent, PanelEvent } from './panel-events';
import type { OpenedPanel, PanelState } from './panel-state';
import { commented, interimIssued } from './review/review.evolve';
import { goneOn } from './standstill/standstill.evolve';
import { longStopMoved, onTrack, urgencyDecided } from './tracks/track.evolve';

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
