import { accept, refuse, type Decider, type Decision } from '@parley/kernel';
import type { Clocks, ClocksOf } from '@parley/procedure';
import {
  noteAmendedClaims,
  noteClaimsReplacement,
  noteClaimsWithdrawal,
  noteWithdrawalSetAside,
} from './claims/claims.decide';
import { signChallengeDecision } from './composition/challenge-decision.decide';
import { challengeMember } from './composition/challenge.decide';
import { makeDisclosure } from './composition/disclosure.decide';
import { recuseMember, replaceMember } from './composition/leaving.decide';
import { nominateMember } from './composition/nomination.decide';
import { openPanel } from './composition/open-panel.decide';
import { notifyDelay } from './delay/delay.decide';
import {
  noteClaims,
  noteConsultationsEnd,
  noteExhibit,
  noteLapseSetAside,
  noteScreeningEnd,
} from './exchange/note.decide';
import { discloseAsExpert } from './experts/expert-disclosure.decide';
import { proposeExperts, recordExpert } from './experts/expert-list.decide';
import { serveReport } from './experts/report.decide';
import { proposeExtension, signExtension } from './extensions/extension.decide';
import { expireDeadline } from './expire-deadline.decide';
import { enterFallback } from './fallback/enter-fallback.decide';
import { certifyFindings } from './findings/certification.decide';
import { recordFindings } from './findings/findings.decide';
import { answerRequest, requestInformation } from './information/information-request.decide';
import { commentOnMaterial } from './information/material-comment.decide';
import { admitThirdParty, fileThirdPartyNote } from './information/third-party.decide';
import { requestInterimMeeting, setInterimMeeting } from './meeting/meeting.decide';
import type { PanelCommand } from './panel-commands';
import type { PanelEvent } from './panel-events';
import { unopened, type OpenedPanel, type PanelState } from './panel-state';
import { evolve } from './panel.evolve';
import { refusals } from './refusals';
import { commentInterim } from './review/comments.decide';
import { recordInterim } from './review/interim.decide';
import { noteCalendar } from './calendar/note-calendar.decide';
import { noteOutage } from './outage/note-outage.decide';
import { noteRules } from './rules/note-rules.decide';
import { rulesInForce } from './rules/rules-in-force';
import { noteReopening, noteResumption, noteSuspension, standingStill } from './standstill/standstill.decide';
import { noteLongStop, noteTrack, recordUrgency } from './tracks/track.decide';

/**
 * The panel's part of a case, S6 to S9: composition, review, interim text, findings and their certification. Votes and
 * deliberation have a stream and a decider of their own.
 * @param clocksOf the clocks of a version of the rule set; a case keeps its own
 */
export function panelDecider(clocksOf: ClocksOf): Decider<PanelCommand, PanelState, PanelEvent> {
  return {
    initial: unopened,
    evolve,
    decide(command, state): Decision<PanelEvent> {
      if (command.type === 'OpenPanel')
        return openPanel(command, state, clocksOf(command.ruleSetVersion).onTrack(command.track));
      if (command.type === 'NoteExhibit') return noteExhibit(command, state);
      if (state.status === 'unopened') return 'by' in command ? refuse(refusals.panelNotOpened) : accept();
      return standingStill(
        decideOpened(command, state, clocksOf(rulesInForce(command, state)).onTrack(state.track)),
        state,
      );
    },
  };
}

type OfOpened = Exclude<PanelCommand, { type: 'OpenPanel' | 'NoteExhibit' }>;

function decideOpened(command: OfOpened, state: OpenedPanel, clocks: Clocks): Decision<PanelEvent> {
  switch (command.type) {
    case 'NoteClaims':
      return noteClaims(command, state);
    case 'NoteConsultationsEnd':
      return noteConsultationsEnd(command, state, clocks);
    case 'NoteTrack':
      return noteTrack(command, state, clocks);
    case 'NoteRules':
      return noteRules(command, state);
    case 'NoteLongStop':
      return noteLongStop(command, state);
    case 'NoteClaimsWithdrawal':
      return noteClaimsWithdrawal(command, state);
    case 'NoteWithdrawalSetAside':
      return noteWithdrawalSetAside(command, state);
    case 'NoteAmendedClaims':
      return noteAmendedClaims(command, state);
    case 'NoteClaimsReplacement':
      return noteClaimsReplacement(command, state);
    case 'NoteOutage':
      return noteOutage(command, state, clocks);
    case 'NoteCalendar':
      return noteCalendar(command, state, clocks);
    case 'NoteSuspension':
      return noteSuspension(command, state);
    case 'NoteResumption':
      return noteResumption(command, state, clocks);
    case 'NoteReopening':
      return noteReopening(command, state, clocks);
    case 'NoteScreeningEnd':
      return noteScreeningEnd(command, state);
    case 'NoteLapseSetAside':
      return noteLapseSetAside(command, state);
    case 'NominateMember':
      return nominateMember(command, state, clocks);
    case 'MakeDisclosure':
      return makeDisclosure(command, state, clocks);
    case 'ChallengeMember':
      return challengeMember(command, state, clocks);
    case 'SignChallengeDecision':
      return signChallengeDecision(command, state, clocks);
    case 'ReplaceMember':
      return replaceMember(command, state, clocks);
    case 'RecuseMember':
      return recuseMember(command, state, clocks);
    case 'ProposeExtension':
      return proposeExtension(command, state, clocks);
    case 'SignExtension':
      return signExtension(command, state, clocks);
    case 'RequestInformation':
      return requestInformation(command, state, clocks);
    case 'AnswerRequest':
      return answerRequest(command, state);
    case 'AdmitThirdParty':
      return admitThirdParty(command, state);
    case 'FileThirdPartyNote':
      return fileThirdPartyNote(command, state);
    case 'CommentOnMaterial':
      return commentOnMaterial(command, state);
    case 'ProposeExperts':
      return proposeExperts(command, state);
    case 'RecordExpert':
      return recordExpert(command, state);
    case 'ServeReport':
      return serveReport(command, state, clocks);
    case 'DiscloseAsExpert':
      return discloseAsExpert(command, state);
    case 'NotifyDelay':
      return notifyDelay(command, state);
    case 'RequestInterimMeeting':
      return requestInterimMeeting(command, state);
    case 'SetInterimMeeting':
      return setInterimMeeting(command, state);
    case 'CommentInterim':
      return commentInterim(command, state, clocks);
    case 'CertifyFindings':
      return certifyFindings(command, state);
    case 'EnterFallbackAct':
      return enterFallback(command, state, clocks);
    case 'RecordUrgency':
      return recordUrgency(command, state, clocks);
    case 'RecordInterim':
      return recordInterim(command, state, clocks);
    case 'RecordFindings':
      return recordFindings(command, state, clocks);
    case 'ExpireDeadline':
      return expireDeadline(command, state, clocks);
  }
}
