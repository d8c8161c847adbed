import { readTexts, termOf } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import { partyOf, type DossierContext } from '../dossier-context';
import { asideOfBoth, exitNoticeWords } from '../story/told-translation';
import { certificatePage } from './certificate';
import { entries, heading, ownWords, paragraph, say, table, type Block, type Page } from './page';

/**
 * The outcome that belongs to the basis (I-48): the findings with separate statements, a certificate of lapse or of no
 * panel, or the state of the screening at the exit notice.
 */
export function outcomePage(context: DossierContext): Page {
  switch (context.basis) {
    case 'findings-final':
      return findingsPage(context);
    case 'screening-lapsed':
    case 'no-panel':
      return certificatePage(context, context.basis);
    case 'exit-notice':
      return exitNoticePage(context);
  }
}

/** All findings, whichever claims the dossier is about: none shows only those that its party won. */
function findingsPage(context: DossierContext): Page {
  const findings = context.file.findings;
  if (!findings) throw new Error('a dossier on final findings without findings');
  const { issuedAt, digest, certifications, missing, untranslated } = findings;
  const all = findings.findings.map((issued) => withTexts(issued, context.file));
  return {
    name: '08-findings',
    title: [
      { lang: 'en', text: 'Findings and separate statements' },
      { lang: 'zh-Hans', text: '结论与单独陈述' },
    ],
    blocks: [
      ...asideOfBoth(context),
      entries(
        [say('Final since', '终局时刻'), issuedAt],
        [say('SHA-256', 'SHA-256 摘要值'), digest],
        [
          say('Procedure certified by', '程序核证方'),
          certifications.map(({ side, at }) => `${side} (${at})`).join('; '),
        ],
        [say('Certification missing', '缺少核证'), missing.join(', ')],
        [say('Not translated in time', '未按期翻译'), listOfTexts(untranslated)],
      ),
      table(
        [
          [say('Claim', '主张'), 1],
          [say('Finding', '结论'), 2],
          [say('Reasons of the panel', '专家组的理由'), 6],
          [say('Exhibits', '证据'), 2],
        ],
        all.map(({ claimId, outcome, reasons, exhibits }) => [
          claimId,
          termOf('finding', outcome),
          reasonsGiven({ outcome, reasons }),
          exhibits.join(', '),
        ]),
        say('None.', '无。'),
      ),
      ...disposedOf(findings),
      ...all.flatMap((finding) => separateStatements(context, finding)),
      ...attributedVotes(all),
    ],
    data: {
      issuedAt,
      digest,
      certifications: certifications.map(({ side, at, digest: over }) => ({ side, at, digest: over })),
      missing,
      untranslated: untranslated.map(({ claimId: claim, part, lang }) => ({ claim, part, lang })),
      objections: findings.objections.map(({ objectionId, kind, claimIds: claims, outcome }) => ({
        objection: objectionId,
        kind,
        claims,
        outcome,
      })),
      findings: all.map(({ claimId, outcome, reasons, exhibits, statements, attributed }) => ({
        claim: claimId,
        outcome,
        reasons: readTexts(reasons),
        exhibits,
        statements: statements.map((said) => ({
          side: said.side,
          statement: readTexts(said.statement),
          exhibits: said.exhibits,
        })),
        attributedVotes: attributed.map(({ personId, vote }) => ({ member: personId, vote })),
      })),
    },
  };
}

/** Texts of the panel that stand in one language alone, since their translation failed its time (I-57). */
const listOfTexts = (texts: NonNullable<DossierContext['file']['findings']>['untranslated']) =>
  say(
    texts.map(({ claimId, part }) => `${claimId}: ${termOf('part', part).en}`).join('; '),
    texts.map(({ claimId, part }) => `${claimId}：${termOf('part', part)['zh-Hans']}`).join('；'),
  );

/** The reasons of the panel, or the note that the majority of the claim adopted none in time (I-73). */
const reasonsGiven = ({ outcome, reasons }: Pick<Finding, 'outcome' | 'reasons'>) =>
  reasons.length === 0 && (outcome === 'substantiated' || outcome === 'not-substantiated')
    ? say('The majority adopted no reasons in time.', '多数未按期采纳理由。')
    : readTexts(reasons);

