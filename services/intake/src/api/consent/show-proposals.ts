import { showDeadline } from '@parley/http';
import type { CaseState, FiledCase } from '../../domain/case-state';
import { signedOf, type Matter, type Proposal } from '../../domain/consent/proposal';
import { filedCase } from '../show-case';
import type { MatterShown, ProposalShown, ProposalsShown } from './consent.response';

/** The proposals of a case as the parties, the registry and the co-heads see them. */
export function showProposals(state: CaseState): ProposalsShown {
  const filed = filedCase(state);
  return { proposals: filed.proposals.map((proposal) => showProposal(proposal, filed)) };
}

function showProposal(proposal: Proposal, { caseId, running }: FiledCase): ProposalShown {
  const { id, matter, signatories, proposedBy, proposedAt, digest, end } = proposal;
  const answer = end === null ? running[id] : undefined;
  return {
    id,
    matter: showMatter(matter),
    signatories,
    proposedBy,
    proposedAt,
    digest,
    signed: signedOf(caseId, proposal),
    answer: answer ? showDeadline(answer) : null,
    end: end?.kind ?? null,
    endedAt: end?.at ?? null,
  };
}

const showMatter = (matter: Matter): MatterShown => ({
  kind: matter.kind,
  reason: 'reason' in matter ? { en: matter.reason.en, 'zh-Hans': matter.reason['zh-Hans'] } : null,
  deadline: 'deadline' in matter ? matter.deadline : null,
  by: 'by' in matter ? matter.by : null,
  until: 'until' in matter ? matter.until : null,
  track: 'track' in matter ? matter.track : null,
  version: 'version' in matter ? matter.version : null,
});
