import { entry } from '../entry';
import { actRepudiated } from '../repudiated-terms';

/** The reply, and urgency before it: refused, granted, and the first call. */
export const reply = {
  'intake.ReplyFiled': entry(
    'respondent',
    ['reply', '答复'],
    [
      '{who}[, {parties.respondent|party},] replied[ and {position/reply.position|position}]' +
        '[ ({objections/reply.objections|objections})].',
      '{who}[（{parties.respondent|party}）]已答复[，{position/reply.position|position}]' +
        '[（{objections/reply.objections|objections}）]。',
    ],
    ['Service of the reply', '送达答复'],
  ),
  'intake.ReplyServed': entry(
    'registry',
    ['service of the reply', '送达答复'],
    ['The reply was served on both parties and the panel.', '答复已送达双方及专家组。'],
  ),
  'intake.ReplyLapsed': entry(
    'time',
    ['lapse of the time for a reply', '答复期限届满'],
    [
      'The respondent[, {parties.respondent|party},] did not reply in time. The grievance stands unanswered and ' +
        'the screening goes on.',
      '被申诉方[（{parties.respondent|party}）]未在期限内答复。申诉未获答复，审查继续进行。',
    ],
    ['The time for a reply has passed without one', '答复期限届满而无答复'],
  ),
  'intake.ReplyLapseSetAside': entry(
    'registry',
    ['reply that came by another channel', '经其他途径收到的答复'],
    [
      'The lapse of the reply was set aside by a reply that had come in time.',
      '因有按期收到的答复，答复期限届满的记录予以撤销。',
    ],
    ['Service of a reply that came by another channel', '送达经其他途径收到的答复'],
  ),
  'intake.ActRepudiated': actRepudiated,
  'intake.UrgencyRefusalSigned': entry(
    'cohead',
    ['refusal of urgency', '拒绝适用紧急程序'],
    ['{who}[ of {party|party}] signed a refusal of urgency.', '[{party|party}的]{who}签署了拒绝适用紧急程序的决定。'],
    ['Urgency was refused by both co-heads', '双方共同负责人均拒绝适用紧急程序'],
  ),
  'intake.UrgencyGranted': entry(
    'time',
    ['grant of urgency', '准予适用紧急程序'],
    [
      'Urgency was not refused by both co-heads in time and is granted.',
      '双方共同负责人未在期限内均予拒绝，准予适用紧急程序。',
    ],
    ['Urgency is granted', '准予适用紧急程序'],
  ),
  'intake.FirstCallMissed': entry(
    'time',
    ['missed offer of the first call', '未提议首次通话'],
    ['No call was offered within the time for the first one.', '首次通话期限内无人提议通话。'],
    ['No call was offered in the time for the first one', '首次通话期限内无人提议通话'],
  ),
};
