import { referral } from '@parley/contracts';
import { caseIdOf, nameOf, tells } from './docket-story.fixture';
import { heardFrom } from './docket.hears';

const caseId = caseIdOf(1);
const at = '2025-03-05T10:00:00.000Z';
const conciliation = (status: string, party = '') =>
  tells(referral.ConciliationNotedSchema, at, { caseId, n: 1, status, party, at });
const said = (event: ReturnType<typeof tells>) => heardFrom(event, nameOf)?.fact?.texts;

describe('the words of a settlement on the docket', () => {
  it.each([
    ...['proposed', 'begun', 'unanswered', 'broken-off', 'stopped', 'conciliator-picked', 'conciliator-withdrew'],
    ...['conciliators-appointed', 'conciliators-lacking', 'conciliators-proposal-put'],
  ])('are there in both languages for conciliation %s (I-57)', (status) => {
    const texts = said(conciliation(status, 'CN'));
    expect(texts?.en).toMatch(/^[A-Z].*\.$/);
    expect(texts?.['zh-Hans']).toMatch(/^[\p{Script=Han}].*。$/u);
  });

  it('name who proposed', () => {
    expect(said(conciliation('proposed', 'US'))?.en).toBe(
      'The United States proposed conciliation. The screening goes on.',
    );
  });

  it('say whether a settlement is open to read, and never what is in it', () => {
    const signed = {
      caseId,
      signedAt: at,
      digest: 'ab'.repeat(32),
      phase: 'window',
      obligations: [{ id: 'O1', owner: 'US', date: '2026-03-31' }],
    };
    expect(said(tells(referral.SettlementSignedSchema, at, signed))?.en).toBe(
      'Both parties signed a settlement with 1 obligation; they keep its text to themselves.',
    );
    expect(said(tells(referral.SettlementSignedSchema, at, { ...signed, textIsPublic: true }))?.en).toContain(
      'its text is public',
    );
  });

  it('tell of the window and of its end', () => {
    expect(said(tells(referral.SettlementWindowOpenedSchema, at, { caseId, at }))?.en).toContain('window is open');
    expect(said(tells(referral.SettlementWindowLapsedSchema, at, { caseId, at }))?.en).toContain(
      'without a settlement',
    );
  });

  it('are for nobody where a text is only on the table', () => {
    const tabled = tells(referral.SettlementTextTabledSchema, at, {
      caseId,
      n: 1,
      party: 'US',
      at,
      digest: 'ab'.repeat(32),
    });
    expect(heardFrom({ ...tabled, tier: 'PARTIES' }, nameOf)).toBeUndefined();
  });
});
