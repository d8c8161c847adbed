import { readTexts, termOf } from '@parley/contracts';
import { filesOf, type DossierContext } from '../dossier-context';
import type { ChannelRequest, Memorandum } from '../dossier.rules';
import { applicantWord, holdsClaimsOfBoth, otherParty } from '../story/told-translation';
import { entries, heading, linesOf, ownWords, ownWordsOf, paragraph, say, table, type Block, type Page } from './page';
import { measuresAndClaims, panelRequestPage, requestForConsultationsPage } from './request-for-consultations';

/**
 * The draft for one of the World Bank Group's channels. The people whom the project affects or an Executive Director
 * file it; no state does.
 */
function channelComplaintPage(context: DossierContext, channel: ChannelRequest): Page {
  const { request, forum, applicant } = context;
  const who = applicantWord(context);
  const rule = forum.kind === 'channels' ? forum.channels.find(({ code }) => code === channel.channel) : undefined;
  const theirs = ownWordsOf(applicant);
  const { project, institution, requester, people, closedOn, raisedWithManagement, harm } = channel;
  return {
    name: '02-channel-complaint',
    title: [
      { lang: 'en', text: 'Draft for a channel of the World Bank Group' },
      { lang: 'zh-Hans', text: '提交世界银行集团渠道的草案' },
    ],
    blocks: [
      paragraph(
        say(
          'This draft is for those who may file it, and for nobody else. Its words are theirs or the ' +
            `${who.en}’s; the secretariat states nothing by them.`,
          `本草案仅供有权提出者使用。其文字属提出者或${who['zh-Hans']}所有；秘书处不因此表示任何立场。`,
        ),
      ),
      entries(
        [say('Channel', '渠道'), rule?.name ?? channel.channel],
        [say('Institution', '机构'), institution],
        [say('Project', '项目'), `${project.id} · ${project.name}`],
        [
          say('Filed by', '提出者'),
          requester === 'executive-director'
            ? say('an Executive Director', '执行董事')
            : say(`affected people: ${String(people)}`, `受影响者：${String(people)} 人`),
        ],
        [say('Project closed on', '项目关闭日期'), closedOn ?? say('it goes on', '项目仍在进行')],
        [say('Raised with management', '已向管理层反映'), raisedWithManagement ? say('yes', '是') : say('no', '否')],
      ),
      heading(say('The harm', '损害')),
      ownWords(theirs, harm),
      ...measuresAndClaims(context),
      ...(request.statement.length === 0
        ? []
        : [heading(say('Further statement', '其他陈述')), ownWords(theirs, request.statement)]),
    ],
    data: {
      kind: 'channel-complaint',
      wordsOf: applicant.code,
      forum: forum.code,
      ...channel,
      statement: request.statement,
    },
  };
}

