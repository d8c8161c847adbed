import type { RefusalReason } from '@parley/kernel';

/** Why an act is not repudiated. */
export const repudiationRefusals = {
  notByTheHead: {
    code: 'repudiated-by-its-head-alone',
    rule: 'I-67',
    status: 403,
    en:
      'A side repudiates an act by its head of delegation alone, whom its register of delegations shows; ask the ' +
      'head to do it, or have a head recorded first.',
    'zh-Hans': '否认以一方名义作出的行为，只能由其授权登记所载的代表团团长为之；请由团长办理，或先登记团长。',
  },
  unknownAct: {
    code: 'unknown-act-to-repudiate',
    rule: 'I-67',
    status: 404,
    en:
      'No such act of your side is on record here. Name `filing`, `reply`, or the id of a signed proposal; ' +
      'in the referral `exit-notice`, in the settlement a text that your side has signed; of an agreement its papers ' +
      'list the acts.',
    'zh-Hans':
      '记录中没有贵方的该项行为。请载明 `filing`、`reply`，或已签署提议的编号；转介部分请载明 `exit-notice`，和解部分请指明贵方已签署的文本；协议部分请载明其当事方文件所列的行为。',
  },
  actOfTheOther: {
    code: 'act-of-the-other-side',
    rule: 'I-67',
    status: 403,
    en: 'The act was done in the name of the other side; each side repudiates its own acts alone.',
    'zh-Hans': '该行为系以另一方名义作出；各方只能否认以本方名义作出的行为。',
  },
  notInASidesName: {
    code: 'not-in-a-sides-name',
    rule: 'I-67',
    status: 403,
    en:
      'What a co-head or a member of the panel does is not done in the name of a side, and no side repudiates it. ' +
      'Where they may change it, ask them to.',
    'zh-Hans': '共同负责人或专家组成员的行为并非以一方名义作出，任何一方均不得否认。如其可以更改，请向其提出。',
  },
  notRepudiable: {
    code: 'act-not-repudiable',
    rule: 'I-67',
    en:
      'An act of this kind is not repudiated; the rules name those that are. Agree with the other side on what is to ' +
      'change, or write to it.',
    'zh-Hans': '此类行为不得否认；规则列明可予否认的行为。请就拟作的变更与另一方商定，或致函另一方。',
  },
  repudiatedAlready: {
    code: 'repudiated-already',
    rule: 'I-67',
    en: 'The act has been repudiated already, and counts as not done.',
    'zh-Hans': '该行为已被否认，视为未作出。',
  },
  repudiatedLate: {
    code: 'repudiation-out-of-time',
    rule: 'I-67',
    en:
      'An act is repudiated within 5 joint business days after it was recorded (urgent: 24 hours); that time is over ' +
      'and the act stands. Agree with the other side on what is to change.',
    'zh-Hans':
      '否认须于行为载入记录后五个共同工作日内（紧急程序为 24 小时内）作出；该期限已过，行为继续有效。' +
      '可就拟作的变更与另一方商定。',
  },
} as const satisfies Record<string, RefusalReason>;
