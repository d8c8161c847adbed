import type { CaseParties, Fault, PartyCode, RefusalReason } from '@parley/kernel';
import type { Claim, Grievance } from './file-grievance.rules';

export const whoseMeasureRefusals = {
  measureOfAnotherMember: {
    code: 'measure-of-another-member',
    rule: 'S2',
    status: 422,
    en:
      'This procedure is between its two parties only, and the measure is said to be of another Member of the WTO. ' +
      'Name a measure of the respondent; one of another Member can be taken to the WTO.',
    'zh-Hans':
      '本程序仅限于其双方之间，而该措施被列为世贸组织另一成员的措施。请指明被申诉方的措施；另一成员的措施可提交世贸组织。',
  },

  measureOfOwnSide: {
    code: 'measure-of-own-side',
    rule: 'S2',
    status: 422,
    en:
      'A party complains of measures of the other party, not of its own. Measures of the complainant come in by a ' +
      'joinder that both sign, with claims of the respondent against them, or by a counter-grievance.',
    'zh-Hans':
      '一方只能就对方的措施提出申诉，不能就自己的措施提出。申诉方的措施须经双方签署的并入，连同被申诉方对其提出的主张一并列入，或以反申诉提出。',
  },
} as const satisfies Record<string, RefusalReason>;

type StrangeMeasure = (typeof whoseMeasureRefusals)[keyof typeof whoseMeasureRefusals];

/**
 * Measures that this procedure does not screen: of another Member of the WTO, or of the side that complains of them. A
 * measure that no claim is made against counts as the complainant's complaint.
 */
export function whoseMeasureFaults(
  { measures, claims }: Pick<Grievance, 'measures' | 'claims'>,
  parties: CaseParties,
): readonly Fault<StrangeMeasure>[] {
  const codes: readonly string[] = [parties.complainant, parties.respondent];
  return measures.flatMap(({ id, wtoMember }, index): readonly Fault<StrangeMeasure>[] => {
    const path = `/grievance/measures/${String(index)}/wtoMember`;
    if (!codes.includes(wtoMember)) return [{ path, reason: whoseMeasureRefusals.measureOfAnotherMember }];
    const against = claims.filter(({ measure }) => measure === id);
    const complaining = against.length === 0 ? [parties.complainant] : against.map((claim) => makerOf(claim, parties));
    const isOwn = complaining.some((party) => party === wtoMember);
    return isOwn ? [{ path, reason: whoseMeasureRefusals.measureOfOwnSide }] : [];
  });
}

const makerOf = ({ claimant }: Claim, parties: CaseParties): PartyCode => parties[claimant ?? 'complainant'];

/** The parties whose measures a grievance complains of, the complainant first. */
export const measuresOf = ({ measures }: Grievance, { complainant, respondent }: CaseParties): readonly PartyCode[] =>
  [complainant, respondent].filter((party) => measures.some(({ wtoMember }) => wtoMember === party));
