import { readTexts } from '@parley/contracts';
import type { PanelRequest } from '../../../domain/dossier/panel-request';
import type { DossierContext } from '../dossier-context';
import { applicantWord, otherParty } from '../own-claims';
import { entries, heading, ownWords, ownWordsOf, paragraph, say, type Block, type Page } from '../page';
import { draftedFrom, measuresAndClaims, plainMeasure } from './request-for-consultations.page';

/**
 * The draft of a request for a panel (DSU 6.2): whether consultations were held, the specific measures, and a brief
 * summary of the legal basis sufficient to present the problem clearly. It is the complainant's own text (I-52).
 */
export function panelRequestPage(context: DossierContext, panelRequest: PanelRequest): Page {
  const { request, forum, applicant } = context;
  const [other, who] = [otherParty(context), applicantWord(context)];
  const { measures, claims } = draftedFrom(context);
  const theirs = ownWordsOf(applicant);
  return {
    name: '02-panel-request',
    title: [
      { lang: 'en', text: 'Draft request for the establishment of a panel' },
      { lang: 'zh-Hans', text: '设立专家组请求草案' },
    ],
    blocks: [
      paragraph(
        say(
          `This draft is the ${who.en}’s own text, for it to submit. Its claims are its own words; the ` +
            'secretariat has put them in order and states nothing by them.',
          `本草案系${who['zh-Hans']}自己的文本，由其自行提交。其中的主张均为其原文；秘书处仅作编排，不因此表示任何立场。`,
        ),
      ),
      entries(
        [say('Forum', '机构'), forum.name],
        [say('Request by', '请求方'), applicant.name],
        [say('Respondent', '被申诉方'), other.name],
      ),
      heading(say('Consultations', '磋商')),
      ...consultationsBlocks(context, panelRequest),
      ...measuresAndClaims(context),
      heading(say('Brief summary of the legal basis', '法律依据概要')),
      ownWords(theirs, panelRequest.summary),
      ...(request.statement.length === 0
        ? []
        : [heading(say('Further statement', '其他陈述')), ownWords(theirs, request.statement)]),
    ],
    data: {
      kind: 'panel-request',
      wordsOf: applicant.code,
      forum: forum.code,
      requestedBy: applicant.code,
      respondent: other.code,
      ...panelRequest,
      measures: measures.map(plainMeasure),
      legalBasis: claims.map(({ id, measureId, agreement, provision, because }) => ({
        claim: id,
        measure: measureId,
        agreement,
        provision,
        because: readTexts(because),
      })),
      statement: request.statement,
    },
  };
}

function consultationsBlocks(
  { applicant }: DossierContext,
  { consultations, withoutConsultations, earlierBecause }: PanelRequest,
): readonly Block[] {
  const theirs = ownWordsOf(applicant);
  if (!consultations)
    return [
      paragraph(say('Consultations were not requested.', '未请求磋商。')),
      ownWords(theirs, withoutConsultations),
    ];
  const { symbol, requestedOn, heldOn } = consultations;
  return [
    entries(
      [say('Requested by', '请求文件'), symbol],
      [say('Requested on', '请求日期'), requestedOn],
      [say('Held', '是否进行'), heldOn.length === 0 ? say('no', '否') : say('yes', '是')],
      [say('Held on', '进行日期'), heldOn.join('; ')],
    ),
    ...(earlierBecause.length === 0 ? [] : [ownWords(theirs, earlierBecause)]),
  ];
}
