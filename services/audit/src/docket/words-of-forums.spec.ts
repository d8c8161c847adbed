import { referral } from '@parley/contracts';
import { caseIdOf, nameOf, tells } from './docket-story.fixture';
import { heardFrom } from './docket.hears';

const AT = '2025-02-10T10:00:00Z';
const caseId = caseIdOf(1);
const said = (event: ReturnType<typeof tells>) => heardFrom(event, nameOf)?.fact?.texts;
const noted = (event: object) => said(tells(referral.ForumEventNotedSchema, AT, { caseId, ...event }));
const transmitted = (facts: object) =>
  said(tells(referral.DossierTransmittedSchema, AT, { caseId, forum: 'WTO', ...facts }));
const event = {
  forum: 'WTO',
  kind: 'consultations-requested',
  symbol: 'WT/DS633/1',
  communicatedOn: '2025-02-04',
  circulatedOn: '',
};

describe('the words of what happens at a forum', () => {
  it('point on to the document, with both of its dates', () => {
    expect(noted(event)?.en).toBe(
      'At the World Trade Organization consultations were requested: WT/DS633/1, communicated on 2025-02-04.',
    );
    expect(noted({ ...event, circulatedOn: '2025-02-05' })).toEqual({
      en:
        'At the World Trade Organization consultations were requested: WT/DS633/1, communicated on ' +
        '2025-02-04, circulated on 2025-02-05.',
      'zh-Hans': '在世界贸易组织：已提出磋商请求，WT/DS633/1，2025-02-04 提交，2025-02-05 散发。',
    });
  });

  it('name the party that goes there, where the record does', () => {
    const exit = (party: string) => said(tells(referral.ExitNoticeGivenSchema, AT, { caseId, party }))?.en;
    expect(exit('')).toBe(
      'The complainant gave notice that it goes to the World Trade Organization. The screening goes on.',
    );
    expect(exit('US')).toBe(
      'The United States gave notice that it goes to the World Trade Organization. The screening goes on.',
    );
    expect(said(tells(referral.DossierRequestedSchema, AT, { caseId, forum: 'WTO', party: 'US' }))?.en).toBe(
      'The United States requested a dossier for the World Trade Organization.',
    );
    expect(
      said(tells(referral.DossierIssuedSchema, AT, { caseId, forum: 'WTO', basis: 'findings-final', party: 'US' }))?.en,
    ).toBe(
      'The dossier that the United States requested for the World Trade Organization was issued because ' +
        'the findings are final; the other party got its copy at the same instant.',
    );
    expect(transmitted({ party: 'US' })?.['zh-Hans']).toBe('美国已将卷宗提交世界贸易组织。');
  });

  it('say that a dossier was handed over, with the receipt where there is one', () => {
    expect(transmitted({})?.en).toBe('The complainant handed its dossier to the World Trade Organization.');
    expect(transmitted({ receipt: '24-1' })?.['zh-Hans']).toBe('申诉方已将卷宗提交世界贸易组织，收据 24-1。');
  });
});
