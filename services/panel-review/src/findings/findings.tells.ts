import type { MessageInitShape } from '@bufbuild/protobuf';
import { sayTexts, type panelReview } from '@parley/contracts';
import type { CaseParties } from '@parley/kernel';
import type { Certification } from './certification.rules';
import type { AttributedVote, Finding } from './make-findings.rules';

type ClaimFinding = MessageInitShape<typeof panelReview.ClaimFindingSchema>;

/** The exhibits on which the texts of a finding rest. Only the parties are told of them. */
export const sayExhibitsOf = ({ claimId, reasons, statements }: Finding, parties: CaseParties): ClaimFinding => ({
  claimId,
  exhibits: [...(reasons?.exhibits ?? [])],
  statements: (['complainant', 'respondent'] as const).flatMap((side) => {
    const said = statements?.[side];
    return said ? [{ side: parties[side], exhibits: [...said.exhibits] }] : [];
  }),
});

/**
 * A final finding as everybody is told of it. It names no exhibit: only its readers know of an exhibit that is not
 * public (I-43).
 */
export const sayFinalFinding = (
  finding: Finding,
  attributed: readonly AttributedVote[],
  parties: CaseParties,
): ClaimFinding => ({
  ...sayFinding(finding, parties),
  attributed: attributed
    .filter(({ claimId }) => claimId === finding.claimId)
    .map(({ member, on }) => ({ personId: member, vote: on })),
});

function sayFinding({ claimId, outcome, reasons, statements }: Finding, parties: CaseParties) {
  const sides = statements ? (['complainant', 'respondent'] as const) : [];
  return {
    claimId,
    outcome,
    reasons: sayTexts(reasons?.text ?? []),
    statements: sides.map((side) => {
      const said = statements?.[side] ?? null;
      return { side: parties[side], statement: said ? sayTexts(said.text) : [] };
    }),
  };
}

export const sayCertification = ({ party, coHead, digest, receivedAt }: Certification) => ({
  side: party,
  personId: coHead,
  at: receivedAt,
  digest,
});
