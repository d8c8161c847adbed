import {
  accept,
  refuse,
  type DomainEvent,
  type Instant,
  type IsoDate,
  type PersonId,
  type RefusalReason,
  type Text,
} from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { NotifyDelay } from '../panel/panel-commands.rules';
import { isPast, runs, type OpenedPanel, type RecordedPanel } from '../panel/panel-state.rules';
import { panelActBar } from '../review/comments.rules';
import { reviewRefusals } from '../review/review.rules';

/** Stages of the panel whose end can be late. */
export type DelayedStage = 'review' | 'findings';

/**
 * A co-chair tells both parties and the public that a stage will end late, and why. It moves no clock: the defaults
 * stand.
 */
export type DelayNotified = DomainEvent<
  'DelayNotified',
  MovesClocks & {
    readonly stage: DelayedStage;
    readonly expectedOn: IsoDate;
    readonly reason: readonly Text[];
    readonly by: PersonId;
  }
>;

export interface DelayNotice {
  readonly stage: DelayedStage;
  readonly expectedOn: IsoDate;
  readonly reason: readonly Text[];
  readonly notifiedAt: Instant;
}

export const delayNotified = (
  state: RecordedPanel,
  { data: { stage, expectedOn, reason }, occurredAt: notifiedAt }: DelayNotified,
): RecordedPanel => ({ ...state, delays: [...state.delays, { stage, expectedOn, reason, notifiedAt }] });

/** Refusals about a notice of delay. */
export const delayRefusals = {
  stageNotRunning: {
    code: 'stage-not-running',
    rule: 'S7',
    en: 'No time runs for this stage.',
    'zh-Hans': '该阶段没有进行中的期限。',
  },
  noDelay: {
    code: 'no-delay',
    rule: 'S7',
    status: 422,
    en: 'The day expected is not after the end of the stage’s time.',
    'zh-Hans': '预计日期并不晚于该阶段的期限末日。',
  },
  delayNotified: {
    code: 'delay-notified',
    rule: 'S7',
    en: 'Notice of this very delay has been given.',
    'zh-Hans': '已就该项延迟发出通知。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Real panels take longer than the rules say. The limit is kept, and the record says that it is too short, and why. */
export function notifyDelay(command: NotifyDelay, state: OpenedPanel) {
  const { by, receivedAt } = command;
  const bar = panelActBar(state, by, receivedAt);
  if (bar) return refuse(bar);
  if (!state.convening?.coChairs.includes(by)) return refuse(reviewRefusals.notCoChair);
  const { stage, expectedOn, reason } = command;
  const deadline = state.running[stage];
  if (!deadline || !runs(state, stage) || isPast(state, stage, receivedAt))
    return refuse(delayRefusals.stageNotRunning, '/stage');
  if (expectedOn <= deadline.dueDate) return refuse(delayRefusals.noDelay, '/expectedOn');
  if (state.delays.some((notice) => notice.stage === stage && notice.expectedOn === expectedOn))
    return refuse(delayRefusals.delayNotified);
  return accept<DelayNotified>({
    type: 'DelayNotified',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PUBLIC',
    data: { stage, expectedOn, reason, by, opens: [], closes: [] },
  });
}
