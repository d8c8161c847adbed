import { entry } from '../entry';

/** The interim text: its draft, its signatures, and what the sides say of it. */
export const interim = {
  'panelreview.InterimDrafted': entry(
    'co-chair',
    ['draft of the interim text', '中期文本草案'],
    ['An interim text was drafted[ by {by}].', '[由 {by} ]起草了中期文本。'],
  ),
  'panelreview.InterimSigned': entry(
    'co-chair',
    ['signature of the interim text', '签署中期文本'],
    ['{who}[, {actor.personId},] signed the interim text.', '{who}[（{actor.personId}）]签署了中期文本。'],
  ),
  'panelreview.InterimAgreed': entry(
    'co-chairs',
    ['agreed interim text', '一致同意的中期文本'],
    ['{who} have signed the interim text.', '{who}均已签署中期文本。'],
  ),
  'panelreview.InterimIssued': entry(
    'panel',
    ['interim text', '中期文本'],
    [
      'The panel gave its interim text to both parties.' +
        '[ The co-chairs did not agree on one: it is what those of {laidDownBy|parties} laid down.]',
      '专家组已将中期文本送交双方。[共同主席未能就同一文本达成一致，所送交者为{laidDownBy|parties}方共同主席提出的文本。]',
    ],
    ['The interim text was issued', '中期文本已发出'],
  ),
  'panelreview.InterimServed': entry(
    'registry',
    ['service of the interim text', '送达中期文本'],
    ['The interim text was served on both parties.', '中期文本已送达双方。'],
  ),
  'panelreview.InterimMissing': entry(
    'time',
    ['want of an interim text', '未出中期文本'],
    [
      'The review ended without an interim text; findings follow at once.',
      '审查期满而无中期文本，随即进入作出结论阶段。',
    ],
    ['The review ended without an interim text', '审查期满而无中期文本'],
  ),
  'panelreview.InterimCommented': entry(
    'party',
    ['comment on the interim text', '对中期文本的评论'],
    ['{party|party} commented on the interim text.', '{party|party}对中期文本提出评论。'],
    ['Service of a comment on the interim text', '送达对中期文本的评论'],
  ),
  'panelreview.InterimMeetingRequested': entry(
    'party',
    ['request for a meeting on the interim text', '就中期文本召开会议的请求'],
    ['{party/side|party} asked for a meeting on the interim text.', '{party/side|party}请求就中期文本召开会议。'],
    ['A meeting on the interim text was asked for', '请求就中期文本召开会议'],
  ),
  'panelreview.InterimMeetingSet': entry(
    'panel',
    ['meeting on the interim text', '中期文本会议'],
    [
      'The panel[, by {actor.personId},] set a meeting with both parties on the interim text[ for {meetsAt|at}].',
      '专家组[（由 {actor.personId}）]已定与双方就中期文本召开会议[，时间为 {meetsAt|at}]。',
    ],
    ['The time of a meeting on the interim text was set', '中期文本会议时间已定'],
  ),
  'panelreview.CommentingFinished': entry(
    'party',
    ['end of a side’s comments on the interim text', '一方对中期文本评论完毕'],
    ['{party/side|party} said that it is done with the interim text.', '{party/side|party}表示对中期文本不再有意见。'],
    ['A side is done with the interim text', '一方对中期文本不再有意见'],
  ),
  'panelreview.InterimCommentsClosed': entry(
    'time',
    ['end of the comments on the interim text', '中期文本评论期结束'],
    [
      'Comments on the interim text are closed{interimIsFinal|interimFinal}.',
      '中期文本的评论期结束{interimIsFinal|interimFinal}。',
    ],
    ['The time for comments on the interim text has ended', '中期文本评论期结束'],
  ),
  'panelreview.InterimFinal': entry(
    'time',
    ['final interim text', '中期文本成为最终文本'],
    ['No comment came in time; the interim text is final.', '期限内无评论，中期文本即为最终文本。'],
  ),
};
