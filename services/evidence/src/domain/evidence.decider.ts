import { refuse, type Decider, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { handOverCustody } from './custody/hand-over.decide';
import { noteDocument } from './documents/note-document.decide';
import { evolve } from './evidence.evolve';
import { evidenceOf, noEvidence, type KnownCase, type OwnEvidence } from './evidence-state';
import type { EvidenceCommand, NoteStandstill } from './exhibit-commands';
import type { EvidenceEvent } from './exhibit-events';
import { expireDeadline } from './expire-deadline.decide';
import { enterReadersSignature } from './fallback/enter-readers-signature.decide';
import { enterTranslation } from './fallback/enter-translation.decide';
import { noteDamage } from './integrity/note-damage.decide';
import type { ToldOfCase } from './knowledge/known-case';
import { askForLoan, consentToLoan, endLoan } from './loans/loan.decide';
import { noteReviewEnd } from './loans/note-review-end.decide';
import { signLoan } from './loans/sign-loan.decide';
import { noteCalendar } from './calendar/note-calendar.decide';
import { noteOutage } from './outage/note-outage.decide';
import { filePublicVersion } from './public-version/file-public-version.decide';
import { addReaders } from './readers/add-readers.decide';
import { signReadersDecision } from './readers/sign-readers-decision.decide';
import { withdrawExhibit } from './readers/withdraw-exhibit.decide';
import { refusals } from './refusals';
import { noteStandstill, standingStill } from './standstill/standstill.decide';
import { fileExhibit } from './submission/file-exhibit.decide';
import { answerTranslationChallenge, challengeTranslation } from './translation/challenge-translation.decide';
import { fileTranslation } from './translation/file-translation.decide';

/** A command with what the others had told of the case when it came: an input like its time. */
export interface Informed {
  readonly command: EvidenceCommand;
  readonly told: ToldOfCase;
}

/** The evidence of a case: exhibits, their custody, their public versions and translations. */
export function evidenceDecider(clocksOf: ClocksOf): Decider<Informed, OwnEvidence, EvidenceEvent> {
  return {
    initial: noEvidence,
    evolve,
    decide({ command, told }, own) {
      const state = evidenceOf(own, told);
      if (state.status === 'unknown') return refuse(refusals.caseUnknown);
      // What goes on again runs; all else that starts in a suspension stands still.
      return command.type === 'NoteStandstill'
        ? noteStandstill(state, clocksOf)
        : standingStill(decideIn(command, state, clocksOf), state);
    },
  };
}

function decideIn(
  command: Exclude<EvidenceCommand, NoteStandstill>,
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
    case 'NoteReviewEnd':
      return noteReviewEnd(command, state);
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
