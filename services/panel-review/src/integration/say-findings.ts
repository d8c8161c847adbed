import type { MessageInitShape } from '@bufbuild/protobuf';
import { sayTexts, type panelReview } from '@parley/contracts';
import type { CaseParties } from '@parley/kernel';
import type { AttributedVote, Certification, Finding, ReasonedText } from '../domain/findings/finding';

type ClaimFinding = MessageInitShape<typeof panelReview.ClaimFindingSchema>;

/**
 * A finding as the parties are told of it when it is decided, with the exhibits on which its texts rest; sides become
 * the codes of their parties. Votes are told with the final findings only (I-14).
 */
export const sayDecidedFinding = (finding: Finding, parties: CaseParties): ClaimFinding => ({
  ...sayFinding(finding, parties, ({ exhibits }) => [...exhibits]),
  exhibits: [...new Set(finding.reasons.flatMap(({ exhibits }) => exhibits))],
});

/**
 * A final finding as everybody is told of it. It names no exhibit: one that is not public is known to its readers alone
 * (I-43).
 */
export const sayFinalFinding = (
  finding: Finding,
  attributed: readonly AttributedVote[],
  parties: CaseParties,
): ClaimFinding => ({
  ...sayFinding(finding, parties, () => []),
  attributed: attributed
    .filter(({ claimId }) => claimId === finding.claimId)
    .map(({ member, on }) => ({ personId: member, vote: on })),
});

function sayFinding(
  { claimId, outcome, reasons, statements }: Finding,
  parties: CaseParties,
  exhibitsOf: (text: ReasonedText) => string[],
) {
  const sides = statements ? (['complainant', 'respondent'] as const) : [];
  return {
    claimId,
    outcome,
    reasons: reasons.flatMap(({ text }) => sayTexts(text)),
    statements: sides.map((side) => {
      const said = statements?.[side] ?? null;
      return {
        side: parties[side],
        statement: said ? sayTexts(said.text) : [],
        exhibits: said ? exhibitsOf(said) : [],
      };
    }),
  };
}

export const sayCertification = ({ party, coHead, digest, receivedAt }: Certification) => ({
  side: party,
  personId: coHead,
  at: receivedAt,
  digest,
});
