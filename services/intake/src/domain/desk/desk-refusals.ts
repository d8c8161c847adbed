import type { RefusalReason } from '@parley/kernel';

/** Why an act of the registry's desk is refused. */
export const deskRefusals = {
  unknownWork: {
    code: 'work-not-found',
    rule: 'S2',
    status: 404,
    en: 'No such step of the registry or the co-heads is due in this case; the queue lists those that are.',
    'zh-Hans': '本案没有登记处或共同负责人的该项待办步骤；待办列表载明现有各项。',
  },
  alreadyAssigned: {
    code: 'work-assigned-already',
    rule: 'S2',
    en: 'This step is assigned to that person already.',
    'zh-Hans': '该步骤已分派给此人。',
  },
  notRegistrysOwn: {
    code: 'delay-of-another-office',
    rule: 'S2',
    status: 403,
    en: 'The registry gives notice of delay of its own steps only; who is late elsewhere says so there.',
    'zh-Hans': '登记处只就自身步骤发出延误通知；其他步骤的延误由相应责任方说明。',
  },
  delayInPast: {
    code: 'delay-expected-in-the-past',
    rule: 'S2',
    status: 422,
    en: 'The day on which the step is expected lies in the future.',
    'zh-Hans': '预计完成该步骤的日期须在将来。',
  },
  delayNotifiedAlready: {
    code: 'delay-notified-already',
    rule: 'S2',
    en: 'Notice of this delay with this day is on record already; name another day if it has changed.',
    'zh-Hans': '载明该日期的延误通知已载入记录；如日期有变，请另行载明。',
  },
} as const satisfies Record<string, RefusalReason>;
