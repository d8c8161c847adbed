import type { Bilingual } from '@parley/kernel';
import type { Obligation, StatusReport } from '../../domain/compliance/agreement-state';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

/** Where an obligation stands, in words; the state of the whole agreement has its words in the rule set. */
export const obligationWords: Readonly<Record<Obligation['state'], Bilingual>> = {
  open: say('to be done', '待履行'),
  overdue: say('overdue', '逾期'),
  fulfilled: say('fulfilled', '已履行'),
};

export const reportWords: Readonly<Record<StatusReport['state'], Bilingual>> = {
  due: say('due', '待提交'),
  given: say('given', '已提交'),
  missing: say('missing', '未提交'),
  'given-late': say('given late', '逾期提交'),
  'not-owed': say('not owed any more', '无须提交'),
};
