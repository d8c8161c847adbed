import type { Bilingual, CaseId, Instant } from '@parley/kernel';
import { seatDate, type ClocksOf } from '@parley/procedure';
import type { Cases } from '../../repositories';
import type { AskedFiling } from '../filing/known-before-filing';
import { barredClaims, barredIn, type BarredClaim } from './refiling.rules';

/**
 * Finds the claims that a party may not file again. The list of cases says where the same measure came before a panel
 * that reached its interim text, and each of these cases is then read as it stands.
 */
export class BarredClaims {
  constructor(
    private readonly cases: Cases,
    private readonly clocksOf: ClocksOf,
  ) {}

  /**
   * The barred claims of other cases that a grievance makes again.
   * @param reviewed cases whose panels reached their interim text on one of its measures
   */
  async against(
    { grievance, party, at }: Pick<AskedFiling, 'grievance' | 'party' | 'at'>,
    reviewed: readonly CaseId[],
  ): Promise<readonly BarredClaim[]> {
    if (party === null) return [];
    const barred: BarredClaim[] = [];
    for (const id of reviewed)
      barred.push(...barredClaims((await this.cases.read(id)).state, party, at, this.clocksOf));
    return barredIn(grievance, barred).map(({ bar }) => bar);
  }

  /** What the check before filing says of a barred claim: where it stands, and from which day on it is free. */
  wordsOf({ claim, docketNumber, until }: BarredClaim, at: Instant): Bilingual {
    if (until === null)
      return {
        en:
          `It is claim ${claim.id} of ${docketNumber}, whose panel has reached its interim text: it is not filed again ` +
          'meanwhile, unless the respondent consents in that case.',
        'zh-Hans': `该主张即 ${docketNumber} 的主张 ${claim.id}，其专家组已完成中期文本：在此期间不得重新提交，但被申诉方在该案中同意的除外。`,
      };
    const day = seatDate(until, this.clocksOf.at(at).ruleSet.seat);
    return {
      en:
        `It is claim ${claim.id} of ${docketNumber}, which was withdrawn after the review or found on: it is filed ` +
        `again after ${day}, unless the respondent consents before in that case.`,
      'zh-Hans': `该主张即 ${docketNumber} 的主张 ${claim.id}，已在审查后撤回或已有结论：${day} 之后方可重新提交，但被申诉方在该案中先行同意的除外。`,
    };
  }
}
