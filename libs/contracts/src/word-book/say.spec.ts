import type { Bilingual } from '@parley/kernel';
import { wordBook, type WordKey } from './topics';
import { say, type PartyName } from './index';

const NAMES: Readonly<Record<string, Bilingual>> = {
  CN: { en: 'China', 'zh-Hans': '中国' },
  US: { en: 'the United States', 'zh-Hans': '美国' },
};
const nameOf: PartyName = (code) => NAMES[code] ?? { en: code, 'zh-Hans': code };
const said = (key: WordKey, values: object): Bilingual => say(wordBook[key], values, nameOf);

describe('an entry with its values', () => {
  it('names parties, instants and codes in the language of the sentence', () => {
    expect(said('intake.CallUnanswered', { n: 2, offeredBy: 'US', proposedFor: '2025-03-03T09:00:00.000Z' })).toEqual({
      en: 'Call 2, offered by the United States for 2025-03-03 09:00 UTC, was not answered.',
      'zh-Hans': '美国提议于 2025-03-03 09:00 UTC 进行的第 2 次通话未获应答。',
    });
  });

  it('names what a message or an event tells of, and leaves out what nobody knows', () => {
    const about = (type: string | null) => said('evidence.MessageDismissed', { about: type }).en;
    expect(about('parley.intake.v1.ReplyReceived')).toContain(' a message (reply) that ');
    expect(about('intake.GrievanceFiled')).toContain(' a message (filing of a grievance) that ');
    for (const unknown of [null, 'parley.intake.v1.ToldLater']) expect(about(unknown)).toContain(' a message that ');
  });

  it('names who was nominated and for which seat, as far as the event or the message says it', () => {
    const event = { party: 'CN', member: 'cn-panel-1', seat: 'CN:1' };
    expect(said('panelreview.MemberNominated', event)).toEqual({
      en: 'China nominated cn-panel-1 to the panel, for its first seat.',
      'zh-Hans': '中国提名 cn-panel-1 为专家组成员，任其第一席位。',
    });
    expect(said('panelreview.MemberNominated', { side: 'CN', personId: 'cn-panel-1', seat: '' }).en).toBe(
      'China nominated cn-panel-1 to the panel.',
    );
    expect(said('panelreview.MemberRecused', { member: 'us-panel-2' })).toEqual({
      en: 'A member, us-panel-2, withdrew from the panel.',
      'zh-Hans': '一名成员（us-panel-2）自行回避，退出专家组。',
    });
  });

  it('names in a history who did it and which party is meant, and in a message what that says of it', () => {
    const actor = { kind: 'person', personId: 'us-panel-2', role: 'panel', party: null };
    expect(said('panelreview.VoteCast', { actor }).en).toBe('A member, us-panel-2, cast a vote.');
    const parties = { complainant: 'CN', respondent: 'US' };
    const lapsed = 'did not reply in time. The grievance stands unanswered and the screening goes on.';
    expect(said('intake.ReplyLapsed', { parties, actor: { kind: 'system', process: 'timers' } })).toEqual({
      en: `The respondent, the United States, ${lapsed}`,
      'zh-Hans': '被申诉方（美国）未在期限内答复。申诉未获答复，审查继续进行。',
    });
    expect(said('intake.ReplyLapsed', {}).en).toBe(`The respondent ${lapsed}`);
    const declined = { n: 3, party: 'US' };
    expect(said('intake.ProposalDeclined', declined).en).toBe('Proposal 3 was declined by the United States.');
  });

  it('names a third party as the panel wrote its name, in one language where there is no other', () => {
    const name = [{ lang: 'en', text: 'Norway', kind: 'original' }];
    const admitted = (more: object[]) => said('panelreview.ThirdPartyAdmitted', { name: [...name, ...more] });
    expect(admitted([])['zh-Hans']).toBe('专家组准许一个第三方（Norway）提交书面意见。');
    expect(admitted([{ lang: 'zh-Hans', text: '挪威', kind: 'translation', of: 'en' }])).toEqual({
      en: 'The panel admitted a third party, Norway, to be heard in writing.',
      'zh-Hans': '专家组准许一个第三方（挪威）提交书面意见。',
    });
    expect(said('panelreview.ThirdPartyAdmitted', {}).en).toBe(
      'The panel admitted a third party to be heard in writing.',
    );
  });

  it('says by whose leave an exhibit gets other readers, of the event as of the message', () => {
    const [asEvent, asMessage] = [
      { number: 'CN-1', as: 'panel', by: 'us-panel-1', assignment: 'expert:US:1', heardAs: 'expert' },
      { exhibitNumber: 'CN-1', by: 'panel', assignmentId: 'expert:US:1', heardAs: 'expert' },
    ].map((values) => said('evidence.LoanAsked', values));
    expect(asEvent).toEqual(asMessage);
    expect(asMessage?.en).toBe('It was asked by the panel that exhibit CN-1 be lent to the expert.');
  });

  it('names to whom an exhibit is lent, where the event says it', () => {
    const lent = {
      number: 'CN-1',
      heardAs: 'expert',
      assignment: 'expert:US:1',
      person: 'us-expert-1',
      basis: 'its-party',
    };
    expect(said('evidence.ExhibitLent', lent)).toEqual({
      en: 'Exhibit CN-1 was lent to the expert, us-expert-1, by leave of its party.',
      'zh-Hans': '经提交方许可，证据 CN-1 已出借给专家（us-expert-1）。',
    });
  });

  it('takes a value from the event as from the message, and begins with a capital', () => {
    const asEvent = said('intake.CallMoved', {
      n: 1,
      party: 'US',
      by: 'us-1',
      proposedFor: 'T2',
      from: 'T1',
    });
    const asMessage = said('intake.CallMoved', { n: 1, by: 'US', proposedFor: 'T2', previously: 'T1' });
    expect(asEvent).toEqual(asMessage);
    expect(asEvent.en).toMatch(/^The United States named/);
  });

  it('leaves out what is in brackets where a value is not there, and has a dash for another', () => {
    expect(said('intake.ScreeningSuspended', { until: null }).en).toBe(
      'Both parties suspended the screening; its clocks stand still.',
    );
    expect(said('intake.LongStopExtended', {}).en).toBe('Both parties extended the long-stop to –.');
    expect(said('intake.ScreeningEnded', { outcome: 'lapsed', reason: '' }).en).toBe('The screening ended: lapsed.');
    expect(said('intake.ScreeningEnded', { outcome: 'findings-issued', reason: 'findings' }).en).toBe(
      'The screening ended: findings issued.',
    );
  });

  it('does not read what a person wrote as a placeholder', () => {
    expect(said('intake.LetterSent', { party: 'US', subject: '[constructed] {party|party}' }).en).toContain(
      ': [constructed] {party|party}.',
    );
  });

  it('names who is to answer an amendment: of claims that the respondent brought in, the complainant', () => {
    const answered = (amendmentId: string, kind: string) => said('intake.AmendmentAnswered', { amendmentId, kind });
    expect([answered('S1', 'supplement').en, answered('J1', 'joinder')['zh-Hans']]).toEqual([
      'The respondent answered amendment S1.',
      '申诉方已就修正 J1 作出答复。',
    ]);
  });

  it('names what a party comments on and whom the panel hears by what they are, and never by an id', () => {
    const commented = { party: 'US', kind: 'answer', materialId: 'answer:1', n: 1 };
    expect(said('panelreview.MaterialCommented', commented).en).toBe(
      'The United States commented on an answer to the panel (no. 1).',
    );
    const heard = { heardAs: 'expert', assignmentId: 'expert:US:1', personId: 'us-expert-1' };
    expect(said('panelreview.PersonHeard', heard)['zh-Hans']).toBe('专家组听取专家（us-expert-1）本人的意见。');
    expect(said('panelreview.ExpertReportServed', { replaces: 'report:1' }).en).toBe(
      'The report of an expert went to both parties and the panel, in the place of the paper that a registry had ' +
        'received.',
    );
  });

  it('names a document by what it is called, and an exhibit by its number', () => {
    const noted = (kind: string, label?: string) =>
      said('evidence.DocumentNoted', { party: 'US', number: `${kind}:US:2`, kind, label });
    expect(noted('grievance')['zh-Hans']).toBe('美国以一种语言提交文件“申诉”，其译文应予提交。');
    expect(noted('letter', '2').en).toBe(
      'The United States wrote the document “letter 2” in one language: its translation is due.',
    );
    const filed = (number: string, of: string, document?: object) =>
      said('evidence.TranslationFiled', { n: 1, of, exhibitNumber: number, document }).en;
    expect(filed('USA-1', 'exhibit')).toBe('Translation 1 of exhibit USA-1 was filed.');
    expect(filed('reply', 'document', { kind: 'reply', label: '' })).toBe(
      'Translation 1 of the document “reply” was filed.',
    );
    expect(filed('amendment:S1', 'document', { kind: 'amendment', label: 'S1' })).toBe(
      'Translation 1 of the document “grievance as amended by S1” was filed.',
    );
  });

  it('names the members of a panel, of the event as of the message, and who answers where the entry shows it', () => {
    const [asEvent, asMessage] = ['member', 'personId'].map((field) =>
      said('panelreview.PanelConvened', { members: ['us-panel-1', 'cn-panel-1'].map((id) => ({ [field]: id })) }),
    );
    expect(asEvent).toEqual(asMessage);
    expect(asEvent?.en).toBe(
      'The panel is convened: 2 members (us-panel-1, cn-panel-1), equal in number from each side.',
    );
    const call = { n: 1, offeredBy: 'US', proposedFor: 'T1' };
    expect(said('intake.CallAnswered', { ...call, actor: { party: 'CN' } }).en).toMatch(/was answered by China\.$/);
    expect(said('intake.CallAnswered', call).en).toMatch(/was answered\.$/);
  });

  it('names a deadline by its clock', () => {
    const assigned = { deadlineId: 'd1', clock: 'certification', assignee: 'us-registry' };
    expect(said('intake.WorkAssigned', assigned).en).toContain('(certification');
  });

  it('names all that notices are of', () => {
    const of = (event: string) => ({ of: { context: 'intake', event } });
    expect(said('intake.NoticesServed', { notices: [of('CaseRegistered')] })).toEqual({
      en: 'Notice of registration was served on both parties.',
      'zh-Hans': '关于登记的通知已送达双方。',
    });
    expect(said('intake.NoticesServed', { notices: [of('CaseRegistered'), of('CallOffered')] }).en).toMatch(
      /^Notice of registration, .+ was served on both parties\.$/,
    );
  });

  it('names a code of a later day as it is', () => {
    expect(said('intake.TrackChanged', { track: 'very-long', by: 'consent' }).en).toBe(
      'The case goes on under the very long track: both parties agreed.',
    );
  });
});
