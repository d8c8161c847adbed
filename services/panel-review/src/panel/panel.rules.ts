import { accept, refuse, type Decider, type Decision, type DomainEvent } from '@parley/kernel';
import type { Clocks, ClocksOf, MovesClocks } from '@parley/procedure';
import { challengeMember, signChallengeDecision } from '../challenges/challenge-decision.rules';
import {
  noteAmendedClaims,
  noteClaimsReplacement,
  noteClaimsWithdrawal,
  noteWithdrawalSetAside,
} from '../claims/claims.rules';
import { recuseMember, replaceMember } from '../composition/composition-refusals.rules';
import { discloseAsExpert, makeDisclosure, nominateMember, openPanel } from '../composition/members.rules';
import { notifyDelay } from '../delays/delays.rules';
import { proposeExperts, recordExpert, serveReport } from '../experts/expert-reports.rules';
import { proposeExtension, signExtension } from '../extensions/extensions-acts.rules';
import { certifyFindings, recordFindings, type ClaimAtIssue } from '../findings/certification.rules';
import { answerRequest, requestInformation } from '../information/information-request.rules';
import { admitThirdParty, commentOnMaterial, fileThirdPartyNote } from '../information/third-party.rules';
import { enterFallback } from '../late-entries/enter-fallback.rules';
import {
  commentInterim,
  recordInterim,
  requestInterimMeeting,
  reviewOpening,
  setInterimMeeting,
} from '../review/comments.rules';
import {
  expireDeadline,
  noteReopening,
  noteResumption,
  noteSuspension,
  standingStill,
} from '../time/expire-deadline.rules';
import { noClocks, noteCalendar, noteOutage, noteRules, rulesInForce, runningAt } from '../time/time.rules';
import { noteLongStop, noteTrack, recordUrgency } from '../tracks/tracks-acts.rules';
import { commonRefusals, evolve, evolveOpened } from './common-refusals.rules';
import type {
  NoteClaims,
  NoteConsultationsEnd,
  NoteExhibit,
  NoteLapseSetAside,
  NoteScreeningEnd,
  PanelCommand,
} from './panel-commands.rules';
import { unopened, type OpenedPanel, type PanelEvent, type PanelState } from './panel-state.rules';

/** What the panel must decide on, learned from the grievance that was served. */
export type ClaimsNoted = DomainEvent<'ClaimsNoted', MovesClocks & { readonly claims: readonly ClaimAtIssue[] }>;

/**
 * A version of an exhibit stands on the record that the panel and both parties read, so a finding may rest on it
 * (I-65).
 */
type ExhibitNoted = DomainEvent<'ExhibitNoted', MovesClocks & { readonly exhibit: string }>;

type ConsultationsEndNoted = DomainEvent<'ConsultationsEndNoted', MovesClocks>;

/** The screening has an outcome: what comes after it is refused, and no clock runs any more. */
export type ScreeningEndNoted = DomainEvent<'ScreeningEndNoted', MovesClocks & { readonly outcome: string }>;

/** The lapse was set aside by an act that had come in time (I-19): the clocks run again where they stood. */
export type LapseSetAsideNoted = DomainEvent<'LapseSetAsideNoted', MovesClocks & { readonly becauseOf: string }>;

export type NotedEvent = ClaimsNoted | ExhibitNoted | ConsultationsEndNoted | ScreeningEndNoted | LapseSetAsideNoted;

/** The grievance as served says on which claims findings are due. */
function noteClaims({ claims, at }: NoteClaims, state: OpenedPanel): Decision<PanelEvent> {
  if (state.claims.length > 0) return accept();
  return accept<PanelEvent>({
    type: 'ClaimsNoted',
    occurredAt: at,
    rule: 'S3',
    tier: 'PANEL',
    data: { claims, ...noClocks },
  });
}

/** Heard in any order with the rest: an exhibit may be known before the panel is opened. */
function noteExhibit({ exhibit, at }: NoteExhibit, state: PanelState): Decision<ExhibitNoted> {
  if (state.exhibits.includes(exhibit)) return accept();
  return accept({ type: 'ExhibitNoted', occurredAt: at, rule: 'I-65', tier: 'PANEL', data: { exhibit, ...noClocks } });
}

/** S5 is over; a panel that is whole by then starts its review. */
function noteConsultationsEnd({ at }: NoteConsultationsEnd, state: OpenedPanel, clocks: Clocks): Decision<PanelEvent> {
  if (state.consultationsEndedAt !== null) return accept();
  const noted: ConsultationsEndNoted = {
    type: 'ConsultationsEndNoted',
    occurredAt: at,
    rule: 'S5',
    tier: 'PUBLIC',
    data: noClocks,
  };
  return accept<PanelEvent>(noted, ...reviewOpening(evolveOpened(state, noted), clocks));
}

/**
 * The screening has an outcome, and the panel's clocks stop. One that ended before it is left to its default, which is
 * late in being decided only, and takes effect as of its own instant.
 */
function noteScreeningEnd({ outcome, at }: NoteScreeningEnd, state: OpenedPanel): Decision<PanelEvent> {
  if (state.screeningEnd) return accept();
  const data = { outcome, opens: [], closes: state.suspendedAt === null ? runningAt(state.running, at) : [] };
  return accept<PanelEvent>({ type: 'ScreeningEndNoted', occurredAt: at, rule: 'I-26', tier: 'PUBLIC', data });
}

/** The lapse was set aside: the clocks that it stopped run again to the dates that they had. */
function noteLapseSetAside({ becauseOf, at }: NoteLapseSetAside, state: OpenedPanel): Decision<PanelEvent> {
  if (!state.screeningEnd) return accept();
  const data = { becauseOf, opens: state.suspendedAt === null ? Object.values(state.running) : [], closes: [] };
  return accept<PanelEvent>({ type: 'LapseSetAsideNoted', occurredAt: at, rule: 'I-19', tier: 'PUBLIC', data });
}

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
      if (state.status === 'unopened') return 'by' in command ? refuse(commonRefusals.panelNotOpened) : accept();
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
