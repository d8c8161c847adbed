import { at, expire, member, openedPanel, reviewing, text, type Said } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

/** The review began on 18 March; evidence closes on 8 April and the review ends on 24 April. */
const panel = givenPanel().when(...reviewing);
const FIRST = at('2025-03-20T10:00:00Z');
const LAST_DAY = openedPanel(panel.state).running['evidence']!.dueAt;
const sign = (who: string, when: string, more: object = {}): Said => ({
  type: 'SetTerms',
  ...member(who, when),
  languages: ['en', 'zh-Hans'],
  submissions: { complainant: at('2025-03-28T16:00:00Z'), respondent: LAST_DAY },
  meetsAt: at('2025-04-10T12:00:00Z'),
  ...more,
});

describe('terms of reference and timetable', () => {
  it('hold when both co-chairs signed the very same, with every claim and objection on record', () => {
    const one = panel.when(sign('us-2', FIRST));
    expect(one.recorded).toEqual(['TermsProposed']);
    expect(one.when(sign('us-2', '2025-03-20T11:00:00Z')).recorded).toEqual([]);
    expect(one.when(sign('cn-2', '2025-03-21T10:00:00Z', { meetsAt: null })).recorded).toEqual(['TermsProposed']);
    const both = one.when(sign('cn-2', '2025-03-21T10:00:00Z'));
    expect(both.recorded).toEqual(['TermsSet']);
    const { terms, running, claims } = openedPanel(both.state);
    expect(terms).toMatchObject({ signedBy: ['us-2', 'cn-2'], terms: { claims: claims.map(({ id }) => id) } });
    expect(running['terms']).toBeUndefined();
    expect(running['evidence']?.dueAt).toBe(LAST_DAY);
    expect(both.refusalOf(sign('us-2', '2025-03-21T11:00:00Z'))).toBe('terms-set');
  });

  it('are those of the rules where the co-chairs sign none in time, so that neither holds the other up', () => {
    const { dueAt } = openedPanel(panel.state).running['terms']!;
    expect(dueAt).toBe('2025-03-25T16:00:00.000Z');
    expect(panel.refusalOf(sign('us-2', dueAt))).toBe('terms-late');
    const silent = panel.when(sign('us-2', FIRST), expire('terms'));
    expect(silent.recorded).toEqual(['TermsNotSet']);
    expect(openedPanel(silent.state).terms).toMatchObject({
      signedBy: [],
      since: dueAt,
      terms: {
        languages: ['en', 'zh-Hans'],
        submissions: { complainant: LAST_DAY, respondent: LAST_DAY },
        meetsAt: null,
      },
    });
    expect(silent.refusalOf(sign('cn-2', '2025-03-26T10:00:00Z'))).toBe('terms-set');
  });

  it('name no time behind the last day for evidence or the end of the review, and none that has passed', () => {
    const submissions = { complainant: LAST_DAY, respondent: LAST_DAY };
    const after = new Date(Date.parse(LAST_DAY) + 1).toISOString();
    for (const side of ['complainant', 'respondent'])
      for (const late of [after, FIRST])
        expect(panel.refusalOf(sign('us-2', FIRST, { submissions: { ...submissions, [side]: late } }))).toBe(
          'submission-out-of-time',
        );
    const { dueAt } = openedPanel(panel.state).running['review']!;
    for (const meetsAt of [dueAt, FIRST])
      expect(panel.refusalOf(sign('us-2', FIRST, { meetsAt }))).toBe('meeting-out-of-review');
  });

  it('are the co-chairs’ alone, of a whole panel in its review', () => {
    expect(panel.refusalOf(sign('us-1', FIRST))).toBe('not-a-co-chair');
    expect(
      givenPanel()
        .when(...reviewing.slice(0, -1))
        .refusalOf(sign('us-2', '2025-03-10T10:00:00Z')),
    ).toBe('not-in-review');
    const broken = panel.when({
      type: 'RecuseMember',
      ...member('us-1', '2025-03-19T10:00:00Z'),
      reason: text('Ill.'),
    });
    expect(broken.refusalOf(sign('us-2', FIRST))).toBe('parity-broken');
  });

  it('are those of the rules where the interim text comes before the co-chairs signed any', () => {
    const issued = panel.when({
      type: 'RecordInterim',
      at: at('2025-03-20T10:00:00Z'),
      text: text('So far.'),
      exhibits: [],
      digest: 'd'.repeat(64) as never,
    });
    expect(issued.recorded).toEqual(['TermsNotSet', 'EvidenceClosed', 'InterimIssued']);
  });
});
