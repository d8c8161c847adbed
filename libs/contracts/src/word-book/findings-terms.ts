import { OUTCOME_WORDS } from '@parley/procedure';
import { terms, type Terms } from './entry';

/** Words for what findings say, and for what is left out of them. */
export const FINDINGS_TERMS = {
  finding: OUTCOME_WORDS,
  part: terms({
    reasons: ['the reasons', '理由'],
    complainant: ['the statement of the complainant’s side', '申诉方一方的单独意见'],
    respondent: ['the statement of the respondent’s side', '被申诉方一方的单独意见'],
  }),
  /** Why something is confidential. */
  confidential: terms({
    'business-confidential': ['business information', '商业信息'],
    'personal-data': ['personal data', '个人信息'],
    'national-security': ['national security', '国家安全'],
    'third-party-confidence': ['confidence of a third party', '第三方保密信息'],
    'legal-privilege': ['legal privilege', '法律特权'],
  }),
  disposal: terms({
    sustained: ['sustained', '成立'],
    'not-sustained': ['not sustained', '不成立'],
    'not-agreed': ['not agreed', '未达成一致'],
  }),
  vote: terms({
    substantiated: ['substantiated', '已获证实'],
    'not-substantiated': ['not substantiated', '未获证实'],
    'not-agreed': ['not agreed', '未达成一致'],
    abstain: ['abstains', '弃权'],
  }),
} as const satisfies Readonly<Record<string, Terms>>;
