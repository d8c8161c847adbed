import type { Bilingual } from '@parley/kernel';

/**
 * What happens to a default once it is proved that the act had come in time. `undone`: what the default put in the
 * place of the act is undone.
 * `noted`: the act is on record beside it, and everything that followed stands.
 */
export type AfterProof = 'undone' | 'noted';

/** An act that its side may enter when it came by another channel (I-67). */
export interface LateAct {
  /** Name of the act in entries and messages. */
  readonly act: string;
  /** Name of the clock whose silence it beats (I-19). */
  readonly clock: string;
  readonly stage: string;
  readonly afterProof: AfterProof;
  /** The act in a sentence. */
  readonly words: Bilingual;
}

const act = (
  name: string,
  [clock, stage]: readonly [string, string],
  afterProof: AfterProof,
  en: string,
  zh: string,
): LateAct => ({
  act: name,
  clock,
  stage,
  afterProof,
  words: { en, 'zh-Hans': zh },
});

/** Every act that may be entered late. The registry cannot enter any other, and its default stands. */
export const lateActs: readonly LateAct[] = [
  act('cure', ['cure', 'S2b'], 'undone', 'a cure of the filing', '申诉的补正'),
  act('reply', ['reply', 'S4'], 'noted', 'a reply', '答复'),
  act('call-answer', ['call', 'S5'], 'noted', 'an answer to a call', '对通话的应答'),
  act('amendment-reply', ['reply', 'S4'], 'noted', 'an answer to an amendment', '对修正的答复'),
  act(
    'summary-answer',
    ['summary', 'addressing'],
    'undone',
    'an answer to a request for a summary',
    '对摘要请求的答复',
  ),
  act('nomination', ['nomination', 'S6'], 'undone', 'a nomination', '提名'),
  act('challenge', ['challenge', 'S6'], 'undone', 'a challenge', '回避请求'),
  act('replacement', ['challenge', 'S6'], 'undone', 'the replacement of a member', '对专家组成员的更换'),
  act(
    'information-answer',
    ['information-request', 'S7'],
    'undone',
    'an answer to the panel',
    '对专家组资料请求的答复',
  ),
  act('expert-comment', ['expert-comments', 'S7'], 'noted', 'a comment on an expert’s report', '对专家报告的评论'),
  act('interim-comment', ['interim-comments', 'S8'], 'noted', 'a comment on the interim text', '对中期文本的评论'),
  act('translation', ['translation', 'languages'], 'undone', 'a translation', '译文'),
  act(
    'conciliation-answer',
    ['conciliation-answer', 'S10'],
    'undone',
    'an answer to a proposal of conciliation',
    '对调解提议的答复',
  ),
  act('status-report', ['status-report', 'S13'], 'undone', 'a status report', '履行情况报告'),
  act('verification', ['verification', 'S13'], 'undone', 'an answer to a status report', '对履行情况报告的答复'),
];

/** Paper for others, by the name of its act: what the registry of one side receives for somebody of neither. */
const PAPER: Readonly<Record<string, Bilingual>> = {
  'expert-report': { en: 'the report of an expert', 'zh-Hans': '专家报告' },
  'third-party-note': { en: 'the note of a third party', 'zh-Hans': '第三方书面意见' },
  custody: { en: 'a hand-over of an exhibit', 'zh-Hans': '证据保管的移交' },
};

/** An act of an entry in words; an act that this release does not know is named by its code. */
export const lateActWords = (name: string): Bilingual =>
  lateActs.find((each) => each.act === name)?.words ??
  PAPER[name] ?? { en: `an act (${name})`, 'zh-Hans': `文件（${name}）` };
