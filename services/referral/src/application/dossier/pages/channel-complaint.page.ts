import type { ChannelRequest } from '../../../domain/dossier/channel-request';
import type { DossierContext } from '../dossier-context';
import { applicantWord } from '../own-claims';
import { entries, heading, ownWords, ownWordsOf, paragraph, say, type Page } from '../page';
import { measuresAndClaims } from './request-for-consultations.page';

/**
 * The draft for one of the World Bank Group's channels. Who files it are those whom the project affects, or an
 * Executive Director; no state does.
 */
export function channelComplaintPage(context: DossierContext, channel: ChannelRequest): Page {
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
