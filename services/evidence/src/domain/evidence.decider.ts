import { refuse, type Decider, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { handOverCustody } from './custody/hand-over.decide';
import { noteDocument } from './documents/note-document.decide';
import { evolve } from './evidence.evolve';
import { unknownCase, type EvidenceState, type KnownCase } from './evidence-state';
import type { EvidenceCommand, KnowledgeCommand, LearnTogether, NoteResumption } from './exhibit-commands';
import type { EvidenceEvent } from './exhibit-events';
import { expireDeadline } from './expire-deadline.decide';
import { enterReadersSignature } from './fallback/enter-readers-signature.decide';
import { enterTranslation } from './fallback/enter-translation.decide';
import { noteDamage } from './integrity/note-damage.decide';
import { learn } from './knowledge/learn.decide';
import { learnTogether } from './knowledge/learn-together.decide';
import { askForLoan, consentToLoan, endLoan } from './loans/loan.decide';
import { signLoan } from './loans/sign-loan.decide';
import { noteCalendar } from './calendar/note-calendar.decide';
import { noteOutage } from './outage/note-outage.decide';
import { filePublicVersion } from './public-version/file-public-version.decide';
import { addReaders } from './readers/add-readers.decide';
import { signReadersDecision } from './readers/sign-readers-decision.decide';
import { withdrawExhibit } from './readers/withdraw-exhibit.decide';
import { refusals } from './refusals';
import { noteReopening, noteResumption, noteSuspension, standingStill } from './standstill/standstill.decide';
import { fileExhibit } from './submission/file-exhibit.decide';
import { answerTranslationChallenge, challengeTranslation } from './translation/challenge-translation.decide';
import { fileTranslation } from './translation/file-translation.decide';

/**
 * The evidence of a case: exhibits, their custody, their public versions and translations, and what is known of the
 * case itself. A case is pinned to the rules it was registered under, or to those that both parties adopted since.
 */
export function evidenceDecider(clocksOf: ClocksOf): Decider<EvidenceCommand, EvidenceState, EvidenceEvent> {
  const decideOne = (command: OneCommand, state: EvidenceState): Decision<EvidenceEvent> => {
    if (command.type === 'NoteReopening' && state.status !== 'unknown') return noteReopening(command, state, clocksOf);
    if (isKnowledge(command)) return learn(command, state);
    return state.status === 'unknown' ? refuse(refusals.caseUnknown) : decideKnown(command, state, clocksOf);
  };
  return {
    initial: unknownCase,
    evolve,
    pinned: (state) => (state.status === 'unknown' ? undefined : state.registration?.ruleSetVersion),
    decide: (command, state) =>
      command.type === 'LearnTogether' ? learnTogether(command, state, decideOne) : decideOne(command, state),
  };
}

type OneCommand = Exclude<EvidenceCommand, LearnTogether>;

/** What goes on again runs; all else that starts in a suspension stands still. */
const decideKnown = (
  command: Exclude<OneCommand, KnowledgeCommand>,
  state: KnownCase,
  clocksOf: ClocksOf,
): Decision<EvidenceEvent> =>
  command.type === 'NoteResumption'
    ? noteResumption(command, state, clocksOf)
    : standingStill(decideIn(command, state, clocksOf), state);

function decideIn(
  command: Exclude<OneCommand, KnowledgeCommand | NoteResumption>,
  state: KnownCase,
  clocksOf: ClocksOf,
): Decision<EvidenceEvent> {
  switch (command.type) {
    case 'FileExhibit':
      return fileExhibit(command, state, clocksOf);
    case 'FilePublicVersion':
      return filePublicVersion(command, state);
    case 'HandOverCustody':
      return handOverCustody(command, state);
    case 'FileTranslation':
      return fileTranslation(command, state);
    case 'ChallengeTranslation':
      return challengeTranslation(command, state);
    case 'AnswerTranslationChallenge':
      return answerTranslationChallenge(command, state);
    case 'NoteSuspension':
      return noteSuspension(command, state);
    case 'NoteOutage':
      return noteOutage(command, state, clocksOf);
    case 'NoteCalendar':
      return noteCalendar(command, state, clocksOf);
    case 'NoteDocument':
      return noteDocument(command, state, clocksOf);
    case 'ExpireDeadline':
      return expireDeadline(command.deadlineId, state);
    case 'WithdrawExhibit':
      return withdrawExhibit(command, state);
    case 'AddReaders':
      return addReaders(command, state);
    case 'SignReadersDecision':
      return signReadersDecision(command, state, clocksOf);
    case 'EnterReadersSignature':
      return enterReadersSignature(command, state, clocksOf);
    case 'EnterTranslation':
      return enterTranslation(command, state);
    case 'AskForLoan':
      return askForLoan(command, state);
    case 'ConsentToLoan':
      return consentToLoan(command, state);
    case 'SignLoan':
      return signLoan(command, state, clocksOf);
    case 'EndLoan':
      return endLoan(command, state);
    case 'NoteDamage':
      return noteDamage(command, state);
  }
}

const KNOWLEDGE: ReadonlySet<string> = new Set<KnowledgeCommand['type']>([
  'OpenCase',
  'NoteRegistration',
  'NoteClaims',
  'NoteScreeningEnd',
  'NoteLapseSetAside',
  'NoteLongStop',
  'NoteReopening',
  'NoteRules',
  'NotePanel',
  'NotePanelChange',
  'NotePersonHeard',
  'NoteReviewEnd',
]);
const isKnowledge = (command: OneCommand): command is KnowledgeCommand => KNOWLEDGE.has(command.type);
