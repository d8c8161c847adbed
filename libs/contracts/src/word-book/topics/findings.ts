import { entry } from '../entry';

/** The deliberation, which only its members read, and the findings that result. */
export const findings = {
  'panelreview.VoteCast': entry(
    'member',
    ['vote', '投票'],
    ['{who}[, {actor.personId},] cast a vote.', '{who}[（{actor.personId}）]已投票。'],
  ),
  'panelreview.VoteChanged': entry(
    'member',
    ['change of a vote', '更改投票'],
    ['{who}[, {actor.personId},] changed a vote.', '{who}[（{actor.personId}）]更改了投票。'],
  ),
  'panelreview.ObjectionVoteCast': entry(
    'member',
    ['vote on an objection', '就异议投票'],
    ['{who}[, {actor.personId},] cast a vote on an objection.', '{who}[（{actor.personId}）]已就一项异议投票。'],
  ),
  'panelreview.ObjectionVoteChanged': entry(
    'member',
    ['change of a vote on an objection', '更改就异议的投票'],
    [
      '{who}[, {actor.personId},] changed a vote on an objection.',
      '{who}[（{actor.personId}）]更改了就一项异议的投票。',
    ],
  ),
  'panelreview.ReasonsGiven': entry(
    'member',
    ['reasons', '理由'],
    ['{who}[, {actor.personId},] laid down reasons.', '{who}[（{actor.personId}）]已提出理由。'],
  ),
  'panelreview.ReasonsAdopted': entry(
    'member',
    ['adoption of reasons', '采纳理由'],
    ['{who}[, {actor.personId},] adopted reasons.', '{who}[（{actor.personId}）]采纳了理由。'],
  ),
  'panelreview.StatementGiven': entry(
    'member',
    ['separate statement', '单独意见'],
    ['A separate statement was given[ by {actor.personId}].', '[{actor.personId} ]已提出单独意见。'],
  ),
  'panelreview.NoteWritten': entry(
    'member',
    ['note in the deliberation', '评议笔记'],
    [
      '{who}[, {actor.personId},] wrote a note in the deliberation.',
      '{who}[（{actor.personId}）]在评议中写入一份笔记。',
    ],
  ),
  'panelreview.ClosingAsked': entry(
    'co-chair',
    ['request to close the deliberation', '结束评议的提请'],
    ['{who}[, {actor.personId},] asked to close the deliberation.', '{who}[（{actor.personId}）]提请结束评议。'],
  ),
  'panelreview.DeliberationClosed': entry(
    'panel',
    ['close of the deliberation', '评议结束'],
    ['The deliberation was closed.', '评议结束。'],
  ),
  'panelreview.SayingsSetAside': entry(
    'registry',
    ['setting aside of what was said of replaced claims', '就被替换主张所作表达的撤销'],
    ['What had been said of replaced claims was set aside.', '就被替换主张所作的表达不再计入。'],
  ),
  'panelreview.VotingTimeEnded': entry(
    'time',
    ['end of the time for findings', '作出结论的期限届满'],
    ['The time for votes ended.', '表决期限届满。'],
    ['The time for findings has ended', '作出结论的期限届满'],
  ),
  'panelreview.FindingsAwaitParity': entry(
    'time',
    ['wait of the findings for equal numbers', '结论等待双方人数相等'],
    [
      'The time for votes ended while a seat was vacant; findings wait until the panel has equal numbers again.',
      '表决期限届满时席位空缺，结论须待专家组恢复双方人数相等后作出。',
    ],
    ['The findings wait for equal numbers', '结论须待双方人数相等'],
  ),
  'panelreview.FindingsDecided': entry(
    'panel',
    ['decision of the findings', '作出结论'],
    [
      'The deliberation is closed. Its findings wait for certification; before that only the panel reads them.',
      '评议已结束。结论等待核证，此前专家组以外任何人不得阅览。',
    ],
    ['The findings were decided and wait for certification', '结论已作出，等待核证'],
  ),
  'panelreview.FindingsWritten': entry(
    'panel',
    ['text of the findings', '结论文本'],
    [
      'The findings were laid down; nobody outside the panel reads them before they are issued.',
      '结论文本已定；发布之前，专家组以外任何人不得阅览。',
    ],
  ),
  'panelreview.TranslationProposed': entry(
    'panel',
    ['words for the translation of findings', '结论译文的措辞'],
    [
      '{who}[, by {actor.personId},] said how a text of the findings reads in the language that it lacks.',
      '{who}[（{actor.personId}）]提出了结论文本所缺语文的措辞。',
    ],
  ),
  'panelreview.TranslationGiven': entry(
    'panel',
    ['translation of a text of the findings', '结论文本的翻译'],
    ['A text of the findings stands in both languages.', '一份结论文本已具备两种语文。'],
  ),
  'panelreview.FindingsTranslated': entry(
    'panel',
    ['translation of the findings', '结论的翻译'],
    [
      'The panel translated its findings; nobody outside it reads them before they are issued.',
      '专家组已翻译其结论；发布之前，专家组以外任何人不得阅览。',
    ],
  ),
  'panelreview.FindingsCertified': entry(
    'cohead',
    ['certification', '核证'],
    [
      'The co-head appointed by {party/side|party}[, {actor.personId},] certified the procedure.',
      '{party/side|party}任命的共同负责人[（{actor.personId}）]对程序予以核证。',
    ],
  ),
  'panelreview.FindingsIssued': entry(
    'panel',
    ['findings', '结论'],
    [
      'The findings are issued. Claims {findings|findings}.' +
        '[ Reasons of the majority: none adopted in time for {findings|unreasoned}.]' +
        '[ Objections: {objections/disposals|disposals}.]' +
        '[ When the deliberation closed, a seat was empty of: {incomplete|parties}.]' +
        '[ Certification is missing from: {missing/issue.missing|parties}.]' +
        '[ Not translated in time: {untranslated|untranslated}.]',
      '结论已发布。各项主张：{findings|findings}。[多数未按期采纳理由：{findings|unreasoned}。]' +
        '[异议：{objections/disposals|disposals}。][评议结束时以下一方有席位空缺：{incomplete|parties}。]' +
        '[缺少以下一方的核证：{missing/issue.missing|parties}。][未按期翻译：{untranslated|untranslated}。]',
    ],
    ['The findings were issued', '结论已发布'],
  ),
  'panelreview.FindingsServed': entry(
    'registry',
    ['service of the findings', '送达结论'],
    [
      'The findings were served on both parties. Either may mark what is confidential before they are published.',
      '结论已送达双方。公布之前，任何一方可标记其中的机密内容。',
    ],
    ['The findings were served', '结论已送达'],
  ),
  'panelreview.PassagesMarked': entry(
    'party',
    ['marks of what is confidential in the findings', '标记结论中的机密内容'],
    [
      '{party/side|party} marked passages of the findings as confidential.',
      '{party/side|party}已将结论中的若干段落标记为机密。',
    ],
    ['Passages of the findings were marked as confidential', '结论中的段落已标记为机密'],
  ),
  'panelreview.MarkLeaveGiven': entry(
    'co-chair',
    ['leave for a mark', '对标记的许可'],
    [
      '{who}[, {actor.personId},] gave leave to leave out more of the findings than a side may have ' +
        'left out by itself.',
      '{who}[（{actor.personId}）]许可略去超过一方自行所能略去的结论内容。',
    ],
    ['A co-chair gave leave for a mark', '一名共同主席已对标记给予许可'],
  ),
  'panelreview.ReasonsPublished': entry(
    'time',
    ['publication of reasons and statements', '公布理由与单独意见'],
    [
      'The reasons and separate statements of the findings are public.[ Left out as confidential: {leftOut|leftOut}.]' +
        '[ Not translated in time: {untranslated|untranslated}.]',
      '结论的理由与单独意见已公布。[作为机密略去：{leftOut|leftOut}。][未按期翻译：{untranslated|untranslated}。]',
    ],
    ['Reasons and statements were published', '理由与单独意见已公布'],
  ),
};
