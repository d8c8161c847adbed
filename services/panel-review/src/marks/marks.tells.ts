import { panelReview, sayTexts, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { ReasonsPublished } from './marks.rules';

/** Reasons and statements as everybody reads them, and how much was left out of them. */
export function sayPublished(recorded: RecordedEvent, { data, occurredAt: at }: ReasonsPublished): PublicEvent {
  const findings = data.findings.map(({ claimId, reasons, statements }) => ({
    ...{ claimId, reasoned: reasons !== null, reasons: sayTexts(reasons ?? []) },
    statements: (['complainant', 'respondent'] as const).flatMap((side) =>
      statements ? [{ side: data.parties[side], statement: sayTexts(statements[side] ?? []) }] : [],
    ),
  }));
  const message = {
    caseId: streamIdOf(recorded.stream),
    at,
    findings,
    leftOut: data.leftOut.map((each) => ({ ...each })),
    untranslated: data.untranslated.map((each) => ({ ...each })),
  };
  return tell(recorded, panelReview.ReasonsPublishedSchema, message);
}
