import type { RefusalReason } from '@parley/kernel';

/** Every reason for which a letter is refused. */
export const letterRefusals = {
  notAParty: {
    code: 'not-a-party',
    rule: 'addressing',
    status: 403,
    en: 'Only the desk of a party writes in its case.',
    'zh-Hans': '只有当事方的主管部门可在其案件中致函。',
  },
  tooManyLetters: {
    code: 'too-many-letters',
    rule: 'addressing',
    en: 'A side writes 500 letters at most in one case to the same addressees.',
    'zh-Hans': '一方在一案中向同一收件方最多致函 500 件。',
  },
} as const satisfies Record<string, RefusalReason>;
