import { entry } from '../entry';

/** The same for every service that could not work on a message. */
const dismissed = entry(
  'operator',
  ['dismissal of a message', '消息的撤销'],
  [
    'The operator dismissed a message[ ({about|message})] that a service could not work on: it is worked on no more, ' +
      'and its digest and the reason are on record.',
    '系统运维人员撤销了一则服务无法处理的消息[（{about|message}）]，该消息不再处理；其摘要值及撤销理由已载入记录。',
  ],
);

const replayed = entry(
  'operator',
  ['order to try parked messages again', '重新处理搁置消息的指令'],
  [
    'The operator ordered that messages which {consumer} could not work on be tried again[, those of {key}].',
    '系统运维人员指令重新处理 {consumer} 未能处理的消息[（限 {key}）]。',
  ],
);
const rebuilt = entry(
  'operator',
  ['order to build a read model anew', '重建读取模型的指令'],
  [
    'The operator ordered that the read model {projection} be built anew from the record.',
    '系统运维人员指令根据记录重建读取模型 {projection}。',
  ],
);

const counted = entry(
  'time',
  ['count of logged reads', '阅读记录的清点'],
  [
    'The log of reads was counted: {reads} reads, each linked to the one before it, the last by {head}.',
    '阅读记录已清点：共 {reads} 次阅读，每次均与前一次相承接，最后一次的摘要为 {head}。',
  ],
);

const damaged = entry(
  'time',
  ['finding about the log of reads', '关于阅读记录的检查发现'],
  [
    'A check found that the log of reads is not as it was written: {found} places in it do not hold. Who read what ' +
      'is not told.',
    '检查发现阅读记录与写入时不符：共 {found} 处不成立。何人阅读何物不予公开。',
  ],
);
const whole = entry(
  'time',
  ['finding that the log of reads holds again', '阅读记录恢复成立的检查发现'],
  ['A check found that the log of reads holds again.', '检查发现阅读记录恢复成立。'],
);

/** Acts that keep the system running. */
export const operations = {
  'intake.MessageDismissed': dismissed,
  'evidence.MessageDismissed': dismissed,
  'panelreview.MessageDismissed': dismissed,
  'referral.MessageDismissed': dismissed,
  'audit.MessageDismissed': dismissed,
  'intake.ReplayOrdered': replayed,
  'intake.RebuildOrdered': rebuilt,
  'intake.ReadsCounted': counted,
  'intake.ReadsFoundDamaged': damaged,
  'intake.ReadsFoundWhole': whole,
  'evidence.ReplayOrdered': replayed,
  'evidence.RebuildOrdered': rebuilt,
  'evidence.ReadsCounted': counted,
  'evidence.ReadsFoundDamaged': damaged,
  'evidence.ReadsFoundWhole': whole,
  'panelreview.ReplayOrdered': replayed,
  'panelreview.RebuildOrdered': rebuilt,
  'panelreview.ReadsCounted': counted,
  'panelreview.ReadsFoundDamaged': damaged,
  'panelreview.ReadsFoundWhole': whole,
  'referral.ReplayOrdered': replayed,
  'referral.RebuildOrdered': rebuilt,
  'referral.ReadsCounted': counted,
  'referral.ReadsFoundDamaged': damaged,
  'referral.ReadsFoundWhole': whole,
  'audit.ReplayOrdered': replayed,
  'audit.RebuildOrdered': rebuilt,
  'audit.ReadsCounted': counted,
  'audit.ReadsFoundDamaged': damaged,
  'audit.ReadsFoundWhole': whole,
};
