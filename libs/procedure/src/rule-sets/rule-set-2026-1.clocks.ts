import type { ClockRule } from './clock-rule';
import {
  byId,
  byItsOwnLength,
  clock,
  days,
  fixed,
  hours,
  jbd,
  months,
  rollsNothing,
  say,
  type Clocks,
} from './clock-terms';
import { compliance2026 } from './rule-set-2026-1.compliance';

/** Clocks that are the same on every track: before registration, after findings, and of service. */
export const everyTrack = byId(
  clock(
    'completeness',
    'S2',
    'filing, or the cure of its defects',
    jbd(5),
    'automatic-check-decides',
    say('check of form', '形式审查'),
    {
      rounds: 3,
    },
  ),
  clock(
    'cure',
    'S2b',
    'deficiency notice',
    jbd(10),
    'closed-without-prejudice',
    say('cure of the defects', '补正缺陷'),
    { rounds: 2 },
  ),
  clock(
    'conciliation-answer',
    'S10',
    'proposal of conciliation',
    jbd(10),
    'conciliation-recorded-as-unanswered',
    say('answer to a proposal of conciliation', '对调解提议的答复'),
    fixed,
  ),
  clock(
    'consent',
    'consent',
    'proposal that needs another signature',
    jbd(10),
    'proposal-lapses',
    say('signature of a proposal', '签署提议'),
    {
      ...fixed,
      rule: 'I-04',
    },
  ),
  clock(
    'suspension',
    'S11',
    'suspension by consent',
    months(12),
    'suspended-screening-lapses',
    say('longest suspension', '最长中止期限'),
    fixed,
  ),
  // One window is all that an outcome may take beyond the long-stop (I-17); parties that want more time reopen the
  // screening together.
  clock(
    'settlement-window',
    'S10',
    'findings',
    jbd(20),
    'settlement-window-lapses',
    say('settlement window', '和解期'),
    fixed,
  ),
  clock(
    'dossier',
    'S12',
    'request for a dossier',
    jbd(5),
    'dossier-built-without-abstaining-co-head',
    say('dossier', '卷宗编制'),
    fixed,
  ),
  // An agreed date is a day itself and nothing is counted from it, but it rolls like any other.
  clock(
    'obligation',
    'S13',
    'date agreed for it',
    days(0),
    'obligation-recorded-as-overdue',
    say('obligation', '义务'),
    fixed,
  ),
  clock(
    'status-report',
    'S13',
    'day of the review',
    jbd(compliance2026.reportBeforeReviewJointBusinessDays),
    'missing-report-recorded',
    say('status report', '履行情况报告'),
    { ...fixed, counted: 'back' },
  ),
  clock(
    'compliance-review',
    'S13',
    'day of the review',
    days(0),
    'next-review-is-set',
    say('review of compliance', '履行评审'),
    fixed,
  ),
  clock(
    'summary',
    'addressing',
    'request for a summary',
    jbd(10),
    'summary-recorded-as-unanswered',
    say('answer to a request for a summary', '对摘要请求的答复'),
    fixed,
  ),
  // It belongs to no stage whose length would be its maximum (I-20), nothing waits for it, and one that comes late is
  // taken.
  clock(
    'translation',
    'languages',
    'original',
    jbd(10),
    'missing-translation-recorded',
    say('translation', '提交译文'),
    fixed,
  ),
  clock(
    'readers-decision',
    'I-42',
    'first signature of a co-head',
    jbd(5),
    'readers-stay',
    say('decision on who reads an exhibit', '决定证物的读者范围'),
    fixed,
  ),
  clock(
    'delivery',
    'service',
    'sending',
    hours(24),
    'non-delivery-recorded',
    say('delivery of what is served', '送达'),
    {
      ...rollsNothing,
      rule: 'I-58',
    },
  ),
  clock(
    'retrieval',
    'service',
    'delivery',
    jbd(5),
    'non-retrieval-recorded',
    say('retrieval of what is served', '领取送达文书'),
    {
      ...fixed,
      rule: 'I-58',
    },
  ),
);

export const standardClocks: Clocks = {
  ...everyTrack,
  ...byId(
    clock(
      'reply',
      'S4',
      'registration',
      jbd(10),
      'recorded-as-unanswered',
      say('reply of the respondent', '被申诉方答复'),
    ),
    clock('consultations', 'S5', 'reply or its lapse', jbd(15), 'escalated-to-co-heads', say('consultations', '磋商')),
    clock(
      'officials',
      'S5',
      'reply or its lapse',
      jbd(8),
      'escalated-to-deputies',
      say('consultations of the officials', '指定官员间磋商'),
      fixed,
    ),
    clock(
      'nomination',
      'S6',
      'registration, or a seat that has fallen vacant',
      jbd(10),
      'drawn-by-lot',
      say('nomination to the panel', '提名专家组成员'),
    ),
    clock(
      'disclosure',
      'S6',
      'nomination or draw',
      jbd(3),
      'drawn-by-lot',
      say('disclosure by the nominee', '被提名人披露'),
    ),
    clock(
      'challenge',
      'S6',
      'disclosures',
      jbd(5),
      'right-to-challenge-lapses',
      say('challenge of a nominee', '对被提名人提出回避'),
    ),
    clock(
      'challenge-decision',
      'S6',
      'challenge',
      jbd(5),
      'member-stays',
      say('decision on a challenge', '对回避作出决定'),
    ),
    clock(
      'information-request',
      'S7',
      'request',
      jbd(10),
      'panel-goes-on-with-its-record',
      say('answer to the panel’s request', '答复专家组的资料请求'),
    ),
    clock(
      'expert-comments',
      'S7',
      'report of an expert',
      jbd(10),
      'panel-goes-on-with-its-record',
      say('comments on the report of an expert', '对专家报告的评论'),
      fixed,
    ),
    clock(
      'review',
      'S7',
      'the later of composition and the end of S5',
      jbd(25),
      'no-interim-text-findings-start',
      say('review', '审查'),
    ),
    clock(
      'interim-comments',
      'S8',
      'interim text',
      jbd(10),
      'interim-is-final',
      say('comments on the interim text', '对中期文本的评论'),
    ),
    clock(
      'findings',
      'S9',
      'end of the comments, or of a review without text',
      jbd(10),
      'undecided-claims-not-agreed',
      say('findings', '作出结论'),
    ),
    clock(
      'certification',
      'S9',
      'findings',
      jbd(5),
      'issued-with-missing-certification-noted',
      say('certification by the co-heads', '共同负责人核证'),
    ),
    clock('long-stop', 'long-stop', 'registration', days(150), 'screening-lapses', say('long-stop', '最长期限'), {
      extension: { atMost: 60, times: 1, by: 'both-parties-signatures' },
    }),
  ),
};

const longer = (rule: ClockRule | undefined, length: number): Clocks =>
  rule === undefined
    ? {}
    : { [rule.id]: { ...rule, length, ...(rule.id === 'long-stop' ? {} : { extension: byItsOwnLength(length) }) } };

export const complexClocks: Clocks = {
  ...standardClocks,
  ...longer(standardClocks.review, 45),
  ...longer(standardClocks['long-stop'], 210),
};
