import { accept, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { ExpireDeadline } from './case-commands';
import type { CaseEvent } from './case-events';
import type { FiledCase } from './case-state';
import { amendmentConsultationsByDefault, amendmentReplyByDefault } from './amendments/answer-amendment.decide';
import { completenessByDefault, cureByDefault } from './completeness/completeness.decide';
import { proposalByDefault } from './consent/close-proposal.decide';
import { callByDefault } from './consultations/calls.decide';
import { consultationsByDefault, officialsByDefault } from './consultations/consultations.decide';
import { longStopByDefault, suspensionByDefault } from './outcome/outcome.decide';
import { replyByDefault } from './reply/reply.decide';
import { firstCallByDefault, urgencyByDefault } from './urgency/refuse-urgency.decide';
import { suspensionEndByDefault } from './suspension/resume.decide';
import { summaryByDefault } from './summaries/summaries.decide';

/**
 * What silence does. The default takes effect as of the expiry, whenever it is decided (I-18); a deadline that no
 * longer runs changes nothing, so an act that came in time has won whatever the order of processing (I-19).
 */
export function expireDeadline({ deadlineId }: ExpireDeadline, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const deadline = state.running[deadlineId];
  if (!deadline) return accept();
  const expiry = deadline.dueAt;
  // `reply:S1`: the time of an amendment's claims beside that of the first ones.
  const [, amendmentId] = deadlineId.split(':');
  switch (deadline.clock) {
    case 'completeness':
      return state.status === 'filed' ? completenessByDefault(expiry, state, clocks) : accept();
    case 'cure':
      return state.status === 'deficient' ? cureByDefault(expiry, state) : accept();
    case 'reply':
      return amendmentId === undefined
        ? replyByDefault(expiry, state, clocks)
        : amendmentReplyByDefault(amendmentId, expiry, clocks);
    case 'call':
      return callByDefault(deadlineId, expiry, state);
    case 'officials':
      return officialsByDefault(expiry, state);
    case 'consultations':
      return amendmentId === undefined
        ? consultationsByDefault(expiry, state)
        : amendmentConsultationsByDefault(amendmentId, expiry);
    case 'summary':
      return summaryByDefault(deadlineId, expiry, state);
    case 'long-stop':
      return longStopByDefault(expiry, state);
    case 'suspension':
      return suspensionByDefault(expiry, state);
    case 'suspension-end':
      return state.status === 'suspended' ? suspensionEndByDefault(expiry, state, clocks) : accept();
    case 'urgency-refusal':
      return urgencyByDefault(expiry);
    case 'first-call':
      return firstCallByDefault(expiry);
    case 'consent':
      return proposalByDefault(deadlineId, expiry, state);
    default:
      return accept();
  }
}
