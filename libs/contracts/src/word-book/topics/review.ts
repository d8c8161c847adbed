import { entry } from '../entry';
import { wentToAll } from '../paper-terms';

/** The panel's terms, its questions, and whom it hears. */
export const review = {
  'panelreview.ReviewOpened': entry(
    'panel',
    ['opening of the review', '审查开始'],
    ['The panel opened its review.', '专家组开始审查。'],
    ['The review was opened', '审查开始'],
  ),
  'panelreview.EvidenceClosed': entry(
    'time',
    ['close of evidence', '举证期结束'],
    [
      'Evidence is closed. What came or was withdrawn last can still be answered; nothing else enters or is ' +
        'withdrawn without the leave of both co-chairs.',
      '举证期结束。最后提交或撤回的证据仍可予以回应；此外非经两名共同主席一致许可，不得提交或撤回任何证据。',
    ],
    ['Evidence is closed', '举证期结束'],
  ),
  'panelreview.EvidenceAnswersClosed': entry(
    'time',
    ['close of the answers to evidence', '证据回应期结束'],
    ['The time to answer the last evidence has ended.', '对最后证据的回应期结束。'],
    ['The time to answer the last evidence has ended', '对最后证据的回应期结束'],
  ),
  'panelreview.TermsProposed': entry(
    'co-chair',
    ['terms of reference signed by one co-chair', '一名共同主席签署的职权范围和时间表'],
    [
      'A co-chair[, {by},] signed terms of reference and a timetable. They hold when the other one signs the same.',
      '一名共同主席[（{by}）]签署了职权范围和时间表；另一名共同主席签署相同文本后生效。',
    ],
    ['A co-chair signed terms of reference', '一名共同主席签署了职权范围和时间表'],
  ),
  'panelreview.TermsSet': entry(
    'co-chairs',
    ['terms of reference and timetable', '职权范围和时间表'],
    [
      'Both co-chairs[, {by.0} and {by.1},] signed terms of reference and a timetable.',
      '两名共同主席[（{by.0}、{by.1}）]签署了职权范围和时间表。',
    ],
    ['Terms of reference and a timetable hold', '职权范围和时间表生效'],
  ),
  'panelreview.TermsNotSet': entry(
    'time',
    ['terms of reference of the rules', '规则所定的职权范围和时间表'],
    [
      'The co-chairs signed no terms of reference in time; those of the rules hold.',
      '共同主席未按期签署职权范围和时间表；适用规则所定者。',
    ],
    ['The terms of reference of the rules hold', '适用规则所定的职权范围和时间表'],
  ),
  'panelreview.InformationRequested': entry(
    'panel',
    ['request of the panel for information', '专家组的资料请求'],
    [
      'The panel[, by {actor.personId},] asked {askedOf/side|party} for information.',
      '专家组[（由 {actor.personId}）]要求{askedOf/side|party}提供资料。',
    ],
    ['The panel asks for information', '专家组要求提供资料'],
  ),
  'panelreview.JointRequestProposed': entry(
    'co-chair',
    ['joint request for information', '共同资料请求'],
    [
      'A co-chair[, {by},] would ask {askedOf/side|party} together with the other one, and nothing is asked ' +
        'before both do.',
      '一名共同主席[（{by}）]拟与另一名共同主席一并向{askedOf/side|party}提出请求；双方均提出之前，请求不成立。',
    ],
    ['A co-chair would ask together with the other one', '一名共同主席拟共同提出请求'],
  ),
  'panelreview.LeaveCommentsClosed': entry(
    'time',
    ['close of the comments on what came by leave', '对经许可提交的材料的评论期结束'],
    ['Comments on what came by leave of both co-chairs are closed.', '对经两名共同主席许可提交的材料的评论期结束。'],
    ['The time for comments on what came by leave has ended', '对经许可提交的材料的评论期结束'],
  ),
  'panelreview.InformationAnswered': entry(
    'party',
    ['answer to the panel', '对专家组资料请求的答复'],
    ['{party/side|party} answered a request of the panel.', '{party/side|party}答复了专家组的资料请求。'],
    ['A request of the panel was answered', '专家组的资料请求获得答复'],
  ),
  'panelreview.InformationNotGiven': entry(
    'time',
    ['unanswered request of the panel', '未获答复的专家组资料请求'],
    [
      '{askedOf/side|party} did not answer a request of the panel in time; the panel goes on with the record ' +
        'that it has.',
      '{askedOf/side|party}未在期限内答复专家组的资料请求；专家组依据现有记录继续进行。',
    ],
    ['A request of the panel was not answered in time', '专家组的资料请求逾期未获答复'],
  ),
  'panelreview.ThirdPartyAdmitted': entry(
    'panel',
    ['admission of a third party', '准许第三方参与'],
    [
      'The panel admitted a third party[, {name|written},] to be heard in writing.',
      '专家组准许一个第三方[（{name|written}）]提交书面意见。',
    ],
    ['The panel admitted a third party', '专家组准许第三方参与'],
  ),
  'panelreview.ThirdPartyNoteFiled': entry(
    'third-party',
    ['note of a third party', '第三方书面意见'],
    wentToAll(
      'The note of a third party[, {author|written},] went to',
      '一份第三方[（{author|written}）]书面意见已送交',
      'paper.standing',
    ),
  ),
  'panelreview.PersonHeard': entry(
    'panel',
    ['hearing of a person', '听取有关人员的意见'],
    ['The panel hears {heardAs|heard}, {personId}, in person.', '专家组听取{heardAs|heard}（{personId}）本人的意见。'],
  ),
  'panelreview.MaterialServed': entry(
    'registry',
    ['service of what is before the panel', '送达专家组审查材料'],
    wentToAll('{kind|material} was served on', '{kind|material}已送达', 'standing'),
  ),
  'panelreview.MaterialCommented': entry(
    'party',
    ['comment on what is before the panel', '对审查材料的评论'],
    [
      '{party|party} commented on {kind|material}[ (no. {n})].',
      '{party|party}对{kind|material}[（第 {n} 号）]发表评论。',
    ],
  ),
  'panelreview.ExpertsProposed': entry(
    'party',
    ['list of experts', '专家名单'],
    ['{party/side|party} proposed a list of experts.', '{party/side|party}提出了专家名单。'],
    ['A list of experts was proposed', '已提出专家名单'],
  ),
  'panelreview.ExpertChosen': entry(
    'co-chair',
    ['choice of an expert', '专家人选'],
    ['{who}[, {actor.personId},] said whom to ask and what.', '{who}[（{actor.personId}）]提出征询的专家与问题。'],
  ),
  'panelreview.ExpertAgreed': entry(
    'co-chairs',
    ['agreement on an expert', '就专家达成一致'],
    ['{who} chose the same expert.', '{who}选定同一名专家。'],
  ),
  'panelreview.ExpertTaken': entry(
    'co-chairs',
    ['expert whom the panel asks', '专家组征询的专家'],
    ['{who} agreed on an expert[, {personId}].', '{who}就一名专家[（{personId}）]达成一致。'],
    ['The co-chairs agreed on an expert', '两名共同主席就一名专家达成一致'],
  ),
  'panelreview.ExpertDisclosed': entry(
    'expert',
    ['disclosure of an expert', '专家的披露'],
    [
      '{who}[, {actor.personId},] disclosed what may bear on the report.',
      '{who}[（{actor.personId}）]已披露可能影响报告的情况。',
    ],
    ['An expert made a disclosure', '专家已作出披露'],
  ),
  'panelreview.ExpertReportServed': entry(
    'expert',
    ['report of an expert', '专家报告'],
    wentToAll('The report of an expert went to', '一份专家报告已送交', 'paper.standing'),
    ['Comments on the report of an expert', '对专家报告的评论'],
  ),
  'panelreview.ReportCommentsClosed': entry(
    'time',
    ['end of the comments on the report of an expert', '对专家报告的评论期结束'],
    ['Comments on the report of an expert are closed.', '对专家报告的评论期结束。'],
    ['The time for comments on the report of an expert has ended', '对专家报告的评论期结束'],
  ),
  'panelreview.DelayNotified': entry(
    'panel',
    ['delay of the panel', '专家组延迟'],
    [
      'The panel gave notice that {stage|delayed} will be late and is expected by {expectedOn}.',
      '专家组通知：{stage|delayed}将延迟，预计不晚于 {expectedOn} 作出。',
    ],
    ['Notice of a delay of the panel', '专家组延迟通知'],
  ),
};
