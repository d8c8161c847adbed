import { panelReview } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import { say } from './page';
import { on, type Telling } from './telling';

const URGENCY: Readonly<Record<string, Bilingual>> = {
  confirmed: say('The panel confirmed the urgency.', '专家组确认适用紧急程序。'),
  refused: say('The panel refused the urgency.', '专家组拒绝适用紧急程序。'),
};
const STANDS = say(
  'The panel said nothing of the urgency in time; the urgent track stood.',
  '专家组未在期限内就紧急性表态，紧急程序继续适用。',
);

const MATERIALS: Readonly<Record<string, Bilingual>> = {
  request: say('A request of the panel', '专家组的资料请求'),
  answer: say('An answer', '答复'),
  'third-party-note': say('The note of a third party', '第三方书面意见'),
  'expert-report': say('The report of an expert', '专家报告'),
  comment: say('A comment', '评论'),
};

/** What was laid before the panel, and what it said of its time. */
export const TELLINGS_OF_REVIEW: readonly Telling[] = [
  on(panelReview.UrgencyDecidedSchema, ({ verdict }) => URGENCY[verdict] ?? STANDS),
  on(panelReview.MaterialServedSchema, ({ kind, materialId }) => {
    const what = MATERIALS[kind] ?? say(kind, kind);
    return say(
      `${what.en} was served on both parties and the panel (${materialId}).`,
      `${what['zh-Hans']}已送达双方及专家组（${materialId}）。`,
    );
  }),
  on(panelReview.PersonHeardSchema, ({ assignmentId }) =>
    say(`The panel hears ${assignmentId} in person.`, `专家组听取 ${assignmentId} 本人的意见。`),
  ),
  on(panelReview.DelayNotifiedSchema, ({ stage, expectedOn }) => {
    const what = stage === 'review' ? say('the interim text', '中期文本') : say('the findings', '结论');
    return say(
      `The panel gave notice that ${what.en} would be late, and was expected on ${expectedOn}.`,
      `专家组通知：${what['zh-Hans']}将延迟，预计 ${expectedOn} 作出。`,
    );
  }),
];
