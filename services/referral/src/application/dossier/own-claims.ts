import type { intake } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import type { CaseFile } from './case-file';
import type { DossierContext } from './dossier-context';
import { paragraph, say, type Block } from './page';

const RESPONDENT = 'respondent';

/** Whether the respondent has claims of its own in the case. */
export const holdsClaimsOfBoth = ({ served }: CaseFile): boolean =>
  served.grievance?.claims.some(({ claimant }) => claimant === RESPONDENT) ?? false;

type Asked = Pick<DossierContext, 'applicant' | 'complainant' | 'respondent'>;

const isOfComplainant = ({ applicant, complainant }: Asked): boolean => applicant.code === complainant.code;

/** Whom the dossier's request would be made against. */
export const otherParty = (context: Asked): Asked['applicant'] =>
  isOfComplainant(context) ? context.respondent : context.complainant;

/** What whoever asked for the dossier is called in the case. */
export const applicantWord = (context: Asked): Bilingual =>
  isOfComplainant(context) ? say('complainant', '申诉方') : say('respondent', '被申诉方');

/** The measures and claims of the grievance as it stands that are those of who asked for the dossier. */
export function ownOf(context: Asked & Pick<DossierContext, 'file'>): {
  readonly measures: readonly intake.Measure[];
  readonly claims: readonly intake.Claim[];
} {
  const { measures = [], claims = [] } = context.file.served.grievance ?? {};
  if (!holdsClaimsOfBoth(context.file)) return { measures, claims };
  const own = claims.filter(({ claimant }) => (claimant === RESPONDENT) !== isOfComplainant(context));
  return { measures: measures.filter(({ id }) => own.some(({ measureId }) => measureId === id)), claims: own };
}

/** Says, where the case holds the measures of both, that the dossier is about one party's alone. */
export const asideOfBoth = (context: Asked & Pick<DossierContext, 'file'>): readonly Block[] =>
  holdsClaimsOfBoth(context.file)
    ? [
        paragraph(
          say(
            'The case holds the measures of both parties. What stands here is of those that ' +
              `${context.applicant.inSentence.en} complains of; the other party refers its own.`,
            `本案载有双方的措施。此处仅涉及${context.applicant.inSentence['zh-Hans']}所申诉的措施；另一方的措施由其自行移送。`,
          ),
        ),
      ]
    : [];
