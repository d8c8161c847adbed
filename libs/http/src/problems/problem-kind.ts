import type { Bilingual, RefusalReason } from '@parley/kernel';

/** One kind of problem, that is, everything that is the same in each occurrence. */
export interface ProblemKind extends Bilingual {
  readonly code: string;
  readonly status: number;
  /** A few words. */
  readonly title: Bilingual;
  readonly rule?: string;
}

const TITLES: Readonly<Record<NonNullable<RefusalReason['status']>, Bilingual>> = {
  403: { en: 'Not yours to do', 'zh-Hans': '无权进行' },
  404: { en: 'Not found', 'zh-Hans': '未找到' },
  409: { en: 'Refused by a rule of procedure', 'zh-Hans': '依程序规则不予受理' },
  422: { en: 'Invalid fields', 'zh-Hans': '字段无效' },
};

/** The kind of problem that a business refusal is. */
export function kindOfReason(reason: RefusalReason): ProblemKind {
  const status = reason.status ?? 409;
  return {
    code: reason.code,
    rule: reason.rule,
    en: reason.en,
    'zh-Hans': reason['zh-Hans'],
    status,
    title: TITLES[status],
  };
}
