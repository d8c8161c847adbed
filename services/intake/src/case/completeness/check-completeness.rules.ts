import type { Bilingual, RefusalReason, Text } from '@parley/kernel';
import type { Filing, Grievance } from '../filing/file-grievance.rules';

export const completenessRefusals = {
  notAwaitingCheck: {
    code: 'not-awaiting-completeness-check',
    rule: 'S2',
    en: 'The filing is not awaiting a completeness check.',
    'zh-Hans': '该申诉不在等待完整性审查。',
  },

  checkFails: {
    code: 'completeness-check-fails',
    rule: 'S2',
    en: 'The filing has defects of form and cannot be found complete.',
    'zh-Hans': '申诉存在形式缺陷，不能认定为完整。',
  },

  checkPasses: {
    code: 'completeness-check-passes',
    rule: 'S2',
    en: 'The filing has no defect of form, and the registry checks form only.',
    'zh-Hans': '申诉没有形式缺陷，而书记处只审查形式。',
  },

  notDeficient: {
    code: 'not-deficient',
    rule: 'S2b',
    en: 'No deficiency notice awaits a cure.',
    'zh-Hans': '没有待补正的缺陷通知。',
  },

  cureLate: {
    code: 'cure-out-of-time',
    rule: 'S2b',
    en: 'The time for a cure has passed.',
    'zh-Hans': '补正期限已过。',
  },

  completenessLate: {
    code: 'completeness-check-out-of-time',
    rule: 'S2',
    en: 'The time of the registry has passed; the automatic check decides.',
    'zh-Hans': '书记处的审查期限已过，由自动审查决定。',
  },
} as const satisfies Record<string, RefusalReason>;

/** What a grievance lacks in form. Neither the registry nor the automatic check looks at anything else (S2). */
export interface Defect extends Bilingual {
  readonly code: DefectCode;
  /** JSON pointer into the grievance. */
  readonly path: string;
}

export type DefectCode =
  | 'subject-missing-en'
  | 'subject-missing-zh'
  | 'no-measure'
  | 'no-claim'
  | 'measure-without-claim'
  | 'facts-missing'
  | 'remedy-missing'
  | 'public-summary-missing-en'
  | 'public-summary-missing-zh'
  | 'authority-missing'
  | 'contact-missing';

const defect = (code: DefectCode, path: string, en: string, zh: string): Defect => ({ code, path, en, 'zh-Hans': zh });

/**
 * Checks a grievance for form: measures, legal basis, facts, remedy, contact, authority, a public summary in English
 * and Chinese (I-29), and the subject in both, because the docket shows it in both from the first instant on (I-55,
 * I-57). An empty list means that it is complete.
 */
export function checkCompleteness({ grievance, contact }: Pick<Filing, 'grievance' | 'contact'>): readonly Defect[] {
  const { subject, measures, claims, facts, remedy, publicSummary, authority } = grievance;
  const lacks = (missing: boolean, found: Defect): readonly Defect[] => (missing ? [found] : []);
  return [
    ...lacks(
      !hasLanguage(subject, 'en'),
      defect('subject-missing-en', '/subject', 'The subject in English is missing.', '缺少英文标题。'),
    ),
    ...lacks(
      !hasLanguage(subject, 'zh-Hans'),
      defect('subject-missing-zh', '/subject', 'The subject in Chinese is missing.', '缺少中文标题。'),
    ),
    ...lacks(measures.length === 0, defect('no-measure', '/measures', 'No measure is named.', '未指明任何措施。')),
    ...lacks(claims.length === 0, defect('no-claim', '/claims', 'No legal basis is named.', '未指明任何法律依据。')),
    ...measuresWithoutClaim(grievance),
    ...lacks(facts.length === 0, defect('facts-missing', '/facts', 'No facts are stated.', '未陈述任何事实。')),
    ...lacks(remedy.length === 0, defect('remedy-missing', '/remedy', 'No remedy is sought.', '未提出任何救济请求。')),
    ...lacks(
      !hasLanguage(publicSummary, 'en'),
      defect(
        'public-summary-missing-en',
        '/publicSummary',
        'The public summary in English is missing.',
        '缺少英文公开摘要。',
      ),
    ),
    ...lacks(
      !hasLanguage(publicSummary, 'zh-Hans'),
      defect(
        'public-summary-missing-zh',
        '/publicSummary',
        'The public summary in Chinese is missing.',
        '缺少中文公开摘要。',
      ),
    ),
    ...lacks(
      authority === undefined,
      defect(
        'authority-missing',
        '/authority',
        'The authority of the filer is not stated.',
        '未说明提交人的授权依据。',
      ),
    ),
    ...lacks(contact === null, defect('contact-missing', '/contact', 'No contact is named.', '未指明联系人。')),
  ];
}

const hasLanguage = (texts: readonly Text[], lang: Text['lang']): boolean => texts.some((text) => text.lang === lang);

function measuresWithoutClaim({ measures, claims }: Grievance): readonly Defect[] {
  return measures.flatMap((measure, index) =>
    claims.length > 0 && !claims.some((claim) => claim.measure === measure.id)
      ? [
          defect(
            'measure-without-claim',
            `/measures/${String(index)}`,
            `No claim is made against measure ${measure.id}.`,
            `未针对措施 ${measure.id} 提出任何主张。`,
          ),
        ]
      : [],
  );
}
