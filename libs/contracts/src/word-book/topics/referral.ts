import { entry } from '../entry';
import { actRepudiated } from '../repudiated-terms';

/** The way to a forum: the exit notice, the dossier, and where a reader finds what comes after the screening. */
export const referral = {
  'referral.ExitNoticeGiven': entry(
    'complainant',
    ['exit notice', '退出通知'],
    [
      '{party|partyOrComplainant} gave notice that it goes to the World Trade Organization. The screening goes on.',
      '{party|partyOrComplainant}已通知将诉诸世界贸易组织。审查继续进行。',
    ],
    ['An exit notice was given; the screening goes on', '已发出退出通知，审查继续进行'],
  ),
  'referral.ActRepudiated': actRepudiated,
  'referral.DossierRequested': entry(
    'complainant',
    ['request for a dossier', '编制卷宗的请求'],
    [
      '{party|partyOrComplainant} requested a dossier for {forum/request.forum|forum}.',
      '{party|partyOrComplainant}已请求编制提交{forum/request.forum|forum}的卷宗。',
    ],
    ['A dossier was requested', '已请求编制卷宗'],
  ),
  'referral.DossierAssembled': entry(
    'registry',
    ['assembly of a dossier', '卷宗编成'],
    [
      'Dossier {n}[ of {party|party}] was put together for signature.',
      '[{party|party}的]第 {n} 号卷宗已编成，待签署。',
    ],
  ),
  'referral.DossierSigned': entry(
    'cohead',
    ['signature of a dossier', '签署卷宗'],
    ['{who}[ of {party|party}] signed dossier {n}.', '[{party|party}的]{who}签署了第 {n} 号卷宗。'],
  ),
  'referral.DossierBasisChanged': entry(
    'registry',
    ['change of the basis of a dossier', '卷宗依据的变更'],
    [
      'The basis on which dossier {n} was asked for was set aside, or took the place of one that was.',
      '申请第 {n} 号卷宗所依据的理由已被撤销，或已由其他理由取代。',
    ],
  ),
  'referral.DossierSigningClosed': entry(
    'coheads',
    ['close of the signing of a dossier', '卷宗签署结束'],
    [
      'The signing of dossier {n} was closed.[ Signatures are missing from: {missing|parties}.]',
      '第 {n} 号卷宗的签署已结束。[缺少以下一方的签署：{missing|parties}。]',
    ],
    ['The signing of a dossier was closed', '卷宗签署结束'],
  ),
  'referral.DossierIssued': entry(
    'registry',
    ['dossier', '卷宗'],
    [
      'The dossier that {party|partyOrComplainant} requested for {forum|forum} was issued because {basis|basis}; ' +
        'the other party got its copy at the same instant.',
      '{party|partyOrComplainant}请求的提交{forum|forum}的卷宗已发出，依据：{basis|basis}；另一方同时收到副本。',
    ],
    ['Service of a dossier', '送达卷宗'],
  ),
  'referral.DossierTransmitted': entry(
    'complainant',
    ['transmission of a dossier', '提交卷宗'],
    [
      '{party|partyOrComplainant} handed its dossier to {forum|forum}[; receipt {receipt}].',
      '{party|partyOrComplainant}已将卷宗提交{forum|forum}[，收据 {receipt}]。',
    ],
    ['A dossier was handed to its forum', '卷宗已提交机构'],
  ),
  'referral.ForumEventNoted': entry(
    'forum',
    ['event at the forum', '机构程序的进展'],
    [
      'At {forum/event.forum|forum} {kind/event.kind|forumEvent}: {symbol/event.symbol}, communicated on ' +
        '{communicatedOn/event.communicatedOn}[, circulated on {circulatedOn/event.circulatedOn}].',
      '在{forum/event.forum|forum}：{kind/event.kind|forumEvent}，{symbol/event.symbol}，' +
        '{communicatedOn/event.communicatedOn} 提交[，{circulatedOn/event.circulatedOn} 散发]。',
    ],
    ['An event at the forum was put on record', '机构程序的一项进展记录在案'],
  ),
};
