import { entry, type Entry } from '../entry';

const noted = (en: string, zh: string, [sentence, zhSentence]: readonly [string, string]): Entry =>
  entry('registry', [en, zh], [sentence, zhSentence]);

/** What one part of a case takes note of from another. */
export const notedFacts = {
  'panelreview.LongStopNoted': noted('long-stop of the panel', '专家组最长期限', [
    'The panel noted that the long-stop is now {longStop|at}.',
    '专家组载入最长期限现为 {longStop|at}。',
  ]),
  'panelreview.RulesNoted': noted('rules of the panel', '专家组规则版本', [
    'The panel noted that the case goes on under version {to} of the rules.',
    '专家组载入本案改用规则版本 {to}。',
  ]),
  'panelreview.ClaimsNoted': noted('claims before the panel', '专家组待决主张', [
    'The panel noted the claims to be decided.',
    '专家组载入待决的各项主张。',
  ]),
  'panelreview.ClaimsWithdrawalSetAsideNoted': noted('claims that stand again before the panel', '专家组恢复的主张', [
    'The panel noted that claims stand again which were withdrawn after the screening had ended.',
    '专家组载入审查终结后撤回的主张的恢复。',
  ]),
  'panelreview.ClaimsWithdrawalNoted': noted('claims withdrawn before the panel', '专家组撤回的主张', [
    'The panel noted that claims were withdrawn.',
    '专家组载入部分主张的撤回。',
  ]),
  'panelreview.AmendedClaimsNoted': noted('amended claims before the panel', '专家组修正后的主张', [
    'The panel noted the claims as amendment {amendmentId} leaves them.',
    '专家组载入修正 {amendmentId} 后的各项主张。',
  ]),
  'panelreview.ClaimsReplacementNoted': noted('replaced claims before the panel', '专家组被替换的主张', [
    'The panel noted that amendment {amendmentId} replaced claims.',
    '专家组载入修正 {amendmentId} 对主张的替换。',
  ]),
  'panelreview.ReopeningNoted': entry(
    'parties',
    ['reopening before the panel', '专家组重新启动'],
    ['The panel noted that both parties reopened the screening.', '专家组载入双方重新启动审查。'],
    ['The clocks of the panel go on with the reopened screening', '专家组各项期限随审查重新启动恢复计算'],
  ),
  'panelreview.ExhibitNoted': noted('exhibit before the panel', '专家组所知证据', [
    'The panel noted exhibit {exhibit}.',
    '专家组载入证据 {exhibit}。',
  ]),
  'panelreview.ConsultationsEndNoted': noted('end of consultations before the panel', '专家组所知磋商结束', [
    'The panel noted the end of consultations.',
    '专家组载入磋商结束。',
  ]),
  'panelreview.ScreeningEndNoted': entry(
    'registry',
    ['end of the clocks of the panel', '专家组期限终结'],
    ['The panel noted the end of the screening.', '专家组载入审查结束。'],
    ['The clocks of the panel have ended with the screening', '专家组各项期限随审查终结'],
  ),
  'panelreview.LapseSetAsideNoted': entry(
    'registry',
    ['new start of the clocks of the panel', '专家组期限重新计算'],
    ['The panel noted that the lapse was set aside.', '专家组载入失效的撤销。'],
    ['The clocks of the panel run again', '专家组各项期限重新计算'],
  ),
  'evidence.CaseOpened': noted('opening of the evidence record', '证据记录开启', [
    'The record was opened for evidence.',
    '证据记录已开启。',
  ]),
  'evidence.RegistrationNoted': noted('registration in the evidence record', '证据记录的登记', [
    'The evidence record noted the registration.',
    '证据记录载入登记情况。',
  ]),
  'evidence.ClaimsNoted': noted('claims in the evidence record', '证据记录的主张', [
    'The evidence record noted the claims.',
    '证据记录载入各项主张。',
  ]),
  'evidence.PanelNoted': noted('panel in the evidence record', '证据记录的专家组', [
    'The evidence record noted who is on the panel.',
    '证据记录载入专家组成员。',
  ]),
  'evidence.ScreeningEndNoted': noted('end of the screening in the evidence record', '证据记录的审查结束', [
    'The evidence record noted the end of the screening.',
    '证据记录载入审查结束。',
  ]),
  'evidence.LongStopNoted': noted('long-stop in the evidence record', '证据记录的最长期限', [
    'The evidence record noted where the long-stop moved.',
    '证据记录载入最长期限的变更。',
  ]),
  'evidence.ReopeningNoted': noted('reopening in the evidence record', '证据记录的重新启动', [
    'The evidence record noted that the screening was reopened.',
    '证据记录载入审查的重新启动。',
  ]),
  'evidence.RulesNoted': noted('rules in the evidence record', '证据记录的规则版本', [
    'The evidence record noted that the case goes on under version {to} of the rules.',
    '证据记录载入本案改用规则版本 {to}。',
  ]),
  'evidence.LapseSetAsideNoted': noted('lapse set aside in the evidence record', '证据记录的失效撤销', [
    'The evidence record noted that the lapse was set aside.',
    '证据记录载入失效的撤销。',
  ]),
  'evidence.PersonHeardNoted': noted('person heard in the evidence record', '证据记录的听取人员', [
    'The evidence record noted that the panel hears {assignment|heard} in person.',
    '证据记录载入专家组听取{assignment|heard}本人的意见。',
  ]),
  'evidence.ReviewEndNoted': entry(
    'registry',
    ['end of the review', '审查阶段结束'],
    [
      'The evidence record noted the end of the review: loans of exhibits have ended with it.',
      '证据记录载入审查阶段的结束，证据的出借随之终止。',
    ],
    ['Loans of exhibits have ended with the review', '证据的出借随审查阶段结束而终止'],
  ),
};
