import { intake } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import { caseIdOf, due, nameOf, tells } from './docket-story.fixture';
import { heardFrom } from './docket.hears';

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
  tells(intake.AmendmentReplyReceivedSchema, AT, { caseId, receivedAt: at, amendmentId, kind: 'supplement' }),
  tells(intake.AmendmentReplyLapsedSchema, AT, { caseId, lapsedAt: at, amendmentId, kind: 'supplement' }),
  tells(intake.AmendmentConsultationsClosedSchema, AT, { caseId, closedAt: at, amendmentId }),
  tells(intake.DeadlineExtendedSchema, AT, { caseId, at, by: 'consent', deadline: due('reply', 'S4', AT) }),
  tells(intake.DeadlineExtendedSchema, AT, {
    caseId,
    at,
    by: 'joint-decision',
    deadline: due('consultations', 'S5', AT),
  }),
  tells(intake.LongStopExtendedSchema, AT, { caseId, at, longStop: due('long-stop', 'long-stop', AT) }),
  ...[['CN'], ['US', 'CN']].map((parties) =>
    tells(intake.LongStopExtendedSchema, AT, {
      ...{ caseId, at, days: 9, accounts: parties.map((party) => ({ party, days: 7 })) },
      longStop: due('long-stop', 'long-stop', AT),
    }),
  ),
  tells(intake.LongStopReachedSchema, AT, { caseId, at }),
  tells(intake.ScreeningSuspendedSchema, AT, { caseId, at }),
  tells(intake.ScreeningSuspendedSchema, AT, { caseId, at, until: at }),
  tells(intake.ScreeningResumedSchema, AT, { caseId, at, by: 'consent' }),
  ...['consent', 'joint-decision', 'urgency-refused', 'urgency-not-confirmed'].map((by) =>
    tells(intake.TrackChangedSchema, AT, { caseId, at, by, track: 'complex', fromTrack: 'standard' }),
  ),
  tells(intake.RulesAdoptedSchema, AT, { caseId, at, fromVersion: '2026-1', toVersion: '2099-1' }),
  tells(intake.FirstCallMissedSchema, AT, { caseId, at }),
  tells(intake.ScreeningReopenedSchema, AT, { caseId, at, outcome: 'withdrawn' }),
  tells(intake.CasesConsolidatedSchema, AT, { caseId, at, withDocketNumbers }),
  tells(intake.ConsolidationUndoneSchema, AT, { caseId, at, withDocketNumbers }),
  tells(intake.ScreeningEndedSchema, AT, { caseId, endedAt: at, outcome: 'lapsed', reason: 'suspension' }),
  tells(intake.ClaimsWithdrawalSetAsideSchema, AT, { caseId, at, claimIds: ['C1'], standingClaimIds: ['C1'] }),
  tells(intake.GrievanceAmendedSchema, AT, {
    ...{ caseId, amendedAt: at, amendmentId: 'R2', kind: 'replacement', objectedTo: 'proposal:1' },
  }),
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

  it('say of a registration that the case is urgent and on what ground, and which one it answers', () => {
    const registered = (message: object) =>
      heardFrom(
        tells(intake.CaseRegisteredSchema, AT, {
          caseId,
          docketNumber: 'US-2025-0001',
          parties: { complainant: 'US', respondent: 'CN' },
          registeredAt: at,
          ...message,
        }),
        nameOf,
      )?.fact?.texts;
    const first = 'Registered as US-2025-0001: a grievance of the United States against China.';
    expect(registered({})?.en).toBe(first);
    expect(registered({ track: 'urgent', urgencyGround: 'perishable' })?.en).toBe(
      `${first} It is held to be urgent: perishable goods.`,
    );
    expect(registered({ counterTo: 'CN-2025-0001', counterRelation: 'distinct' })?.['zh-Hans']).toMatch(
      /系对 CN-2025-0001 号的反申诉，就不同事项提出，独立成案。$/,
    );
  });

  it('name who answered: of claims that the respondent brought in it is the complainant', () => {
    const answered = (about: { readonly amendmentId: string; readonly kind: string }): string | undefined =>
      heardFrom(tells(intake.AmendmentReplyReceivedSchema, AT, { caseId, receivedAt: at, ...about }), nameOf)?.fact
        ?.texts.en;
    expect([
      answered({ amendmentId: 'S1', kind: 'supplement' }),
      answered({ amendmentId: 'J1', kind: 'joinder' }),
    ]).toEqual(['The respondent answered amendment S1.', 'The complainant answered amendment J1.']);
  });

  it('name what was withdrawn, how long it stands still and until when it runs', () => {
    expect(texts[0]?.en).toBe('China withdrew claims C1, C2; the others go on.');
    expect(texts[7]?.en).toBe(
      'A deadline (reply of the respondent) was extended to 2025-03-03 09:00 UTC by consent of both parties.',
    );
    expect(texts.at(-1)).toEqual({
      en:
        'The complainant amended the grievance by a revision that replaces (R2): the other party objected to it as a ' +
        'correction.',
      'zh-Hans': '申诉方已对申诉作修订替换（R2）：对方对其作为笔误更正提出异议。',
    });
    expect(texts.map((text) => text?.en)).toContain(
      'Both parties suspended the screening until 2025-03-03 09:00 UTC; its clocks stand still.',
    );
  });
});
