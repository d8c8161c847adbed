import { intake } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import { caseIdOf, due, nameOf, tells } from '../../docket-story.fixture';
import { heardFrom } from '../../integration/consumes';

const caseId = caseIdOf(1);
const AT = '2025-03-03T09:00:00Z';
const at = '2025-03-03T09:00:00.000Z';
const amendmentId = 'S1';
const withDocketNumbers = ['CN-2025-0002'];

const said: readonly PublicEvent[] = [
  tells(intake.ClaimsWithdrawnSchema, AT, { caseId, withdrawnAt: at, claimIds: ['C1', 'C2'], withdrawnBy: 'CN' }),
  tells(intake.GrievanceAmendedSchema, AT, { caseId, amendedAt: at, amendmentId, kind: 'supplement' }),
  tells(intake.GrievanceAmendedSchema, AT, { caseId, amendedAt: at, amendmentId: 'J1', kind: 'joinder' }),
  tells(intake.GrievanceAmendedSchema, AT, { caseId, amendedAt: at, amendmentId: 'R1', kind: 'replacement' }),
  tells(intake.AmendmentReplyReceivedSchema, AT, { caseId, receivedAt: at, amendmentId }),
  tells(intake.AmendmentReplyLapsedSchema, AT, { caseId, lapsedAt: at, amendmentId }),
  tells(intake.AmendmentConsultationsClosedSchema, AT, { caseId, closedAt: at, amendmentId }),
  tells(intake.DeadlineExtendedSchema, AT, { caseId, at, by: 'consent', deadline: due('reply', 'S4', AT) }),
  tells(intake.DeadlineExtendedSchema, AT, { caseId, at, by: 'joint-decision', deadline: due('consultations', 'S5', AT) }),
  tells(intake.LongStopExtendedSchema, AT, { caseId, at, longStop: due('long-stop', 'long-stop', AT) }),
  tells(intake.ScreeningSuspendedSchema, AT, { caseId, at }),
  tells(intake.ScreeningSuspendedSchema, AT, { caseId, at, until: at }),
  tells(intake.ScreeningResumedSchema, AT, { caseId, at, by: 'consent' }),
  ...['consent', 'joint-decision', 'urgency-refused', 'urgency-not-confirmed'].map((by) => tells(intake.TrackChangedSchema, AT, { caseId, at, by, track: 'complex', fromTrack: 'standard' })),
  tells(intake.FirstCallMissedSchema, AT, { caseId, at }),
  tells(intake.ScreeningReopenedSchema, AT, { caseId, at, outcome: 'withdrawn' }),
  tells(intake.CasesConsolidatedSchema, AT, { caseId, at, withDocketNumbers }),
  tells(intake.ConsolidationUndoneSchema, AT, { caseId, at, withDocketNumbers }),
  tells(intake.ScreeningEndedSchema, AT, { caseId, endedAt: at, outcome: 'lapsed', reason: 'suspension' }),
];
const texts = said.map((event) => heardFrom(event, nameOf)?.fact?.texts);

describe('the words of the docket for what changes a case', () => {
  it('are there in both languages, and leave no code in either (I-57)', () => {
    for (const text of texts) {
      expect(text?.en).toMatch(/^[A-Z].*\.$/);
      expect(text?.en).not.toContain('–');
      expect(text?.['zh-Hans']).toMatch(/^[\p{Script=Han}].*。$/u);
      expect(text?.['zh-Hans'].replaceAll('UTC', '').replaceAll('CN-2025-0002', '')).not.toMatch(/[a-z]/);
    }
  });

  it('name what was withdrawn, how long it stands still and until when it runs', () => {
    expect(texts[0]?.en).toBe('China withdrew claims C1, C2; the others go on.');
    expect(texts[7]?.en).toBe('A deadline (reply of the respondent) was extended to 2025-03-03 09:00 UTC by consent of both parties.');
    expect(texts.map((text) => text?.en)).toContain('Both parties suspended the screening until 2025-03-03 09:00 UTC; its clocks stand still.');
  });
});
