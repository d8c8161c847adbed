import { wordsOf } from './docket-words';
import { nameOf } from '../../docket-story.fixture';

const event = {
  forum: 'WTO',
  kind: 'consultations-requested',
  symbol: 'WT/DS633/1',
  communicatedOn: '2025-02-04',
  circulatedOn: '',
};

describe('the words of what happens at a forum', () => {
  it('point on to the document, with both of its dates', () => {
    expect(wordsOf('forum-event-noted', event, nameOf).en).toBe(
      'At the World Trade Organization consultations were requested: WT/DS633/1, communicated on 2025-02-04.',
    );
    expect(wordsOf('forum-event-noted', { ...event, circulatedOn: '2025-02-05' }, nameOf)).toEqual({
      en:
        'At the World Trade Organization consultations were requested: WT/DS633/1, communicated on ' +
        '2025-02-04, circulated on 2025-02-05.',
      'zh-Hans': '在世界贸易组织：已提出磋商请求，WT/DS633/1，2025-02-04 提交，2025-02-05 散发。',
    });
  });

  it('name the party that goes there, where the record does', () => {
    const said = (kind: string, facts: object, party: string): string => wordsOf(kind, { ...facts, party }, nameOf).en;
    expect(said('exit-notice-given', {}, '')).toBe(
      'The complainant gave notice that it goes to the World Trade Organization. The screening goes on.',
    );
    expect(said('exit-notice-given', {}, 'US')).toBe(
      'The United States gave notice that it goes to the World Trade Organization. The screening goes on.',
    );
    expect(said('dossier-requested', { forum: 'WTO' }, 'US')).toBe(
      'The United States requested a dossier for the World Trade Organization.',
    );
    expect(said('dossier-issued', { forum: 'WTO', basis: 'findings-final' }, 'US')).toBe(
      'The dossier that the United States requested for the World Trade Organization was issued because ' +
        'the findings are final; the other party got its copy at the same instant.',
    );
    expect(wordsOf('dossier-transmitted', { forum: 'WTO', receipt: '', party: 'US' }, nameOf)['zh-Hans']).toBe(
      '美国已将卷宗提交世界贸易组织。',
    );
  });

  it('say that a dossier was handed over, with the receipt where there is one', () => {
    expect(wordsOf('dossier-transmitted', { forum: 'WTO', receipt: '' }, nameOf).en).toBe(
      'The complainant handed its dossier to the World Trade Organization.',
    );
    expect(wordsOf('dossier-transmitted', { forum: 'WTO', receipt: '24-1' }, nameOf)['zh-Hans']).toBe(
      '申诉方已将卷宗提交世界贸易组织，收据 24-1。',
    );
  });
});
