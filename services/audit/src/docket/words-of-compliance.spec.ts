import { referral } from '@parley/contracts';
import { caseIdOf, nameOf, tells } from './docket-story.fixture';
import { heardFrom } from './docket.hears';

const caseId = caseIdOf(1);
const at = '2025-09-30T15:00:00.000Z';
const said = (event: ReturnType<typeof tells>) => heardFrom(event, nameOf)?.fact?.texts;
const ofObligation = { caseId, obligationId: 'O1', owner: 'US', party: 'CN', date: '2025-12-31', at };
const ofReport = { caseId, party: 'CN', review: 1, at };
const OBLIGATIONS = [
  ...['overdue', 'fulfilled', 'fulfilled-late', 'date-moved'],
  ...['held-fulfilled', 'held-not-fulfilled', 'non-performance'],
];

const MESSAGES = [
  tells(referral.AgreementEnteredSchema, at, { caseId, obligations: [{}] }),
  ...OBLIGATIONS.map((status) => tells(referral.ObligationNotedSchema, at, { ...ofObligation, status })),
  ...['given', 'given-late', 'missing'].map((status) =>
    tells(referral.StatusReportNotedSchema, at, { ...ofReport, status }),
  ),
  tells(referral.ComplianceReviewedSchema, at, { caseId, review: 1, unverified: ['O1'], at }),
  tells(referral.AgreementFulfilledSchema, at, { caseId, at }),
];

describe('the words of compliance on the docket', () => {
  it.each(MESSAGES.map((message) => [heardFrom(message, nameOf)?.fact?.kind ?? message.type, message] as const))(
    'are there in both languages for %s, and state no breach (I-52, I-57)',
    (_, message) => {
      const { en, 'zh-Hans': zh } = said(message) ?? { en: '', 'zh-Hans': '' };
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(zh).toMatch(/^[\p{Script=Han}].*。$/u);
      expect(`${en} ${zh}`).not.toMatch(/violat|breach|违反|[#@&%]/);
    },
  );

  it('say whose obligation has passed its date', () => {
    const overdue = tells(referral.ObligationNotedSchema, at, {
      caseId,
      obligationId: 'O1',
      owner: 'US',
      status: 'overdue',
      at,
    });
    expect(said(overdue)?.en).toBe(
      'The date of obligation O1 of the United States passed before both sides had verified it.',
    );
  });

  it('say whose report is missing', () => {
    const missing = tells(referral.StatusReportNotedSchema, at, {
      caseId,
      party: 'CN',
      review: 2,
      status: 'missing',
      at,
    });
    expect(said(missing)?.en).toBe('No status report of China came in time before review 2.');
  });

  it('mark a notice as the word of the party that gave it', () => {
    const notice = tells(referral.ObligationNotedSchema, at, {
      caseId,
      obligationId: 'O1',
      owner: 'US',
      party: 'CN',
      status: 'non-performance',
      at,
    });
    expect(said(notice)?.en).toBe(
      'China gave notice that obligation O1 of the United States is not performed. It is its own word.',
    );
  });
});
