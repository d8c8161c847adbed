import type { MessageInitShape } from '@bufbuild/protobuf';
import { sayTexts, type panelReview } from '@parley/contracts';
import type { CaseParties } from '@parley/kernel';
import type { Certification, Finding, ReasonedText } from '../domain/findings/finding';

/** A finding as the message that others read; sides become the codes of their parties. */
export const sayFinding = ({ claimId, outcome, reasons, statements }: Finding, parties: CaseParties): MessageInitShape<typeof panelReview.ClaimFindingSchema> => ({
  claimId,
  outcome,
  reasons: reasons.flatMap(({ text }) => sayTexts(text)),
  statements: statements
    ? [
        { side: parties.complainant, statement: sayStatement(statements.complainant) },
        { side: parties.respondent, statement: sayStatement(statements.respondent) },
      ]
    : [],
});

const sayStatement = (statement: ReasonedText | null) => (statement ? sayTexts(statement.text) : []);

export const sayCertification = ({ party, coHead, digest, receivedAt }: Certification) => ({ side: party, personId: coHead, at: receivedAt, digest });
