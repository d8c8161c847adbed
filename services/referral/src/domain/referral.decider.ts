import { accept, refuse, type Decider, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { enterDossierSignature } from './dossier/enter-signature.decide';
import { issueDossier } from './dossier/issue-dossier.decide';
import { recordAssembly } from './dossier/record-assembly.decide';
import { requestDossier } from './dossier/request-dossier.decide';
import { signDossier, signingByDefault } from './dossier/sign-dossier.decide';
import { giveExitNotice } from './exit-notice/give-exit-notice.decide';
import { noteCalendar } from './calendar/note-calendar.decide';
import { noteOutage } from './outage/note-outage.decide';
import type { LearnFact, ReferralCommand } from './referral-commands';
import type { CaseFactLearned, ReferralEvent } from './referral-events';
import { unfiled, type ReferralState } from './referral-state';
import { evolve } from './referral.evolve';
import { refusals } from './refusals';
import { noteForumEvent } from './transmission/note-forum-event.decide';
import { recordTransmission } from './transmission/record-transmission.decide';

/**
 * The referral's part of a case: what it learns, exit notices, dossiers. A case is pinned to the rules it was
 * registered under.
 */
export function referralDecider(clocksOf: ClocksOf): Decider<ReferralCommand, ReferralState, ReferralEvent> {
  return {
    initial: unfiled,
    evolve,
    pinned: ({ learned }) => learned.registration?.ruleSetVersion,
    decide(command, state): Decision<ReferralEvent> {
      if (command.type === 'LearnFact') return accept(learned(command));
      if (state.status === 'unfiled') return refuse(refusals.notFiled);
      switch (command.type) {
        case 'NoteOutage':
          return noteOutage(command, state, state.learned.registration?.ruleSetVersion, clocksOf);
        case 'NoteCalendar':
          return noteCalendar(command, state, state.learned.registration?.ruleSetVersion, clocksOf);
        case 'GiveExitNotice':
          return giveExitNotice(command, state);
        case 'RequestDossier':
          return requestDossier(command, state, clocksOf);
        case 'RecordAssembly':
          return recordAssembly(command, state);
        case 'SignDossier':
          return signDossier(command, state);
        case 'EnterDossierSignature':
          return enterDossierSignature(command, state);
        case 'ExpireDeadline':
          return expireDeadline(command.deadlineId, state);
        case 'IssueDossier':
          return issueDossier(command, state);
        case 'RecordTransmission':
          return recordTransmission(command, state);
        case 'NoteForumEvent':
          return noteForumEvent(command, state, clocksOf);
      }
    },
  };
}

const learned = ({ fact, from, at, tier }: LearnFact): CaseFactLearned => ({
  type: 'CaseFactLearned',
  occurredAt: at,
  rule: 'I-48',
  tier,
  data: { fact, from },
});

/** What silence does, as of the expiry; a deadline that no longer runs changes nothing (I-18). */
function expireDeadline(
  deadlineId: string,
  state: Extract<ReferralState, { status: 'filed' }>,
): Decision<ReferralEvent> {
  const deadline = state.running[deadlineId];
  return deadline ? signingByDefault(deadlineId, deadline.dueAt, state) : accept();
}
