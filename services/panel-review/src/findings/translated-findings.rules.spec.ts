import type { PartyCode } from '@parley/kernel';
import { digestOf, findingsMade, ISSUED_AT, markingOf } from '../marks/marks-story.fixture';
import type { PanelCommand } from '../panel/panel-commands.rules';
import { at, CN, coHead, expire, openedPanel, US } from '../panel/panel-story.fixture';
import type { PanelTranslation } from './translated-findings.rules';

/** Reasons on C1 and the respondent's statement on C2, in English alone. */
const made = findingsMade();
const certify = (party: PartyCode, when = ISSUED_AT): PanelCommand => ({
  ...{ type: 'CertifyFindings', ...coHead(party, when), digest: digestOf(made) },
});
const zh = (claimId: string, part: PanelTranslation['part'], when = '2025-05-08T09:00:00Z'): PanelTranslation => ({
  ...{ claimId, part, at: at(when) },
  text: { lang: 'zh-Hans', text: `${claimId} 的译文。`, kind: 'translation', of: 'en' },
});
const both = [zh('C1', 'reasons'), zh('C2', 'respondent')];
const record = (when: string): PanelCommand => ({ type: 'RecordTranslations', at: at(when), translations: both });
const issueOf = ({ state }: typeof made) => {
  const { stage } = openedPanel(state);
  return stage.name === 'issued' ? stage.issue : undefined;
};

describe('findings in both languages (I-57)', () => {
  it('issue when both co-heads have certified and nothing lacks its translation, whichever comes last', () => {
    const certified = made.when(certify(US), certify(CN));
    expect(certified.recorded).toEqual(['FindingsCertified']);
    const translated = certified.when(record('2025-05-08T09:00:00Z'));
    expect(translated.recorded).toEqual(['FindingsTranslated', 'FindingsIssued']);
    expect(issueOf(translated)).toEqual({ at: at('2025-05-08T09:00:00Z'), by: 'both-signatures', missing: [] });
    const first = made.when(record('2025-05-07T09:00:00Z'));
    expect(first.recorded).toEqual(['FindingsTranslated']);
    expect(first.when(record('2025-05-07T09:00:00Z')).recorded).toEqual([]);
    expect(issueOf(first.when(certify(US), certify(CN)))).toMatchObject({ at: at(ISSUED_AT), by: 'both-signatures' });
  });

  it('issue no sooner than the last certification, when a translation is carried over after it', () => {
    const translated = made.when(certify(US), certify(CN), record('2025-05-07T09:00:00Z'));
    expect(issueOf(translated)).toMatchObject({ at: at(ISSUED_AT), by: 'both-signatures' });
  });

  it('issue at the end of the time with the note of what was not translated, and are published with it', () => {
    const { dueAt } = openedPanel(made.state).running['certification']!;
    const partly = { ...expire('certification'), translations: [zh('C1', 'reasons')] } as PanelCommand;
    const issued = made.when(certify(US), certify(CN), partly);
    expect(issued.recorded).toEqual(['FindingsTranslated', 'FindingsIssued']);
    expect(issueOf(issued)).toEqual({ at: dueAt, by: 'both-signatures', missing: [] });
    const { published } = markingOf(issued.when(expire('marking')));
    expect(published?.untranslated).toEqual([{ claimId: 'C2', part: 'respondent', lang: 'zh-Hans' }]);
    expect(published?.findings[0]?.reasons?.map(({ lang }) => lang)).toEqual(['en', 'zh-Hans']);
  });
});
