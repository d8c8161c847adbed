import { accept, type Decision } from '@parley/kernel';
import { lapseLateEntry, type Clocks } from '@parley/procedure';
import { amendmentConsultationsByDefault, amendmentReplyByDefault } from './amendments/amend-grievance.rules';
import { amendmentOfTime } from './amendments/amendments.rules';
import type { ExpireDeadline, FiledCase } from './case-commands.rules';
import type { CaseEvent } from './case-events.rules';
import { completenessByDefault, cureByDefault } from './completeness/completeness.rules';
import { proposalByDefault } from './consent/propose.rules';
import { callByDefault, consultationsByDefault, officialsByDefault } from './consultations/calls.rules';
import { jointProposalByDefault } from './consultations/joint-proposal.rules';
import { longStopByDefault, suspensionByDefault } from './outcome/outcome.rules';
import { replyByDefault } from './reply/reply.rules';
import { summaryByDefault } from './summaries/summaries.rules';
import { resumptionByDefault, suspensionEndByDefault } from './suspension/resumption.rules';
import { firstCallByDefault, urgencyByDefault } from './urgency/urgency.rules';

/**
 * Decides what silence does. The default takes effect as of the expiry, whenever it is decided (I-18). A deadline that
 * no longer runs changes nothing. So an act that came in time has won, whatever the order of processing (I-19).
 */
export function expireDeadline({ deadlineId }: ExpireDeadline, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const deadline = state.running[deadlineId];
  if (!deadline) return accept();
  const expiry = deadline.dueAt;
  const amendment = amendmentOfTime(deadlineId, state);
  switch (deadline.clock) {
    case 'completeness':
      return state.status === 'filed' ? completenessByDefault(expiry, state, clocks) : accept();
    case 'cure':
      return state.status === 'deficient' ? cureByDefault(expiry, state) : accept();
    case 'reply':
    case 'reply-among-many':
      return amendment === undefined
        ? replyByDefault(expiry, state, clocks)
        : amendmentReplyByDefault(amendment, expiry, clocks);
    case 'call':
      return callByDefault(deadlineId, expiry, state);
    case 'officials':
      return officialsByDefault(expiry, state);
    case 'consultations':
      return amendment === undefined
        ? consultationsByDefault(expiry, state, clocks)
        : amendmentConsultationsByDefault(amendment, expiry);
    case 'joint-proposal':
      return jointProposalByDefault(expiry);
    case 'summary':
      return summaryByDefault(deadlineId, expiry, state);
    case 'long-stop':
      return longStopByDefault(expiry, state);
    case 'suspension':
      return suspensionByDefault(expiry, state);
    case 'suspension-end':
      return state.status === 'suspended' ? suspensionEndByDefault(expiry, state, clocks) : accept();
    case 'resumption':
      return state.status === 'suspended' ? resumptionByDefault(expiry, state, clocks) : accept();
    case 'urgency-refusal':
      return urgencyByDefault(expiry);
    case 'first-call':
      return firstCallByDefault(expiry);
    case 'late-entry-answer':
      return lapseLateEntry(deadlineId, expiry, state.lateEntries);
    case 'consent':
    case 'correction':
      return proposalByDefault(deadlineId, expiry, state);
    default:
      return accept();
  }
}
