import { readTexts } from '@parley/contracts';
import type { Text } from '@parley/kernel';
import type { DossierContext } from '../dossier-context';
import { asideOfBoth, ownOf } from '../own-claims';
import { paragraph, say, table, type Page } from '../page';
import { provisionOf } from './request-for-consultations.page';

/** One line of the matrix: measure × provision × argument × exhibit, with what the other party said of it. */
interface MatrixLine {
  readonly claim: string;
  readonly measure: string;
  readonly provision: string;
  readonly argument: readonly Text[];
  readonly counterStatement: readonly Text[];
  readonly exhibits: readonly string[];
  readonly inDraft: boolean;
}

/** The claims matrix. Arguments are the parties' own words. */
export function claimsPage(context: DossierContext): Page {
  const lines = matrixOf(context);
  return {
    name: '04-claims',
    title: [
      { lang: 'en', text: 'Claims matrix' },
      { lang: 'zh-Hans', text: '主张一览' },
    ],
    blocks: [
      ...asideOfBoth(context),
      paragraph(say('Arguments and counter-statements are the parties’ own words.', '理由和反驳意见均为当事方原文。')),
      table(
        [
          [say('Claim', '主张'), 2],
          [say('Measure', '措施'), 2],
          [say('Provision', '条款'), 3],
          [say('Argument', '理由'), 7],
          [say('Counter-statement', '反驳意见'), 6],
          [say('Exhibits', '证据'), 3],
        ],
        lines.map((line) => [
          line.claim,
          line.measure,
          line.provision,
          line.argument,
          line.counterStatement,
          line.exhibits.join(', '),
        ]),
        say('None.', '无。'),
      ),
    ],
    data: lines,
  };
}

function matrixOf(context: DossierContext): readonly MatrixLine[] {
  const { file, exhibits, request } = context;
  const counters = [file.replyText, ...file.amendmentReplies].flatMap((reply) => reply?.counterStatements ?? []);
  return ownOf(context).claims.map((claim) => ({
    claim: claim.id,
    measure: claim.measureId,
    provision: provisionOf(claim),
    argument: readTexts(claim.because),
    counterStatement: readTexts(
      counters.filter(({ claimId }) => claimId === claim.id).flatMap(({ statement }) => statement),
    ),
    exhibits: exhibits
      .filter(({ told }) => told.accepted.claimIds.includes(claim.id))
      .map(({ told }) => told.accepted.exhibitNumber),
    inDraft: request.claims.includes(claim.id),
  }));
}