/** How each objection of the reply was disposed of; nothing where none was raised. */
const disposedOf = ({ objections }: Pick<NonNullable<DossierContext['file']['findings']>, 'objections'>) =>
  objections.length === 0
    ? []
    : [
        heading(say('Objections of the reply', '答复中的异议')),
        table(
          [
            [say('Objection', '异议'), 3],
            [say('Claims', '主张'), 3],
            [say('Disposed of as', '处理结果'), 3],
          ],
          objections.map(({ kind, claimIds, outcome }) => [
            termOf('objection', kind),
            claimIds.join(', '),
            termOf('disposal', outcome),
          ]),
          say('None.', '无。'),
        ),
      ];

/** Votes of members who chose to have them shown. Nothing is known of the other votes outside the panel (I-14). */
function attributedVotes(findings: readonly Finding[]): readonly Block[] {
  const rows = findings.flatMap(({ claimId, attributed }) =>
    attributed.map(({ personId, vote }) => [claimId, personId, termOf('vote', vote)]),
  );
  if (rows.length === 0) return [];
  const none = say('None.', '无。');
  return [
    heading(say('Votes shown at the wish of their members', '应成员本人意愿公开的表决')),
    table(
      [
        [say('Claim', '主张'), 1],
        [say('Member', '成员'), 3],
        [say('Vote', '表决'), 3],
      ],
      rows,
      none,
    ),
  ];
}

type Finding = NonNullable<DossierContext['file']['findings']>['findings'][number];

/** A finding with the texts that were served with it; the public reads these only later (I-75). */
const withTexts = (issued: Finding, { findingsServed }: DossierContext['file']): Finding => ({
  ...(findingsServed?.findings.find(({ claimId }) => claimId === issued.claimId) ?? issued),
  attributed: issued.attributed,
});

function separateStatements(context: DossierContext, { claimId, statements }: Finding): readonly Block[] {
  if (statements.length === 0) return [];
  return [
    heading(say(`Separate statements on claim ${claimId}`, `关于主张 ${claimId} 的单独陈述`)),
    ...statements.map(({ side, statement, exhibits }) => {
      const { name } = partyOf(context, side);
      const restsOn = exhibits.length === 0 ? '' : ` (${exhibits.join(', ')})`;
      return statement.length === 0
        ? paragraph(
            say(
              `No statement came in time from the members nominated by: ${name.en}.`,
              `下列一方提名的成员未在期限内提交陈述：${name['zh-Hans']}。`,
            ),
          )
        : ownWords(
            say(`Members nominated by: ${name.en}${restsOn}`, `提名方：${name['zh-Hans']}${restsOn}`),
            readTexts(statement),
          );
    }),
  ];
}

function exitNoticePage(context: DossierContext): Page {
  const { file, exitNoticeAt } = context;
  const ended = file.ended;
  return {
    name: '08-exit-notice',
    title: [
      { lang: 'en', text: 'Exit notice' },
      { lang: 'zh-Hans', text: '退出通知' },
    ],
    blocks: [
      paragraph(exitNoticeWords(context)),
      paragraph(
        say(
          'There are no final findings in this dossier because there were none when it was asked for.',
          '本卷宗没有终局结论，因为申请时尚无结论。',
        ),
      ),
      entries(
        [say('Given', '发出时刻'), exitNoticeAt ?? ''],
        [
          say('State of the screening', '审查状态'),
          ended ? endedAs(termOf('outcome', ended.outcome)) : termOf('screening', 'under-way'),
        ],
      ),
    ],
    data: {
      givenAt: exitNoticeAt,
      screening: ended ? { outcome: ended.outcome, endedAt: ended.endedAt } : 'under-way',
    },
  };
}

const endedAs = (outcome: Bilingual): Bilingual => say(`ended: ${outcome.en}`, `已结束：${outcome['zh-Hans']}`);
