import { readTexts, type intake } from '@parley/contracts';
import type { DossierContext } from '../dossier-context';
import type { PanelRequest } from '../request-faults.rules';
import { applicantWord, otherParty } from '../story/told-translation';
import { entries, heading, ownWords, ownWordsOf, paragraph, say, table, type Block, type Page } from './page';

/**
 * The draft of a request for a panel (DSU 6.2): whether consultations were held, the specific measures, and a brief
 * summary of the legal basis sufficient to present the problem clearly. It is the applicant's own text (I-52).
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

/**
 * The draft of a request for consultations (DSU 4.4): measures at issue, legal basis provision by provision, the
 * provision under which consultations are asked for, and the reservation of further claims. It is the applicant's own
 * text (I-52).
 */
export function requestForConsultationsPage(context: DossierContext): Page {
  const { request, file, forum, applicant } = context;
  const [other, who] = [otherParty(context), applicantWord(context)];
  const { measures, claims } = draftedFrom(context);
  const theirs = ownWordsOf(applicant);
  const provisions = request.consultationProvisions.map(({ agreement, provision }) => `${agreement} ${provision}`);
  const grievance = file.served.grievance;
  return {
    name: '02-request-for-consultations',
    title: [
      { lang: 'en', text: 'Draft request for consultations' },
      { lang: 'zh-Hans', text: '磋商请求草案' },
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
        [say('Addressed to', '致'), other.name],
        [say('Consultations requested under', '磋商请求所依据的条款'), provisions.join('; ')],
      ),
      ...measuresAndClaims(context),
      ...(request.availableEvidence.length === 0
        ? []
        : [
            heading(say('Statement of available evidence (SCM 4.2, 7.2)', '现有证据说明（补贴协定第4.2条、第7.2条）')),
            ownWords(theirs, request.availableEvidence),
          ]),
      ...(request.statement.length === 0
        ? []
        : [heading(say('Further statement', '其他陈述')), ownWords(theirs, request.statement)]),
      heading(say('Reservation', '保留')),
      paragraph(
        request.furtherClaimsReserved
          ? say(
              `The ${who.en} reserves the right to address further measures and claims in the ` +
                'course of the consultations.',
              `${who['zh-Hans']}保留在磋商过程中提出其他措施和主张的权利。`,
            )
          : say(`The ${who.en} makes no reservation of further claims.`, `${who['zh-Hans']}未保留提出其他主张的权利。`),
      ),
    ],
    data: {
      kind: 'request-for-consultations',
      wordsOf: applicant.code,
      forum: forum.code,
      requestedBy: applicant.code,
      addressedTo: other.code,
      consultationProvisions: request.consultationProvisions,
      measures: measures.map((measure) => ({ ...plainMeasure(measure) })),
      legalBasis: claims.map((claim) => ({
        claim: claim.id,
        measure: claim.measureId,
        agreement: claim.agreement,
        provision: claim.provision,
        because: readTexts(claim.because),
      })),
      furtherClaimsReserved: request.furtherClaimsReserved,
      availableEvidence: request.availableEvidence,
      statement: request.statement,
      subject: readTexts(grievance?.subject ?? []),
    },
  };
}

/** Measures at issue, and the legal basis provision by provision, in the applicant's own words. */
export function measuresAndClaims(context: DossierContext): readonly Block[] {
  const { measures, claims } = draftedFrom(context);
  const theirs = ownWordsOf(context.applicant);
  return [
    heading(say('Measures at issue', '涉案措施')),
    table(
      [
        [say('No.', '编号'), 1],
        [say('Measure', '措施'), 4],
        [say('Instrument', '文件'), 3],
      ],
      measures.map((measure) => [
        measure.id,
        readTexts(measure.title),
        `${measure.number}; ${measure.issuer}; ${measure.date}; ${measure.citation}`,
      ]),
      say('None.', '无。'),
    ),
    heading(say('Legal basis of the complaint', '申诉的法律依据')),
    ...claims.flatMap((claim) => [
      entries(
        [say('Claim', '主张'), claim.id],
        [say('Measure', '措施'), claim.measureId],
        [say('Provision', '条款'), provisionOf(claim)],
      ),
      ownWords(theirs, readTexts(claim.because)),
    ]),
  ];
}

/** The measures and claims that the request names, in the words of the grievance. */
function draftedFrom({ file, request }: DossierContext): {
  readonly measures: readonly intake.Measure[];
  readonly claims: readonly intake.Claim[];
} {
  const { measures = [], claims = [] } = file.served.grievance ?? {};
  return {
    measures: measures.filter(({ id }) => request.measures.includes(id)),
    claims: claims.filter(({ id }) => request.claims.includes(id)),
  };
}

/** Such as `GATT1994 I:1`. It is the agreement alone when the claim invokes it as a whole. */
export const provisionOf = ({ agreement, provision }: intake.Claim): string =>
  provision === '' ? agreement : `${agreement} ${provision}`;

export const plainMeasure = ({ id, wtoMember, title, number, issuer, date, citation, goods }: intake.Measure) => ({
  id,
  wtoMember,
  title: readTexts(title),
  number,
  issuer,
  date,
  citation,
  goods: goods.map(({ system, edition, code }) => ({ system, edition, code })),
});
