import { entry, type Entry } from '../entry';

const noted = (en: string, zh: string, [sentence, zhSentence]: readonly [string, string]): Entry =>
  entry('registry', [en, zh], [sentence, zhSentence]);

/** What one part of a case takes note of from another. */
export const notedFacts = {
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
