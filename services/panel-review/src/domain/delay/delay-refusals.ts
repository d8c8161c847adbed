import type { RefusalReason } from '@parley/kernel';

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
