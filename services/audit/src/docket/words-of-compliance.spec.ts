import { referral } from '@parley/contracts';
import { caseIdOf, nameOf, tells } from './docket-story.fixture';
import { heardFrom } from './docket.hears';

const caseId = caseIdOf(1);
const at = '2025-09-30T15:00:00.000Z';
const said = (event: ReturnType<typeof tells>) => heardFrom(event, nameOf)?.fact?.texts;
const ofObligation = { caseId, obligationId: 'O1', owner: 'US', party: 'CN', date: '2025-12-31', says: 'done', at };
const ofReport = { caseId, party: 'CN', review: 1, at };
const OBLIGATIONS = [
  ...['overdue', 'fulfilled', 'fulfilled-late', 'date-moved'],
  ...['verified', 'refused', 'verified-later', 'verified-by-silence', 'non-performance'],
  ...['checked-as-reported', 'checked-not-as-reported', 'check-lapsed'],
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
    expect(said(overdue)?.en).toBe('The date of obligation O1 of the United States passed before it was verified.');
  });

  it('say what is disputed, and on whose word', () => {
    const refused = tells(referral.ObligationNotedSchema, at, { ...ofObligation, status: 'refused' });
    expect(said(refused)?.en).toBe(
      'China refused, and so disputes, what the United States reports of its obligation O1: done.',
    );
    const lapsed = tells(referral.ObligationNotedSchema, at, { ...ofObligation, party: '', status: 'check-lapsed' });
    expect(said(lapsed)?.en).toMatch(/obligation O1 \(done\) stays disputed\.$/);
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
