import type { Bilingual, RefusalReason } from '@parley/kernel';

/** One kind of problem, that is, everything that is the same in each occurrence. */
export interface ProblemKind extends Bilingual {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly rule?: string;
}

const TITLES: Readonly<Record<NonNullable<RefusalReason['status']>, string>> = {
  403: 'Not yours to do',
  404: 'Not found',
  409: 'Refused by a rule of procedure',
  422: 'Invalid fields',
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
