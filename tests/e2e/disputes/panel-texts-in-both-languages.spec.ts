import { Client } from '../../support/client';
import { DOSSIER, MEMBERS, words } from '../../support/cases-under-review';
import type { DossierBody } from './bodies';
import { BEGUN, closed, commented, endOf, interimServed, REASONS, reviewed } from './decided';
import { Dispute } from './dispute';

interface Room {
  readonly reasons: readonly { readonly digest: string }[];
  readonly proposedTranslations: readonly { readonly by: string }[];
  readonly translations: readonly { readonly part: string }[];
}
interface Findings {
  readonly digest: string;
  readonly issuedAt: string | null;
  readonly issuedBy: string | null;
  readonly findings: readonly object[] | null;
  readonly translations: readonly { readonly text: { readonly text: string } }[] | null;
  readonly untranslated: readonly object[] | null;
}

const ZH = '该关税仅对单一原产地的货物征收。';
const LACKING = [{ claimId: 'C2', part: 'respondent', lang: 'zh-Hans' }];

/**
 * The panel writes its findings in one language, and has 5 JBD for the other (S9, I-57). The attacks: certify at once,
 * so that they issue in the language of one side; translate alone, and say something else.
 */
describe('panel texts in both languages', () => {
  let dispute: Dispute;
  const findings = (user = 'us-desk'): Promise<Findings> => dispute.as(user).read(dispute.path('panel/findings'));
  const room = (): Promise<Room> => dispute.as('cn-panel-1').read(dispute.path('panel/votes'));
  const reasonsAs = (text: string) => ({ claim: 'C1', part: 'reasons', lang: 'zh-Hans', text });
  const entry = async (kind: string) => (await dispute.docket()).entries.find((each) => each.kind === kind);

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '57');
    await reviewed(dispute);
    await interimServed(dispute);
    await commented(dispute);
    for (const member of MEMBERS) {
      await dispute.act(member, 'panel/votes', { claim: 'C1', on: 'substantiated' });
      const on = member.startsWith('cn') ? 'substantiated' : 'not-substantiated';
      await dispute.act(member, 'panel/votes', { claim: 'C2', on });
    }
    const reasons = { claim: 'C1', supports: 'substantiated', text: words(REASONS), exhibits: [] };
    await dispute.act('us-panel-1', 'findings/reasons', reasons);
    const { digest } = (await room()).reasons[0] ?? { digest: '' };
    for (const member of ['us-panel-2', 'cn-panel-1'])
      await dispute.act(member, 'findings/reasons/adoptions', { digest });
    const statement = { claim: 'C2', text: words('The schedule says nothing of it.'), exhibits: [] };
    await dispute.act('us-panel-2', 'findings/statements', statement);
  });
  afterAll(() => dispute.end());

  it('say of an interim text which language it lacks', async () => {
    expect(await dispute.as('cn-desk').read(dispute.path('panel'))).toMatchObject({
      interim: { texts: [{ untranslated: 'zh-Hans' }] },
    });
    expect(await dispute.refused('us-panel-1', 'findings/translations', reasonsAs(ZH))).toEqual({
      status: 409,
      code: 'nothing-to-translate',
      rule: 'S9',
    });
  });

  it('do not issue in one language because both co-heads certify at once', async () => {
    await closed(dispute);
    const { digest } = await findings();
    for (const coHead of ['us-cohead', 'cn-cohead']) await dispute.act(coHead, 'findings/certifications', { digest });
    await dispute.settle();
    for (const reader of ['us-desk', 'cn-desk', 'us-cohead', 'cn-registry'])
      expect(await findings(reader)).toMatchObject({
        ...{ issuedAt: null, findings: null, translations: null, untranslated: null },
      });
    expect(await findings('us-panel-1')).toMatchObject({
      untranslated: [{ claimId: 'C1', part: 'reasons', lang: 'zh-Hans' }, ...LACKING],
    });
  });

  it('are not said otherwise by one side: reasons need the same words of both co-chairs', async () => {
    await dispute.act('us-panel-1', 'findings/translations', reasonsAs('该关税对所有货物征收。'));
    expect((await room()).translations).toEqual([]);
    const refusal = (user: string, body: object) => dispute.refused(user, 'findings/translations', body);
    expect(await refusal('us-panel-2', reasonsAs(ZH))).toMatchObject({ status: 403, code: 'not-a-co-chair' });
    expect(await refusal('us-desk', reasonsAs(ZH))).toMatchObject({ status: 403, code: 'role-required' });
    const ofTheirs = { claim: 'C2', part: 'statement', lang: 'zh-Hans', text: '减让表支持该主张。' };
    expect(await refusal('cn-panel-1', ofTheirs)).toEqual({ status: 422, code: 'no-such-text', rule: 'I-57' });
    expect(await refusal('us-panel-1', { ...reasonsAs('All origins.'), lang: 'en' })).toEqual({
      ...{ status: 422, code: 'text-in-this-language', rule: 'I-57' },
    });
    for (const chair of ['us-panel-1', 'cn-panel-1']) await dispute.act(chair, 'findings/translations', reasonsAs(ZH));
    expect((await room()).translations).toMatchObject([{ part: 'reasons', text: { text: ZH, of: 'en' } }]);
    expect((await findings('cn-desk')).findings).toBeNull();
  });

  it('issue at the end of the time, and everybody reads what was not translated', async () => {
    const due = await endOf(dispute, 'certification');
    await dispute.moveTo(new Date(Date.parse(due) + 60_000).toISOString());
    const issued = await findings('cn-desk');
    expect(issued).toMatchObject({ issuedAt: due, issuedBy: 'both-signatures', untranslated: LACKING });
    expect(issued.translations?.map(({ text }) => text.text)).toEqual([ZH]);
    const { texts } = (await entry('findings-issued')) ?? {};
    expect(texts?.en).toContain('Not translated in time: the statement of the respondent’s side on C2 into Chinese.');
    expect(texts?.['zh-Hans']).toContain('未按期翻译：C2 的被申诉方一方的单独意见（译为中文）。');
    const late = { claim: 'C2', part: 'statement', lang: 'zh-Hans', text: '减让表未涉及该事项。' };
    expect(await dispute.refused('us-panel-2', 'findings/translations', late)).toEqual({
      ...{ status: 409, code: 'findings-translation-out-of-time', rule: 'S9' },
    });
  });

  it('are published in both languages at one instant, and the page says which was not translated', async () => {
    await dispute.moveTo(await endOf(dispute, 'marking', 60_000));
    const { docketNumber } = await dispute.shown();
    const page = async (lang: string) =>
      JSON.stringify((await Client.public(dispute.url).get(`/docket/${docketNumber ?? ''}?lang=${lang}`)).body);
    const [english, chinese] = [await page('en'), await page('zh-Hans')];
    expect([english.includes(REASONS), chinese.includes(ZH)]).toEqual([true, true]);
    for (const [text, note] of [
      [english, 'The panel did not translate this text in time.'],
      [chinese, '专家组未按期翻译该文本。'],
    ] as const) {
      expect(text.split(note)).toHaveLength(2);
      expect(text).toContain('The schedule says nothing of it.');
    }
  });

  it('stand in the dossier in both languages, or with the same note', async () => {
    await dispute.act('cn-desk', 'referral/dossiers', { ...DOSSIER, claims: ['C1'] });
    const dossier = () =>
      dispute.as('cn-desk').read<DossierBody & { deadline: { dueAt: string } }>(dispute.path('referral/dossiers/1'));
    const { dueAt } = (await dossier()).deadline;
    await dispute.moveTo(new Date(Date.parse(dueAt) + 60_000).toISOString());
    expect(
      await dispute.as('us-desk').read(dispute.path('referral/dossiers/1/documents/08-findings.json')),
    ).toMatchObject({
      findings: [{ claim: 'C1', reasons: [{ lang: 'en' }, { lang: 'zh-Hans', text: ZH }] }, { claim: 'C2' }],
      untranslated: [{ claim: 'C2', part: 'respondent', lang: 'zh-Hans' }],
    });
  });
});
