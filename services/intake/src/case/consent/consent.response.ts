import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown, DeadlineShown, showDeadline, Shown, wholeList, ListEndShown } from '@parley/http';
import type { CaseState, FiledCase } from '../case-commands.rules';
import { CORRECTED_FIELDS, isCorrection } from '../amendments/correct-measure.rules';
import { isCertified } from '../amendments/objected-correction.rules';
import { filedCase } from '../show-case.response';
import { signedOf, type Matter, type Proposal } from './proposal.rules';
import { MATTERS, SIGNATORIES, SignedProposalShown } from './signed-proposal.response';

export const PROPOSAL_ENDS = ['signed', 'declined', 'withdrawn', 'lapsed', 'unobjected'] as const;

@ApiSchema({ description: 'What of a measure is to read otherwise.' })
class CorrectionShown {
  @Shown({ meaning: 'Id of the measure.', example: 'M1', kind: 'word' })
  readonly measure: string;

  @Shown({ meaning: 'The field.', values: CORRECTED_FIELDS })
  readonly field: string;

  @Shown({ meaning: 'How it reads.', example: 'EO 14159', max: 1_000 })
  readonly was: string;

  @Shown({ meaning: 'How it is to read.', example: 'EO 14195', max: 1_000 })
  readonly becomes: string;

  @Shown({ meaning: 'Whether an objection makes it a replacement, where that needs no consent.', example: true })
  readonly certified: boolean;
}

@ApiSchema({ description: 'What is proposed. Fields that its kind does not have are `null`.' })
class MatterShown {
  @Shown({ meaning: 'What it is about.', values: MATTERS })
  readonly kind: string;

  @Shown({
    meaning: 'Why; `null` for a supplement, a replacement and a joinder, which say so themselves.',
    type: () => BilingualShown,
    nullable: true,
  })
  readonly reason: BilingualShown | null;

  @Shown({ meaning: 'For an extension: id of the deadline.', example: 'reply', kind: 'word', nullable: true })
  readonly deadline: string | null;

  @Shown({ meaning: 'For an extension: by how much, in the deadline’s own unit.', example: 5, nullable: true })
  readonly by: number | null;

  @Shown({
    meaning: 'For a suspension: day at whose end the screening goes on by itself.',
    format: 'date',
    nullable: true,
  })
  readonly until: string | null;

  @Shown({ meaning: 'For a change of track: the track.', example: 'complex', kind: 'word', nullable: true })
  readonly track: string | null;

  @Shown({ meaning: 'For other rules: their version.', example: '2026-1', kind: 'word', nullable: true })
  readonly version: string | null;

  @Shown({ meaning: 'For a correction: what is to read otherwise.', type: () => CorrectionShown, nullable: true })
  readonly correction: CorrectionShown | null;
}

@ApiSchema({ description: 'A proposal that needs both signatures.' })
class ProposalShown {
  @Shown({ meaning: 'Id of the proposal within the case.', example: 'proposal:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'What is proposed.', type: () => MatterShown })
  readonly matter: MatterShown;

  @Shown({ meaning: 'Whose two signatures it needs.', values: SIGNATORIES })
  readonly signatories: string;

  @Shown({ meaning: 'Party that proposes, or whose co-head does.', kind: 'party' })
  readonly proposedBy: string;

  @Shown({ meaning: 'When it was proposed (UTC).', format: 'date-time' })
  readonly proposedAt: string;

  @Shown({ meaning: 'What both sign: SHA-256 of the canonical JSON of `signed`.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'What the digest is over.', type: () => SignedProposalShown })
  readonly signed: SignedProposalShown;

  @Shown({
    meaning: 'The time in which it may be signed; `null` once it is closed.',
    type: () => DeadlineShown,
    nullable: true,
  })
  readonly answer: DeadlineShown | null;

  @Shown({ meaning: 'What became of it; `null` while it is open.', values: PROPOSAL_ENDS, nullable: true })
  readonly end: string | null;

  @Shown({ meaning: 'When it came to its end (UTC); `null` while it is open.', format: 'date-time', nullable: true })
  readonly endedAt: string | null;
}

@ApiSchema({ description: 'The proposals of a case.' })
export class ProposalsShown extends ListEndShown {
  @Shown({ meaning: 'In the order in which it was proposed.', type: () => ProposalShown, list: true })
  readonly items: readonly ProposalShown[];
}

/** The proposals of a case as the parties, the registry and the co-heads see them. */
export function showProposals(state: CaseState): ProposalsShown {
  const filed = filedCase(state);
  return wholeList(filed.proposals.map((proposal) => showProposal(proposal, filed)));
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
  correction: isCorrection(matter)
    ? {
        ...{ measure: matter.measure, field: matter.field, was: matter.was, becomes: matter.becomes },
        certified: isCertified(matter),
      }
    : null,
});
