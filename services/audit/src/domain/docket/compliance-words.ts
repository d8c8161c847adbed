import type { Bilingual } from '@parley/kernel';
import { listIn, numberIn, textIn, wordsIn } from './read-facts';
import { capital, say, type Sentence } from './sentence';

/** `#` stands for the obligation, `@` for its owner, `&` for who did it, `%` for the new date. */
const ofObligation =
  (en: string, zh: string): Sentence =>
  (facts, nameOf) => {
    const [owner, party] = [nameOf(textIn(facts, 'owner')), nameOf(textIn(facts, 'party'))];
    const filled = (sentence: string, language: keyof Bilingual): string =>
      sentence
        .replace('#', textIn(facts, 'obligationId'))
        .replace('%', textIn(facts, 'date'))
        .replace('@', owner[language])
        .replace('&', party[language]);
    return { en: capital(filled(en, 'en')), 'zh-Hans': filled(zh, 'zh-Hans') };
  };

const ofReport =
  (en: string, zh: string): Sentence =>
  (facts, nameOf) => {
    const [party, review] = [nameOf(textIn(facts, 'party')), String(numberIn(facts, 'review'))];
    return say(
      capital(en.replace('&', party.en).replace('#', review)),
      zh.replace('&', party['zh-Hans']).replace('#', review),
    );
  };

/**
 * What entries of compliance say: owner, date and state, and whose word it is; never that an agreement was violated
 * (I-52, I-54).
 */
export const wordsOfCompliance: Readonly<Record<string, Sentence>> = {
  'agreement-entered': (facts) => {
    const count = String(listIn(facts, 'obligations').length);
    return say(
      `Compliance begins: ${count} obligation${count === '1' ? ' is' : 's are'} tracked in public.`,
      `履行阶段开始：公开跟踪 ${count} 项义务。`,
    );
  },
  'obligation-overdue': ofObligation(
    'the date of obligation # of @ passed before both sides had verified it.',
    '@的义务 # 日期届满，双方尚未均予核实。',
  ),
  'obligation-fulfilled': ofObligation(
    'obligation # of @ is fulfilled: both sides verified it.',
    '@的义务 # 已履行：双方均已核实。',
  ),
  'obligation-fulfilled-late': ofObligation(
    'obligation # of @ is fulfilled, after its date: both sides verified it.',
    '@的义务 # 逾期后已履行：双方均已核实。',
  ),
  'obligation-date-moved': ofObligation(
    'both parties moved the date of obligation # of @ to %.',
    '双方将@的义务 # 的日期变更为 %。',
  ),
  'obligation-held-fulfilled': ofObligation('& holds obligation # of @ to be fulfilled.', '&认为@的义务 # 已履行。'),
  'obligation-held-not-fulfilled': ofObligation(
    '& does not hold obligation # of @ to be fulfilled.',
    '&认为@的义务 # 尚未履行。',
  ),
  'obligation-non-performance': ofObligation(
    '& gave notice that obligation # of @ is not performed. It is its own word.',
    '&通知@的义务 # 未获履行。此为其单方陈述。',
  ),
  'status-report-given': ofReport('& gave its status report before review #.', '&已在第 # 次评审前提交履行情况报告。'),
  'status-report-given-late': ofReport(
    '& gave its status report for review #, late.',
    '&逾期提交了第 # 次评审的履行情况报告。',
  ),
  'status-report-missing': ofReport(
    'no status report of & came in time before review #.',
    '未收到&在第 # 次评审前应提交的履行情况报告。',
  ),
  'compliance-reviewed': (facts) => {
    const unverified = wordsIn(facts, 'unverified');
    const [en, zh] = unverified.length === 0 ? ['none', '无'] : [unverified.join(', '), unverified.join('、')];
    const review = String(numberIn(facts, 'review'));
    return say(
      `Review ${review} of compliance is over. Not verified by both sides: ${en}.`,
      `第 ${review} 次履行评审结束。尚未经双方核实的义务：${zh}。`,
    );
  },
  'agreement-fulfilled': () => say('Both sides verified every obligation.', '双方已核实各项义务。'),
};
