import type { MessageInitShape } from '@bufbuild/protobuf';
import { panelReview, sayTexts, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseParties } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { Certification } from './certification.rules';
import type { FindingsIssued } from './findings.rules';
import type { AttributedVote, Finding } from './make-findings.rules';
import { inBothLanguages } from './translated-findings.rules';

type ClaimFinding = MessageInitShape<typeof panelReview.ClaimFindingSchema>;

/** The outcomes, of which everybody is told, and the findings as they are served on the parties and the panel. */
export function sayIssued(recorded: RecordedEvent, { data, occurredAt: at }: FindingsIssued): readonly PublicEvent[] {
  const caseId = streamIdOf(recorded.stream);
  const { digest, findings, disposals, attributed, parties, certifications, issue, closedBy, incomplete } = data;
  const issued = {
    ...{ caseId, issuedAt: at, digest, missing: [...issue.missing], closedBy, incomplete: [...incomplete] },
    findings: findings.map((finding) => sayOutcome(finding, attributed)),
    objections: disposals.map(({ claimIds, ...disposal }) => ({ ...disposal, claimIds: [...claimIds] })),
    certifications: certifications.map(sayCertification),
    untranslated: data.untranslated.map((each) => ({ ...each })),
  };
  const served = { caseId, digest, findings: inBothLanguages(data).map((finding) => sayFinding(finding, parties)) };
  return [
    tell(recorded, panelReview.FindingsIssuedSchema, issued, { tier: 'PUBLIC' }),
    tell(recorded, panelReview.FindingsServedSchema, served),
  ];
}

const sayOutcome = ({ claimId, outcome, reasons }: Finding, attributed: readonly AttributedVote[]): ClaimFinding => ({
  ...{ claimId, outcome, reasoned: reasons !== null },
  attributed: attributed.flatMap((vote) =>
    vote.claimId === claimId ? [{ personId: vote.member, vote: vote.on }] : [],
  ),
});

const sayFinding = ({ claimId, outcome, reasons, statements }: Finding, parties: CaseParties): ClaimFinding => ({
  ...{ claimId, outcome, reasoned: reasons !== null, reasons: sayTexts(reasons?.text ?? []) },
  exhibits: [...(reasons?.exhibits ?? [])],
  statements: (['complainant', 'respondent'] as const).flatMap((side) => {
    if (!statements) return [];
    const { text = [], exhibits = [] } = statements[side] ?? {};
    return [{ side: parties[side], statement: sayTexts(text), exhibits: [...exhibits] }];
  }),
});

const sayCertification = ({ party, coHead, digest, receivedAt }: Certification) => ({
  side: party,
  personId: coHead,
  at: receivedAt,
  digest,
});
