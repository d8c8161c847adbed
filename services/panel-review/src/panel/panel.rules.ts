import { accept, refuse, type Decider, type Decision, type Informed } from '@parley/kernel';
import type { Clocks, ClocksOf } from '@parley/procedure';
import { challengeMember, signChallengeDecision } from '../challenges/challenge-decision.rules';
import { recuseMember, replaceMember } from '../composition/composition-refusals.rules';
import { decidedAs, filledUp, foundShort, turnsOnRosters } from '../composition/filling-up.rules';
import { seatTimeCounted } from '../composition/seat-time.rules';
import { discloseAsExpert, makeDisclosure, nominateMember, openPanel } from '../composition/members.rules';
import { commitNonce, layNonceOpen } from '../composition/nonces.rules';
import { notifyDelay } from '../delays/delays.rules';
import { proposeExperts, recordExpert, serveReport } from '../experts/expert-reports.rules';
import { proposeExtension, signExtension } from '../extensions/extensions-acts.rules';
import { certifyFindings, recordFindings, recordTranslations } from '../findings/certification.rules';
import { answerRequest, requestInformation } from '../information/information-request.rules';
import { admitThirdParty, commentOnMaterial, fileThirdPartyNote } from '../information/third-party.rules';
import { answerEntry, claimEntry } from '../late-entries/take-late.rules';
import { giveMarkLeave, markPassages } from '../marks/mark-passages.rules';
import { commentInterim, finishCommenting } from '../review/comments.rules';
import { requestInterimMeeting, setInterimMeeting } from '../review/meeting.rules';
import { setTerms } from '../terms/set-terms.rules';
import { recordInterim } from '../review/interim.rules';
import { awaitsNobody } from '../findings/voting-time.rules';
import { expireDeadline } from '../time/expire-deadline.rules';
import type { ToldOfCase } from '../time/known-case.rules';
import { followScreening, standingStill } from '../time/standstill.rules';
import { noteCalendar, noteOutage, rulesInForce } from '../time/time.rules';
import { recordUrgency } from '../tracks/tracks-acts.rules';
import { commonRefusals, evolve, evolveOpened } from './common-refusals.rules';
import type { OpenPanel, PanelCommand } from './panel-commands.rules';
import {
  openedPanelOf,
  panelOf,
  unopened,
  type OpenedPanel,
  type OwnPanel,
  type PanelEvent,
} from './panel-state.rules';

/**
 * The panel's part of a case, S6 to S9: composition, review, interim text, findings and their certification. Votes and
 * deliberation have a stream and a decider of their own.
 * @param clocksOf the clocks of a version of the rule set; a case keeps its own
 */
export function panelDecider(clocksOf: ClocksOf): Decider<Informed<PanelCommand, ToldOfCase>, OwnPanel, PanelEvent> {
  return {
    initial: unopened,
    evolve,
    decide({ command, told }, own): Decision<PanelEvent> {
      if (command.type === 'OpenPanel') return open(command, own, told, clocksOf);
      const state = panelOf(own, told);
      if (state.status === 'unopened') return 'by' in command ? refuse(commonRefusals.panelNotOpened) : accept();
      const clocks = clocksOf(rulesInForce(command, state)).onTrack(state.track);
      const timed = (decision: Decision<PanelEvent>) => seatTimeCounted(decision, state, clocks, clocksOf);
      // Clocks that go on again run. Any other clock that starts while the screening has stopped stands still.
      return command.type === 'FollowScreening'
        ? timed(followScreening(command, state, clocks))
        : standingStill(timed(onRosters(command, state, clocks)), state);
    },
  };
}

/** What was filled up of a roster goes before what is decided on it; of itself it decides nothing. */
function onRosters(command: OfOpened, state: OpenedPanel, clocks: Clocks): Decision<PanelEvent> {
  const filled = turnsOnRosters(command) ? filledUp(state, decidedAs(command, state)) : [];
  const now = filled.reduce(evolveOpened, state);
  const decision = decideOpened(command, now, clocks);
  const last = decision.kind === 'refused' ? undefined : decision.events.at(-1);
  if (decision.kind === 'refused' || !last) return decision;
  const after = decision.events.filter((event) => event.type !== 'PanelOpened').reduce(evolveOpened, now);
  return accept<PanelEvent>(...filled, ...decision.events, ...awaitsNobody(after, last.occurredAt));
}

/** A panel is opened as of the registration, and then follows what is known to have come after it. */
function open(command: OpenPanel, own: OwnPanel, told: ToldOfCase, clocksOf: ClocksOf): Decision<PanelEvent> {
  const { registration } = told;
  if (own.status === 'opened' || !registration) return accept();
  const clocks = clocksOf(registration.ruleSetVersion).onTrack(registration.track);
  const opened = openPanel(command, registration, clocks);
  const short = foundShort(opened.data, clocks.ruleSet, registration.registeredAt);
  const followed = followScreening({}, openedPanelOf(panelOf(evolve(own, opened), told)), clocks);
  return followed.kind === 'refused' ? followed : accept<PanelEvent>(opened, ...short, ...followed.events);
}

type OfOpened = Exclude<PanelCommand, { type: 'OpenPanel' | 'FollowScreening' }>;

function decideOpened(command: OfOpened, state: OpenedPanel, clocks: Clocks): Decision<PanelEvent> {
  switch (command.type) {
    case 'NoteOutage':
      return noteOutage(command, state, clocks);
    case 'NoteCalendar':
      return noteCalendar(command, state, clocks);
    case 'NominateMember':
      return nominateMember(command, state, clocks);
    case 'CommitNonce':
      return commitNonce(command, state);
    case 'LayNonceOpen':
      return layNonceOpen(command, state);
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
      return answerRequest(command, state, clocks);
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
    case 'SetTerms':
      return setTerms(command, state);
    case 'RequestInterimMeeting':
      return requestInterimMeeting(command, state, clocks);
    case 'SetInterimMeeting':
      return setInterimMeeting(command, state);
    case 'CommentInterim':
      return commentInterim(command, state);
    case 'FinishCommenting':
      return finishCommenting(command, state, clocks);
    case 'CertifyFindings':
      return certifyFindings(command, state, clocks);
    case 'MarkPassages':
      return markPassages(command, state, clocks);
    case 'GiveMarkLeave':
      return giveMarkLeave(command, state);
    case 'ClaimLateEntry':
      return claimEntry(command, state, clocks);
    case 'AnswerLateEntry':
      return answerEntry(command, state, clocks);
    case 'RecordUrgency':
      return recordUrgency(command, state, clocks);
    case 'RecordInterim':
      return recordInterim(command, state, clocks);
    case 'RecordFindings':
      return recordFindings(command, state, clocks);
    case 'RecordTranslations':
      return recordTranslations(command, state, clocks);
    case 'ExpireDeadline':
      return expireDeadline(command, state, clocks);
  }
}
