import { none, terms, type Terms } from './entry';

/** Words for where a screening stands and how it ended. */
export const SCREENING_TERMS = {
  stage: terms({
    S2: ['Check of completeness', '完整性审查'],
    S2b: ['Awaiting a cure', '等待补正'],
    S3: ['Registered', '已登记'],
    S4: ['Awaiting reply', '等待答复'],
    S5: ['Consultations', '磋商'],
    S6: ['Composition of the panel', '组成专家组'],
    S7: ['Panel review', '专家组审查'],
    S8: ['Interim text', '中期文本'],
    S9: ['Findings', '作出结论'],
    S11: ['Screening ended', '审查已结束'],
  }),
  outcome: terms({
    'findings-issued': ['findings issued', '已发布结论'],
    settled: ['settled', '已和解'],
    withdrawn: ['withdrawn', '已撤回'],
    'closed-without-prejudice': ['closed without prejudice', '在不影响权利的前提下结案'],
    'no-panel': ['no panel', '未能组成专家组'],
    lapsed: ['lapsed', '已失效'],
  }),
  /** No words where the outcome says it already. */
  reason: terms({
    findings: none,
    'long-stop': ['the long-stop passed', '最长期限届满'],
    cure: ['a deficiency was not cured in time', '缺陷未在期限内补正'],
    'cure-rounds': ['deficiencies were left after the last round', '末轮补正后仍有缺陷'],
    'roster-exhausted': ['a seat could not be filled', '有席位无法补任'],
    suspension: ['it was suspended for as long as the rules allow', '中止期限届满'],
  }),
  /** The state of a screening that has no outcome. */
  screening: terms({ 'under-way': ['the screening goes on', '审查进行中'] }),
  /** How a limit ended. */
  limit: terms({
    met: ['met', '已遵守'],
    missed: ['missed; the default applied', '逾期；适用默认规则'],
    'ran-to-its-end': ['ran to its end', '期满'],
    'not-yet-due': ['not yet due', '尚未到期'],
  }),
} as const satisfies Readonly<Record<string, Terms>>;
