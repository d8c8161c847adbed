import { given } from '@parley/testing';
import { findingsMade, issuedWith, REASONS } from '../marks/marks-story.fixture';
import { at, member, openedPanel, text, deliberation } from '../panel/panel-story.fixture';
import { act, panel as deciding, type Act } from './deliberation-story.fixture';
import type { DeliberationAct } from './votes.rules';

/** Reasons on one claim and a statement of the respondent's side on another, in English alone. */
const made = openedPanel(findingsMade(text(REASONS)).state);
const silent = given(deliberation);
const translate = (id: string, what: object = {}, inPanel = made): DeliberationAct => ({
  ...act(id, {
    ...{ type: 'TranslateText', claimId: 'C1', part: 'reasons' },
    lang: 'zh-Hans',
    text: '理由。',
    ...what,
  } as Act),
  ...{ ...member(id, '2025-05-07T10:00:00Z'), panel: inPanel },
});
const ofStatement = { claimId: 'C2', part: 'statement' };

describe('the translation of findings (S9)', () => {
  it('stands for reasons when both co-chairs have said the same, and for a statement by its own side', () => {
    const proposed = silent.when(translate('us-2'));
    expect(proposed.recorded).toEqual(['TranslationProposed']);
    expect(proposed.when(translate('us-2')).recorded).toEqual([]);
    expect(proposed.when(translate('cn-2', { text: '相反的理由。' })).recorded).toEqual(['TranslationProposed']);
    const agreed = proposed.when(translate('cn-2', { text: '相反的理由。' }), translate('cn-2'));
    expect(agreed.recorded).toEqual(['TranslationProposed', 'TranslationGiven']);
    expect(agreed.state.translations).toMatchObject([
      { claimId: 'C1', part: 'reasons', text: { lang: 'zh-Hans', text: '理由。', kind: 'translation', of: 'en' } },
    ]);
    expect(agreed.state.proposedTranslations).toEqual([]);
    const given = silent.when(translate('us-1', ofStatement)).state.translations;
    expect(given).toMatchObject([{ claimId: 'C2', part: 'respondent' }]);
  });

  it('is refused to who neither chairs the panel nor wrote the statement, and twice to anybody', () => {
    expect(silent.refusalOf(translate('us-1'))).toBe('not-a-co-chair');
    expect(silent.refusalOf(translate('cn-1', ofStatement))).toBe('no-such-text');
    expect(silent.refusalOf(translate('us-3'))).toBe('not-seated');
    expect(silent.refusalOf(translate('us-2', { lang: 'en' }))).toBe('text-in-this-language');
    expect(silent.refusalOf(translate('us-2', { claimId: 'C9' }))).toBe('unknown-claim');
    const given = silent.when(translate('us-1', ofStatement));
    expect(given.refusalOf(translate('us-1', { ...ofStatement, text: '另一陈述。' }))).toBe('text-in-this-language');
  });

  it('is given between the close and the end of the time for certification, to the millisecond', () => {
    expect(silent.refusalOf(translate('us-2', {}, deciding))).toBe('nothing-to-translate');
    expect(silent.refusalOf(translate('us-2', {}, openedPanel(issuedWith().state)))).toBe(
      'findings-translation-out-of-time',
    );
    const due = made.running['certification']?.dueAt ?? at('2000-01-01T00:00:00Z');
    const before = at(new Date(Date.parse(due) - 1).toISOString());
    expect(silent.when({ ...translate('us-2'), receivedAt: before }).recorded).toEqual(['TranslationProposed']);
    expect(silent.refusalOf({ ...translate('us-2'), receivedAt: due })).toBe('findings-translation-out-of-time');
  });

  it('has room that no side uses up for the other', () => {
    const long = '长'.repeat(33_300);
    const full = silent.when(translate('us-1', { ...ofStatement, text: long }));
    expect(full.when(translate('us-2')).recorded).toEqual(['TranslationProposed']);
    expect(silent.refusalOf(translate('us-1', { ...ofStatement, text: '长'.repeat(33_400) }))).toBe(
      'findings-too-long',
    );
  });
});