/** Cover and index. */
export function coverPage(context: DossierContext, others: readonly Page[]): Page {
  const { n, complainant, respondent, applicant, forum, basis, requestedAt, edition, forumRules, exhibits, file } =
    context;
  const { docketNumber, subject, registeredAt, ruleSetVersion } = file.registered;
  const index = others.map(({ name, title }) => ({ name, title }));
  const files = exhibits.flatMap((exhibit) =>
    filesOf(exhibit).map(({ path, digest }) => ({ number: exhibit.told.accepted.exhibitNumber, path, digest })),
  );
  return {
    name: '01-cover',
    title: linesOf(say(`Dossier ${String(n)} in case ${docketNumber}`, `案件 ${docketNumber} 第 ${String(n)} 号卷宗`)),
    blocks: [
      entries(
        [say('Subject', '标题'), readTexts(subject)],
        [say('Complainant', '申诉方'), complainant.name],
        [say('Respondent', '被申诉方'), respondent.name],
        ...(holdsClaimsOfBoth(file) ? [[say('Asked for by', '申请方'), applicant.name] as const] : []),
        [say('Registered', '登记时刻'), registeredAt],
        [say('Forum', '机构'), forum.name],
        [say('Who files there', '由谁提出'), forum.whoFiles],
        [say('Basis of this dossier', '本卷宗的依据'), termOf('basis', basis)],
        [say('Requested', '申请时刻'), requestedAt],
        [say('Rules of procedure', '程序规则版本'), ruleSetVersion],
        [say('Forum rules', '机构规则版本'), forumRules],
        [say('Edition of these documents', '文件版式版本'), edition],
      ),
      paragraph(
        say(
          'The secretariat advises and does not judge. A claim is substantiated, not substantiated or ' +
            'not agreed; nothing here takes away a right under the agreements.',
          '秘书处仅提供意见，不作裁判。主张的结论为已获证实、未获证实或未达成一致；本卷宗不减损任何协定项下的权利。',
        ),
      ),
      ...earlierDossiers(context),
      heading(say('Index', '目录')),
      table(
        [
          [say('Document', '文件'), 2],
          [say('Title', '标题'), 3],
        ],
        index.map(({ name, title }) => [name, title.map(({ text }) => text).join(' · ')]),
        say('None.', '无。'),
      ),
      table(
        [
          [say('Exhibit', '证据'), 1],
          [say('File', '文件'), 3],
        ],
        files.map(({ number, path }) => [number, path]),
        say('No exhibit is in this bag.', '本包中没有证据。'),
      ),
    ],
    data: {
      caseId: context.caseId,
      docketNumber,
      n,
      complainant: complainant.code,
      respondent: respondent.code,
      ...(holdsClaimsOfBoth(file) ? { applicant: applicant.code } : {}),
      forum: forum.code,
      basis,
      requestedAt,
      edition,
      forumRules,
      ruleSetVersion,
      earlier: context.earlier,
      documents: index.map(({ name, title }) => ({ name, title })),
      exhibits: files,
    },
  };
}

/** Those of either party that went out before, so that no reader takes this one for the only one. */
function earlierDossiers({ earlier }: DossierContext): readonly Block[] {
  if (earlier.length === 0) return [];
  return [
    heading(say('Earlier dossiers in this case', '本案先前签发的卷宗')),
    table(
      [
        [say('Number', '编号'), 1],
        [say('Asked for by', '申请方'), 1],
        [say('Forum', '机构'), 1],
        [say('Issued', '签发时刻'), 3],
        [say('SHA-256', 'SHA-256 摘要值'), 4],
      ],
      earlier.map(({ n, party, forum, issuedAt, packed }) => [String(n), party, forum, issuedAt, packed]),
      say('None.', '无。'),
    ),
  ];
}

/** The draft for which the dossier is made. */
export function draftPage(context: DossierContext): Page {
  const { panelRequest, channel, memorandum } = context.request;
  if (panelRequest) return panelRequestPage(context, panelRequest);
  if (channel) return channelComplaintPage(context, channel);
  return memorandum ? memorandumPage(context, memorandum) : requestForConsultationsPage(context);
}

/** A memorandum to both capitals. Its options are the applicant's, and none is the secretariat's (I-52). */
function memorandumPage(context: DossierContext, { options }: Memorandum): Page {
  const { request, forum, applicant } = context;
  const [other, who] = [otherParty(context), applicantWord(context)];
  const theirs = ownWordsOf(applicant);
  return {
    name: '02-memorandum',
    title: [
      { lang: 'en', text: 'Memorandum to the capitals' },
      { lang: 'zh-Hans', text: '致两国首都的备忘录' },
    ],
    blocks: [
      paragraph(
        say(
          `Both capitals get this memorandum at one instant. The options are the ${who.en}’s own words; ` +
            'the secretariat recommends none of them.',
          `两国首都同时收到本备忘录。各选项均为${who['zh-Hans']}原文；秘书处不推荐其中任何一项。`,
        ),
      ),
      entries([say('Laid before them by', '提出方'), applicant.name], [say('Other party', '另一方'), other.name]),
      ...measuresAndClaims(context),
      ...options.flatMap(({ title, text }, index) => [
        heading(say(`Option ${String(index + 1)}`, `选项 ${String(index + 1)}`)),
        ownWords(theirs, title),
        ownWords(theirs, text),
      ]),
      ...(request.statement.length === 0
        ? []
        : [heading(say('Further statement', '其他陈述')), ownWords(theirs, request.statement)]),
    ],
    data: { kind: 'memorandum', wordsOf: applicant.code, forum: forum.code, options, statement: request.statement },
  };
}
