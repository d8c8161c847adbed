import { clockName, readTexts, sayOf, termOf } from '@parley/contracts';
import type { Bilingual, Text } from '@parley/kernel';
import { wtoMemberName } from '@parley/procedure';
import { partyOf, type DossierContext } from '../dossier-context';
import { deadlinesKept } from '../story/deadlines-kept';
import { asideOfBoth, ownOf } from '../story/told-translation';
import { entries, heading, ownWords, ownWordsOf, paragraph, say, table, type Block, type Page } from './page';
import { plainMeasure } from './request-for-consultations';

/** Every measure that is complained of, with its citation, even if the draft does not name it. */
export function measuresPage(context: DossierContext): Page {
  const { request } = context;
  const { measures } = ownOf(context);
  const isInDraft = (id: string): boolean => request.measures.includes(id);
  return {
    name: '03-measures',
    title: [
      { lang: 'en', text: 'Measures' },
      { lang: 'zh-Hans', text: '措施' },
    ],
    blocks: [
      ...asideOfBoth(context),
      table(
        [
          [say('No.', '编号'), 2],
          [say('Whose', '所属成员'), 3],
          [say('Title', '标题'), 6],
          [say('Number', '文号'), 4],
          [say('Issuer', '发布机关'), 4],
          [say('Date', '日期'), 3],
          [say('Citation', '出处'), 4],
          [say('In the draft', '列入草案'), 3],
        ],
        measures.map((measure) => [
          measure.id,
          wtoMemberName(measure.wtoMember),
          readTexts(measure.title),
          measure.number,
          measure.issuer,
          measure.date,
          measure.citation,
          isInDraft(measure.id) ? say('yes', '是') : say('no', '否'),
        ]),
        say('None.', '无。'),
      ),
    ],
    data: measures.map((measure) => ({ ...plainMeasure(measure), inDraft: isInDraft(measure.id) })),
  };
}

/** Filings, replies, the ledger of calls, and the deadlines met or missed. */
export function screeningHistoryPage(context: DossierContext): Page {
  const { file, complainant, respondent } = context;
  const { served, calls, comments } = file;
  const deadlines = deadlinesKept(file);
  const theirs = (code: string) => ownWordsOf(partyOf(context, code));
  return {
    name: '07-screening-history',
    title: [
      { lang: 'en', text: 'History of the screening' },
      { lang: 'zh-Hans', text: '审查经过' },
    ],
    blocks: [
      heading(say('The grievance', '申诉')),
      entries(
        [say('Received', '收到时刻'), served.receivedAt],
        [say('Receipt', '回执编号'), served.receiptNumber],
        [say('SHA-256', 'SHA-256 摘要值'), served.digest],
      ),
      ...partyText(say('Facts', '事实'), theirs(complainant.code), readTexts(served.grievance?.facts ?? [])),
      ...partyText(
        say('Remedy sought', '救济请求'),
        theirs(complainant.code),
        readTexts(served.grievance?.remedy ?? []),
      ),
      heading(say('The reply', '答复')),
      ...replyBlocks(context, theirs(respondent.code)),
      heading(say('Ledger of calls', '通话记录')),
      table(
        [
          [say('Call', '通话'), 1],
          [say('Offered by', '提议方'), 1],
          [say('Proposed for', '拟议时刻'), 2],
          [say('What became of it', '结果'), 2],
          [say('At', '时刻'), 2],
        ],
        calls.map(({ n, offeredBy, proposedFor, status, at }) => [
          String(n),
          partyOf(context, offeredBy).name,
          proposedFor,
          termOf('call', status),
          at,
        ]),
        say('No call was offered.', '无通话提议。'),
      ),
      heading(say('Deadlines', '期限')),
      table(
        [
          [say('Clock', '时限'), 2],
          [say('Stage', '阶段'), 1],
          [say('Ended', '届满'), 2],
          [say('Outcome', '结果'), 2],
          [say('How it was counted', '计算方法'), 5],
        ],
        deadlines.map(({ clock, stage, dueAt, outcome, explanation }) => [
          clockName(clock),
          stage,
          dueAt,
          termOf('limit', outcome),
          explanation,
        ]),
        say('None ran.', '无。'),
      ),
      ...(comments.length === 0 ? [] : [heading(say('Comments on the interim text', '对中期文本的评论'))]),
      ...comments.map(({ party, comment }) => ownWords(theirs(party), readTexts(comment))),
    ],
    data: {
      grievance: {
        receivedAt: served.receivedAt,
        receiptNumber: served.receiptNumber,
        digest: served.digest,
        receiptJws: served.receiptJws,
        facts: readTexts(served.grievance?.facts ?? []),
        remedy: readTexts(served.grievance?.remedy ?? []),
      },
      reply: plainReply(context),
      calls: calls.map(({ callId, offeredBy, proposedFor, status, at }) => ({
        callId,
        offeredBy,
        proposedFor,
        status,
        at,
      })),
      deadlines,
      interimComments: comments.map(({ party, receivedAt, comment }) => ({
        party,
        receivedAt,
        comment: readTexts(comment),
      })),
    },
  };
}

const partyText = (
  title: ReturnType<typeof say>,
  label: ReturnType<typeof say>,
  texts: readonly Text[],
): readonly Block[] => (texts.length === 0 ? [] : [heading(title), ownWords(label, texts)]);

function replyBlocks({ file }: DossierContext, label: ReturnType<typeof say>): readonly Block[] {
  const { reply, replyText, replyLapsed, replyRepudiated } = file;
  if (replyRepudiated) return [paragraph(sayOf('intake.ActRepudiated', replyRepudiated))];
  if (replyLapsed)
    return [entries([say('Ended', '届满'), replyLapsed.lapsedAt]), paragraph(sayOf('intake.ReplyLapsed', replyLapsed))];
  if (!reply) return [paragraph(say('None was due yet.', '答复尚未到期。'))];
  return [
    entries(
      [say('Received', '收到时刻'), reply.receivedAt],
      [say('Position', '立场'), termOf('position', reply.position)],
      [say('Objections', '异议'), listed(reply.objections.map(({ kind }) => termOf('objection', kind)))],
    ),
    ...(replyText?.objections ?? []).map(({ reasons }) => ownWords(label, readTexts(reasons))),
    ...(replyText === undefined || replyText.reservation.length === 0
      ? []
      : [ownWords(label, readTexts(replyText.reservation))]),
  ];
}

const listed = (words: readonly Bilingual[]): Bilingual | string =>
  words.length === 0 ? '' : say(words.map(({ en }) => en).join(', '), words.map((word) => word['zh-Hans']).join('、'));

function plainReply({ file: { reply, replyText, replyLapsed, replyRepudiated } }: DossierContext) {
  if (replyRepudiated) return { repudiatedAt: replyRepudiated.at };
  if (replyLapsed) return { lapsedAt: replyLapsed.lapsedAt };
  if (!reply) return null;
  return {
    receivedAt: reply.receivedAt,
    position: reply.position,
    objections: (replyText?.objections ?? []).map(({ kind, reasons }) => ({ kind, reasons: readTexts(reasons) })),
    reservation: readTexts(replyText?.reservation ?? []),
    counterStatements: (replyText?.counterStatements ?? []).map(({ claimId, statement }) => ({
      claim: claimId,
      statement: readTexts(statement),
    })),
  };
}
