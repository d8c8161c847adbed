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

/** Acts that keep the system running. */
export const operations = {
  'intake.MessageDismissed': dismissed,
  'evidence.MessageDismissed': dismissed,
  'panelreview.MessageDismissed': dismissed,
  'referral.MessageDismissed': dismissed,
  'audit.MessageDismissed': dismissed,
};
