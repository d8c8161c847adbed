import type { ClockRule } from './clock-rule';
import { byId, byItsOwnLength, clock, days, fixed, jbd, replyAmongMany, say, type Clocks } from './clock-terms';
import { standardEvidence } from './rule-set-2026-1.evidence-clocks';
import { standardSuccessors } from './rule-set-2026-1.successor-clocks';
import { everyTrack } from './rule-set-2026-1.every-track.clocks';
import { lateEntries } from './rule-set-2026-1.late-entry-clocks';

const REPLY = 10;
/** So many joint business days more has each reply to one of many cases at once. */
export const MORE_AMONG_MANY = 5;

export const standardClocks: Clocks = {
  ...everyTrack,
  ...standardEvidence,
  ...standardSuccessors,
  ...lateEntries,
  ...byId(
    clock(
      'reply',
      'S4',
      'registration',
      jbd(REPLY),
      'recorded-as-unanswered',
      say('reply of the respondent', '被申诉方答复'),
    ),
    clock(
      'reply-among-many',
      'S4',
      'registration',
      jbd(REPLY + MORE_AMONG_MANY),
      'recorded-as-unanswered',
      replyAmongMany,
      { rule: 'many cases' },
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
      'joint-proposal',
      'S5',
      'escalation to the co-heads',
      jbd(5),
      'no-joint-proposal',
      say('joint proposal of the co-heads', '共同负责人的联合提案'),
      fixed,
    ),
    clock(
      'nomination',
      'S6',
      'registration',
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
      'nonces',
      'S6',
      'call of a draw to which a desk has added a nonce',
      jbd(1),
      'nonce-left-out',
      say('laying open of nonces before a draw', '抽签前公开随机数'),
      { ...fixed, rule: 'I-72' },
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
      'terms',
      'S7',
      'the later of composition and the end of S5',
      jbd(5),
      'rule-sets-own-terms-hold',
      say('terms of reference and timetable', '职权范围和时间表'),
      fixed,
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
      'interim-meeting',
      'S8',
      'interim text',
      jbd(5),
      'no-interim-meeting',
      say('request for a meeting on the interim text', '请求就中期文本召开会议'),
      fixed,
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
    clock(
      'marking',
      'I-75',
      'findings issued',
      jbd(5),
      'reasons-published',
      say('marks of what is confidential in the findings', '标记结论中的机密内容'),
      fixed,
    ),
    clock('long-stop', 'long-stop', 'registration', days(150), 'screening-lapses', say('long-stop', '最长期限'), {
      extension: { atMost: 60, times: 1, by: 'both-parties-signatures' },
    }),
  ),
};

const longer = (rule: ClockRule | undefined, length: number): Clocks =>
  rule === undefined
    ? {}
    : {
        [rule.id]: {
          ...rule,
          length,
          ...(rule.id === 'long-stop' || rule.extension === null ? {} : { extension: byItsOwnLength(length) }),
        },
      };

export const complexClocks: Clocks = {
  ...standardClocks,
  ...longer(standardClocks.evidence, 30),
  ...longer(standardClocks['last-request'], 30),
  ...longer(standardClocks.review, 45),
  ...longer(standardClocks['long-stop'], 210),
};
