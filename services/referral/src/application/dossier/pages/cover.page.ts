import { readTexts } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import type { DossierBasis } from '../../../domain/dossier/basis';
import { filesOf, type DossierContext } from '../dossier-context';
import { applicantWord, holdsClaimsOfBoth } from '../own-claims';
import { entries, heading, linesOf, paragraph, say, table, type Page } from '../page';

const basisWords = (who: Bilingual): Readonly<Record<DossierBasis, Bilingual>> => ({
  'findings-final': say('findings are final', '结论终局'),
  'screening-lapsed': say('the screening lapsed', '审查失效'),
  'exit-notice': say(`the ${who.en} gave an exit notice`, `${who['zh-Hans']}发出退出通知`),
});

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
        [say('Basis of this dossier', '本卷宗的依据'), basisWords(applicantWord(context))[basis]],
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
      documents: index.map(({ name, title }) => ({ name, title })),
      exhibits: files,
    },
  };
}
