import { sayOf } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import type { DossierContext } from '../dossier-context';
import type { DossierBasis } from '../dossier.rules';
import { paragraph, say, type Page } from './page';

/** The words of a certificate that a screening ended without findings. */
interface Certificate {
  readonly outcome: 'lapsed' | 'no-panel';
  readonly name: string;
  readonly title: Bilingual;
  readonly says: (docketNumber: string, endedAt: string) => Bilingual;
}

const CERTIFICATES = {
  'screening-lapsed': {
    outcome: 'lapsed',
    name: '08-certificate-of-lapse',
    title: say('Certificate of lapse', '审查失效证明'),
    says: (docketNumber, endedAt) =>
      say(
        `The registry certifies that the screening of case ${docketNumber} lapsed at ${endedAt} ` +
          'without findings. A lapse says nothing of the merits of any claim.',
        `登记处证明：案件 ${docketNumber} 的审查于 ${endedAt} 失效，未作出结论。失效不对任何主张的是非曲直作出表示。`,
      ),
  },
  'no-panel': {
    outcome: 'no-panel',
    name: '08-certificate-of-no-panel',
    title: say('Certificate that no panel could be had', '未能组成专家组证明'),
    says: (docketNumber, endedAt) =>
      say(
        `The registry certifies that the screening of case ${docketNumber} ended at ${endedAt} without findings, ` +
          'because no panel could be had. This says nothing of the merits of any claim.',
        `登记处证明：案件 ${docketNumber} 的审查因未能组成专家组于 ${endedAt} 结束，未作出结论。` +
          '此点不对任何主张的是非曲直作出表示。',
      ),
  },
} as const satisfies Readonly<Partial<Record<DossierBasis, Certificate>>>;

/**
 * Certifies that a screening ended without findings, and why. Where no panel could be had it names the side.
 * @throws when the screening did not end so
 */
export function certificatePage({ file, caseId }: DossierContext, basis: keyof typeof CERTIFICATES): Page {
  const { outcome, name, title, says } = CERTIFICATES[basis];
  const { ended } = file;
  if (ended?.outcome !== outcome) throw new Error(`a dossier on ${basis} of a screening that did not end so`);
  const { docketNumber } = file.registered;
  return {
    name,
    title: [
      { lang: 'en', text: title.en },
      { lang: 'zh-Hans', text: title['zh-Hans'] },
    ],
    blocks: [paragraph(says(docketNumber, ended.endedAt)), paragraph(sayOf('intake.ScreeningEnded', ended))],
    data: { caseId, docketNumber, outcome, endedAt: ended.endedAt, reason: ended.reason, sides: ended.sides },
  };
}
